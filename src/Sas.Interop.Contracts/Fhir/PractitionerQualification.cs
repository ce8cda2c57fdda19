namespace Sas.Interop.Contracts.Fhir;

/// <summary>A diploma or licence (R4 <c>Practitioner.qualification</c>).</summary>
public sealed record PractitionerQualification : BackboneElement
{
    /// <summary>Its identifiers.</summary>
    public IReadOnlyList<Identifier>? Identifier { get; init; }

    /// <summary>Which one; mandatory.</summary>
    public CodeableConcept? Code { get; init; }

    /// <summary>When it is valid.</summary>
    public Period? Period { get; init; }

    /// <summary>Who gave it.</summary>
    public Reference? Issuer { get; init; }
}
