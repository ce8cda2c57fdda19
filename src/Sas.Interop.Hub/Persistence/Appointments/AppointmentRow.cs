namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>The present state of one appointment of INT_R03.</summary>
internal sealed class AppointmentRow
{
    /// <summary>The hub's id of the resource (<see cref="RowIds"/>).</summary>
    public required string Id { get; set; }

    /// <summary><see cref="IdentifierKey"/> of <see cref="System"/> and <see cref="Value"/>; unique.</summary>
    public required string Key { get; set; }

    /// <summary>The vendor's identifier system.</summary>
    public required string System { get; set; }

    public required string Value { get; set; }

    /// <summary>Who wrote it first; nobody else may.</summary>
    public required string Sender { get; set; }

    /// <summary>1 at creation; <c>meta.versionId</c>.</summary>
    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public required string Status { get; set; }

    public DateTimeOffset Start { get; set; }

    public DateTimeOffset End { get; set; }

    /// <summary>Prefixed national identifier of the practitioner; null when the appointment is pending without one.</summary>
    public string? Owner { get; set; }

    /// <summary><see cref="IdentifierKey"/> of the regulator's identifier; null when none was given.</summary>
    public string? RegulatorKey { get; set; }

    /// <summary><see cref="IdentifierKey"/> of the content without what the hub adds: equal content is no change (D54).</summary>
    public required string Fingerprint { get; set; }

    /// <summary>The resource as it is served, JSON.</summary>
    public required string Content { get; set; }
}
