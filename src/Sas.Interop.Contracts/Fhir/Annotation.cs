namespace Sas.Interop.Contracts.Fhir;

/// <summary>A note with its author (R4 <c>Annotation</c>).</summary>
public sealed record Annotation : Element
{
    /// <summary>Who wrote it.</summary>
    public FhirValue? Author { get; init; }

    /// <summary>When it was written.</summary>
    public FhirDateTime? Time { get; init; }

    /// <summary>The note.</summary>
    public string? Text { get; init; }
}
