namespace Sas.Interop.Contracts.Fhir;

/// <summary>What came of a request (R4 <c>OperationOutcome</c>).</summary>
public sealed record OperationOutcome : DomainResource
{
    /// <summary>What happened; at least one.</summary>
    public IReadOnlyList<OperationOutcomeIssue>? Issue { get; init; }

    /// <summary>An outcome with one issue.</summary>
    /// <param name="severity"><c>fatal</c>, <c>error</c>, <c>warning</c> or <c>information</c>.</param>
    /// <param name="code">R4 issue type.</param>
    /// <param name="diagnostics">A sentence with the facts; never a name, a phone number or a secret.</param>
    /// <param name="expression">Where, as FHIRPath; none when the whole request is meant.</param>
    /// <returns>The outcome.</returns>
    public static OperationOutcome Create(string severity, string code, string diagnostics, params IReadOnlyList<string> expression) => new()
    {
        Issue =
        [
            new OperationOutcomeIssue { Severity = severity, Code = code, Diagnostics = diagnostics, Expression = expression.Count == 0 ? null : expression },
        ],
    };
}
