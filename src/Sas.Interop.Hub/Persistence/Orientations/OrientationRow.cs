namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>One act of sending a patient somewhere: a booking or a care request. It never names the patient.</summary>
internal sealed class OrientationRow
{
    /// <summary>The hub's id (<see cref="RowIds"/>).</summary>
    public required string Id { get; set; }

    /// <summary>Name of an <see cref="OrientationKind"/>.</summary>
    public required string Kind { get; set; }

    /// <summary>Name of an <see cref="OrientationState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Number of the last transition; 1 at creation.</summary>
    public int Version { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public required string RegulatorSystem { get; set; }

    public required string RegulatorValue { get; set; }

    /// <summary>SAS territory of the regulator as the platform named it, or null.</summary>
    public string? Territory { get; set; }

    /// <summary>Prefixed national identifier of the practitioner or association.</summary>
    public required string Owner { get; set; }

    /// <summary>Number of an <c>OwnerKind</c>.</summary>
    public int OwnerKind { get; set; }

    /// <summary>Key of the place (<c>PlaceDetails.Key</c>), or null.</summary>
    public string? PlaceKey { get; set; }

    /// <summary>Postal code of the place, or null.</summary>
    public string? PostalCode { get; set; }

    /// <summary>The vendor; empty when the act has none, as one in addition to availability.</summary>
    public required string VendorId { get; set; }

    /// <summary>Id of the FHIR Slot, or null for what is no slot.</summary>
    public string? SlotId { get; set; }

    public DateTimeOffset? SlotStart { get; set; }

    public DateTimeOffset? SlotEnd { get; set; }

    /// <summary>What <see cref="OrientationLead"/> makes of the begin of the slot.</summary>
    public int? LeadMinutes { get; set; }

    /// <summary>The vendor's reference of the hold, or null.</summary>
    public string? HoldReference { get; set; }

    /// <summary>When what is open ends by itself; null when nothing is open.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary><see cref="IdentifierKey"/> of the appointment identifier that the vendor gave; null before.</summary>
    public string? AppointmentKey { get; set; }

    /// <summary>System of that identifier; null before.</summary>
    public string? AppointmentSystem { get; set; }

    /// <summary>Its value; null before.</summary>
    public string? AppointmentValue { get; set; }

    /// <summary>The hub's id of the matched appointment; null before.</summary>
    public string? AppointmentId { get; set; }
}
