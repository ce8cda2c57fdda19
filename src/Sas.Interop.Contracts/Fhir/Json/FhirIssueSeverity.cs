namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>Weight of a <see cref="FhirIssue"/>.</summary>
public enum FhirIssueSeverity
{
    /// <summary>The content was understood, by dropping or repairing what the message names.</summary>
    Warning,

    /// <summary>Something could not be read and is absent from the result, or the whole result is.</summary>
    Error,
}
