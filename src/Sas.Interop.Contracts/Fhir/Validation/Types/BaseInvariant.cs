using Sas.Interop.Contracts.Fhir.Validation.Definitions;

namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>One invariant of base R4.</summary>
/// <param name="Type">Type, or name of the part's model type.</param>
/// <param name="Key">Its R4 key.</param>
/// <param name="Expression">The condition, in the subset of FHIRPath that is evaluated here.</param>
/// <param name="Sentence">What it demands.</param>
internal sealed record BaseInvariant(string Type, string Key, string Expression, string Sentence)
{
    public ValidationSeverity Severity { get; init; } = ValidationSeverity.Error;

    /// <summary>The same as a rule that is judged like those of profiles.</summary>
    public InvariantRule ToRule() => new(Key, Severity == ValidationSeverity.Error, Sentence, Expression);
}
