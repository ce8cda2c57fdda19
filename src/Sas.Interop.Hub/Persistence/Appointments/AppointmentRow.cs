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

    /// <summary><see cref="IdentifierKey"/> of <see cref="Value"/> alone, for a search without a system.</summary>
    public required string ValueKey { get; set; }

    /// <summary>Who wrote it last; only the sender to whom the system belongs may.</summary>
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

    /// <summary><see cref="Fingerprint"/> of the first version: a create that is sent again is known by it, whatever has changed since.</summary>
    public required string CreatedAs { get; set; }

    /// <summary>Code of the orientation category; told by the vendor, never shown (D32).</summary>
    public string? OrientationCategory { get; set; }

    /// <inheritdoc cref="OrderMarks.Version"/>
    public long? VendorVersion { get; set; }

    /// <inheritdoc cref="OrderMarks.UpdatedAt"/>
    public DateTimeOffset? VendorUpdatedAt { get; set; }

    /// <inheritdoc cref="OrderMarks.CreatedAt"/>
    public DateTimeOffset? VendorCreatedAt { get; set; }

    /// <summary>The resource as it is served, JSON.</summary>
    public required string Content { get; set; }
}
