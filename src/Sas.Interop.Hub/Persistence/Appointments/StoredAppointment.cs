namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>An appointment as it is kept.</summary>
internal sealed record StoredAppointment
{
    public required string Id { get; init; }

    public required string Sender { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>Prefixed national identifier of the practitioner, or null.</summary>
    public string? Owner { get; init; }

    /// <inheritdoc cref="AppointmentRow.Fingerprint"/>
    public required string Fingerprint { get; init; }

    /// <inheritdoc cref="AppointmentRow.CreatedAs"/>
    public required string CreatedAs { get; init; }

    public OrderMarks Marks { get; init; }

    /// <summary>JSON.</summary>
    public required string Content { get; init; }

    public static StoredAppointment Of(AppointmentRow row) => new()
    {
        Id = row.Id,
        Sender = row.Sender,
        Version = row.Version,
        UpdatedAt = row.UpdatedAt,
        Status = row.Status,
        Start = row.Start,
        Owner = row.Owner,
        Fingerprint = row.Fingerprint,
        CreatedAs = row.CreatedAs,
        Marks = new OrderMarks(row.VendorVersion, row.VendorUpdatedAt, row.VendorCreatedAt),
        Content = row.Content,
    };
}

/// <summary>What became of a notice.</summary>
/// <param name="Verdict">What.</param>
/// <param name="Now">What is kept afterwards; null when nothing of this identifier is, or it is not the sender's to see.</param>
internal sealed record AppointmentChanged(AppointmentVerdict Verdict, StoredAppointment? Now);
