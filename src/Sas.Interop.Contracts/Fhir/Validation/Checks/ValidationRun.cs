using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Paths;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>What the checks of one validation share.</summary>
/// <param name="definitions">The definitions.</param>
/// <param name="expressions">The expressions of the validator.</param>
/// <param name="bound">How many issues the report may have.</param>
internal sealed class ValidationRun(DefinitionIndex definitions, PathExpressions expressions, int bound)
{
    private readonly PathScope _scope = new();

    public DefinitionIndex Definitions => definitions;

    public CodeLookup Codes { get; } = new(definitions);

    public ReferenceResolver References { get; } = new();

    public Verdict NewVerdict() => new(bound);

    /// <summary>Judges one invariant at one node.</summary>
    public void Judge(Node node, InvariantRule invariant, Verdict verdict)
    {
        if (invariant.Expression is null)
        {
            return;
        }

        switch (expressions.Holds(invariant.Expression, node, _scope))
        {
            case null:
                verdict.Add(new Finding(IssueKind.InvariantNotEvaluated, node, invariant.Key, invariant.Key) { Once = invariant.Expression });
                break;
            case false:
                verdict.Add(new Finding(IssueKind.Invariant, node, invariant.Key, invariant.Key, invariant.Sentence)
                {
                    Severity = invariant.IsError ? ValidationSeverity.Error : ValidationSeverity.Warning,
                });
                break;
            default:
                break;
        }
    }
}
