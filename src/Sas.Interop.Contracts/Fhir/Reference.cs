namespace Sas.Interop.Contracts.Fhir;

/// <summary>A link to another resource, literal, by identifier, or both (R4 <c>Reference</c>).</summary>
public sealed record Reference : LiteralReference
{
    /// <summary>Type of the target, such as <c>Practitioner</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Logical reference: a business identifier of the target.</summary>
    public Identifier? Identifier { get; init; }

    /// <summary>Text for human readers.</summary>
    public string? Display { get; init; }
}
