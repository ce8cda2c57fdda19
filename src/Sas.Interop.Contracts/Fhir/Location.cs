namespace Sas.Interop.Contracts.Fhir;

/// <summary>A place (R4 <c>Location</c>; CONTRACT §5.6).</summary>
public sealed record Location : DomainResource
{
    /// <summary>Identifiers; internal ones of the vendor in the contract (D33).</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary><c>active</c>, <c>suspended</c> or <c>inactive</c>.</summary>
    public string? Status { get; init; }

    /// <summary>State of a bed or room.</summary>
    public Coding? OperationalStatus { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string>? Alias { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary><c>instance</c> or <c>kind</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>Kind of service given there.</summary>
    public IReadOnlyList<CodeableConcept>? Type { get; init; }

    /// <summary>Phones and mails.</summary>
    public IReadOnlyList<ContactPoint>? Telecom { get; init; }

    /// <summary>Postal address.</summary>
    public Address? Address { get; init; }

    /// <summary>Physical form.</summary>
    public CodeableConcept? PhysicalType { get; init; }

    /// <summary>Coordinates.</summary>
    public LocationPosition? Position { get; init; }

    /// <summary>Organization that runs it.</summary>
    public Reference? ManagingOrganization { get; init; }

    /// <summary>Place that it is part of.</summary>
    public Reference? PartOf { get; init; }

    /// <summary>Opening hours.</summary>
    public IReadOnlyList<LocationHoursOfOperation>? HoursOfOperation { get; init; }

    /// <summary>Exceptions in words.</summary>
    public string? AvailabilityExceptions { get; init; }

    /// <summary>Technical endpoints.</summary>
    public IReadOnlyList<Reference>? Endpoint { get; init; }
}
