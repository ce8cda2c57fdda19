namespace Sas.Interop.Contracts.Fhir;

/// <summary>A concept by codes, by text, or both (R4 <c>CodeableConcept</c>).</summary>
public sealed record CodeableConcept : Element
{
    /// <summary>The concept in one or more code systems.</summary>
    public IReadOnlyList<Coding>? Coding { get; init; }

    /// <summary>The concept as plain text.</summary>
    public string? Text { get; init; }
}
