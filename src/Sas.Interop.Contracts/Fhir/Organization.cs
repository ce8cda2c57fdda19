namespace Sas.Interop.Contracts.Fhir;

/// <summary>A structure, a CPTS or an association (R4 <c>Organization</c>; CONTRACT §5.8).</summary>
public sealed record Organization : DomainResource
{
    /// <summary>National identifier, 1 + FINESS or 3 + SIRET.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Whether it is in use.</summary>
    public bool? Active { get; init; }

    /// <summary>Kind of organization.</summary>
    public IReadOnlyList<CodeableConcept>? Type { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string>? Alias { get; init; }

    /// <summary>Phones and mails.</summary>
    public IReadOnlyList<ContactPoint>? Telecom { get; init; }

    /// <summary>Addresses.</summary>
    public IReadOnlyList<Address>? Address { get; init; }

    /// <summary>Organization that it is part of.</summary>
    public Reference? PartOf { get; init; }

    /// <summary>Contacts by purpose.</summary>
    public IReadOnlyList<OrganizationContact>? Contact { get; init; }

    /// <summary>Technical endpoints.</summary>
    public IReadOnlyList<Reference>? Endpoint { get; init; }
}
