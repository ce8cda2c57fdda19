using System.Globalization;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>What a caller of <c>$validate</c> is told.</summary>
internal static class ValidateAnswers
{
    private const int MaxPlaces = 10;
    private const string Conforms = "The resource conforms: no rule is broken.";
    private const string ConformsFrench = "La ressource est conforme : aucune règle n'est enfreinte.";

    /// <summary>
    /// Every error, then the rest, where one rule that speaks of many places is told once with the first of them: a Bundle of hundreds of resources would otherwise bury what
    /// matters. Before them, when none is an error, an issue that says that the resource conforms.
    /// </summary>
    public static OperationOutcome Verdict(ValidationReport report, int most)
    {
        var told = report.Issues.Where(static issue => issue.IsError).Select(static issue => ToIssue([issue]))
            .Concat(report.Issues.Where(static issue => !issue.IsError).GroupBy(static issue => (issue.Severity, issue.Rule, issue.English)).Select(static group => ToIssue([.. group])))
            .ToList();
        var listed = told.Count > most ? [.. told.Take(most), More(most)] : told;
        return new OperationOutcome { Issue = report.IsValid ? [Information(Conforms, ConformsFrench), .. listed] : listed };
    }

    public static OperationOutcome PatientData(IReadOnlyList<string> paths) => new()
    {
        Issue =
        [
            .. paths.Select(static path => new OperationOutcomeIssue
            {
                Severity = "error",
                Code = FhirErrors.ToFhir(HubErrorCode.PatientData).IssueCode,
                Diagnostics = "The element names a patient, which the hub never accepts; nothing was judged.",
                Details = new CodeableConcept { Text = "L'élément désigne un patient, ce que le hub n'accepte jamais ; rien n'a été jugé." },
                Expression = path.Length > 0 ? [path] : null,
            }),
        ],
    };

    private static OperationOutcomeIssue ToIssue(IReadOnlyList<ValidationIssue> places)
    {
        var first = new ValidationReport([places[0]]).ToOutcome().Issue?[0] ?? throw new InvalidOperationException("An issue is told by one issue.");
        return places.Count == 1 ? first : first with
        {
            Diagnostics = string.Create(CultureInfo.InvariantCulture, $"{first.Diagnostics} ({places.Count} places)"),
            Details = first.Details is { } details ? details with { Text = string.Create(CultureInfo.InvariantCulture, $"{details.Text} ({places.Count} endroits)") } : null,
            Expression = [.. places.Take(MaxPlaces).Select(static place => place.Location).Where(static location => location.Length > 0)],
        };
    }

    private static OperationOutcomeIssue More(int most) => Information(
        string.Create(CultureInfo.InvariantCulture, $"More was found; only {most} issues are listed."),
        string.Create(CultureInfo.InvariantCulture, $"D'autres anomalies ont été trouvées ; seules {most} sont listées."));

    private static OperationOutcomeIssue Information(string english, string french) =>
        new() { Severity = "information", Code = "informational", Diagnostics = english, Details = new CodeableConcept { Text = french } };
}
