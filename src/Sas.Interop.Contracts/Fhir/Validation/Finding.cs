using System.Globalization;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>An issue before it is put into words: most of those of a slice that is only tried are never told.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where; null for the whole text.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Arguments">What fills the places of the sentences.</param>
internal sealed record Finding(IssueKind Kind, Node? At, string Rule, params object[] Arguments)
{
    /// <summary>Name of a child of <see cref="At"/> that is meant, present or not; null when <see cref="At"/> itself is.</summary>
    public string? Child { get; init; }

    /// <summary>Weight, where it is not the usual one.</summary>
    public ValidationSeverity Severity { get; init; } = IssueTexts.All[Kind].Severity;

    /// <summary>What is told once a report, wherever it is met; null when each place is told.</summary>
    public string? Once { get; init; }

    public bool IsError => Severity is ValidationSeverity.Fatal or ValidationSeverity.Error;

    /// <summary>What makes two findings one: base R4 and a profile often demand the same of one place.</summary>
    public (IssueKind, object?, string?, string) Identity => (Kind, Once is null ? At : null, Child, Once ?? (IsRuleBlind ? "" : Rule));

    private bool IsRuleBlind => Kind is IssueKind.Missing or IssueKind.TooMany or IssueKind.BindingRequired;

    public ValidationIssue ToIssue()
    {
        var text = IssueTexts.All[Kind];
        return new ValidationIssue
        {
            Severity = Severity,
            Code = text.Code,
            Location = Location(),
            Rule = Rule,
            English = string.Format(CultureInfo.InvariantCulture, text.English, Arguments),
            French = string.Format(CultureInfo.InvariantCulture, text.French, Arguments),
        };
    }

    private string Location()
    {
        var path = At?.Path ?? "";
        return Child is null ? path : path + "." + Child;
    }
}
