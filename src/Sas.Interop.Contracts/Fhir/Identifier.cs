namespace Sas.Interop.Contracts.Fhir;

/// <summary>A business identifier (R4 <c>Identifier</c>).</summary>
public sealed record Identifier : Element
{
    /// <summary><c>usual</c>, <c>official</c>, <c>temp</c>, <c>secondary</c> or <c>old</c>.</summary>
    public string? Use { get; init; }

    /// <summary>Kind of identifier: IDNPS, IDNST, INTRN (CONTRACT §6.2).</summary>
    public CodeableConcept? Type { get; init; }

    /// <summary>Authority that gave the value, <c>urn:oid:</c> included.</summary>
    public string? System { get; init; }

    /// <summary>The value; national identifiers carry their one-digit prefix (CONTRACT §6.2).</summary>
    public string? Value { get; init; }

    /// <summary>When it is or was valid.</summary>
    public Period? Period { get; init; }

    /// <summary>Organization that issued it.</summary>
    public Reference? Assigner { get; init; }
}
