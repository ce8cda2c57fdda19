namespace Sas.Interop.Contracts.Fhir;

/// <summary>A contact by purpose (R4 <c>Organization.contact</c>).</summary>
public sealed record OrganizationContact : BackboneElement
{
    /// <summary>For what.</summary>
    public CodeableConcept? Purpose { get; init; }

    /// <summary>Whom.</summary>
    public HumanName? Name { get; init; }

    /// <summary>How.</summary>
    public IReadOnlyList<ContactPoint>? Telecom { get; init; }

    /// <summary>Where.</summary>
    public Address? Address { get; init; }
}
