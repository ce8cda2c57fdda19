namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>Weight of a <see cref="ValidationIssue"/>, as R4 names it.</summary>
public enum ValidationSeverity
{
    /// <summary>The validation could not be carried to its end: the text is no JSON, or beyond the bounds.</summary>
    Fatal,

    /// <summary>A rule is broken.</summary>
    Error,

    /// <summary>Worth a look; the resource conforms all the same.</summary>
    Warning,

    /// <summary>What was not judged, or was judged in a special way.</summary>
    Information,
}
