namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>One thing found wrong while reading FHIR JSON. Never quotes a value, only names of elements.</summary>
public sealed record FhirIssue
{
    /// <summary>Whether something was lost.</summary>
    public required FhirIssueSeverity Severity { get; init; }

    /// <summary>One of <see cref="FhirIssueRules"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>Where in the resource, in the manner of FHIRPath: <c>Bundle.entry[3].resource.start</c>.</summary>
    public required string Path { get; init; }

    /// <summary>1-based line of the value.</summary>
    public required int Line { get; init; }

    /// <summary>1-based column of the value, counted in bytes.</summary>
    public required int Column { get; init; }

    /// <summary>A sentence for the sender.</summary>
    public required string Message { get; init; }

    /// <summary>Whether something was lost: an error rather than a warning.</summary>
    public bool IsError => Severity == FhirIssueSeverity.Error;
}
