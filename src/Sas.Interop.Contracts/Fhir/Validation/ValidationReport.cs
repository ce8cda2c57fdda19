namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>The verdict on one resource.</summary>
/// <param name="Issues">What was found: errors first, each group in the order of the document; empty when there is nothing to say.</param>
public sealed record ValidationReport(IReadOnlyList<ValidationIssue> Issues)
{
    /// <summary>Code system of the rules named in <c>details.coding</c> of <see cref="ToOutcome"/>.</summary>
    public const string RuleSystem = "urn:sas-interop:validation-rule";

    private const string NothingFoundEnglish = "No rule is broken.";
    private const string NothingFoundFrench = "Aucune règle n’est enfreinte.";

    /// <summary>Whether there is no fatal issue and no error.</summary>
    public bool IsValid => !Issues.Any(static issue => issue.IsError);

    /// <summary>
    /// The verdict as R4 answers <c>$validate</c>: <c>diagnostics</c> holds the English sentence, <c>details.text</c> the French one, <c>details.coding</c> the rule
    /// (system <see cref="RuleSystem"/>), <c>expression</c> the location. Without any issue, one that says so, since R4 demands at least one.
    /// </summary>
    /// <returns>The outcome.</returns>
    public OperationOutcome ToOutcome() => new()
    {
        Issue = Issues.Count == 0
            ? [new OperationOutcomeIssue { Severity = "information", Code = "informational", Diagnostics = NothingFoundEnglish, Details = new CodeableConcept { Text = NothingFoundFrench } }]
            : [.. Issues.Select(ToOutcomeIssue)],
    };

    private static OperationOutcomeIssue ToOutcomeIssue(ValidationIssue issue) => new()
    {
        Severity = issue.Severity switch
        {
            ValidationSeverity.Fatal => "fatal",
            ValidationSeverity.Error => "error",
            ValidationSeverity.Warning => "warning",
            _ => "information",
        },
        Code = issue.Code,
        Diagnostics = issue.English,
        Details = new CodeableConcept { Coding = [new Coding { System = RuleSystem, Code = issue.Rule }], Text = issue.French },
        Expression = issue.Location.Length == 0 ? null : [issue.Location],
    };
}
