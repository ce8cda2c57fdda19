namespace Sas.Interop.Contracts.Availability;

/// <summary>A place of practice or of consultation: the PractitionerRole and its contained Location, or the Location of an SOS association (CONTRACT §5.5, §5.6).</summary>
public sealed record PlaceDetails
{
    /// <summary>What tells this place from the owner's others: the directory's place id, or the vendor's own key (prefixed by the vendor id) for a place that the directory does not know.</summary>
    public required string Key { get; init; }

    /// <summary>National identifier of the structure with its prefix (FINESS, else SIRET, else RPPS rang, else ADELI rang), or null.</summary>
    public string? StructureId { get; init; }

    /// <summary>System of the place's internal identifier: an OID as <c>urn:oid:</c> or a URL; null lets the hub use its own.</summary>
    public string? IdentifierSystem { get; init; }

    /// <summary>Value of the place's internal identifier; null lets the hub use <see cref="Key"/>.</summary>
    public string? IdentifierValue { get; init; }

    /// <summary>Name of the place, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Number and street in one line, or null.</summary>
    public string? Line { get; init; }

    /// <summary>Town, or null.</summary>
    public string? City { get; init; }

    /// <summary>Postal code of five digits, or null.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Telephone in E.164 form (<c>+33199001122</c>), or null.</summary>
    public string? Phone { get; init; }

    /// <summary>IANA time zone of the place; null lets the hub derive it from the postal code, else Europe/Paris.</summary>
    public string? TimeZone { get; init; }
}
