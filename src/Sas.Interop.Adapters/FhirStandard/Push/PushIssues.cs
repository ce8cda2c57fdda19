using System.Globalization;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>Gathers what is wrong with a push, up to a bound; errors push warnings out, never the reverse.</summary>
internal sealed class PushIssues
{
    private const int Bound = 1000;
    private const int Located = -1;
    private readonly List<(FhirIssue Issue, int Entry)> _errors = [];
    private readonly List<(FhirIssue Issue, int Entry)> _warnings = [];
    private bool _more;

    public bool HasErrors { get; private set; }

    public void Add(FhirIssue issue) => Add(issue, Located);

    public void AddRange(IReadOnlyList<FhirIssue> issues, bool hasErrors)
    {
        foreach (var issue in issues)
        {
            Add(issue);
        }

        HasErrors |= hasErrors;
    }

    public void Error(string rule, string path, string message) => Add(new FhirIssue { Severity = FhirIssueSeverity.Error, Rule = rule, Path = path, Line = 1, Column = 1, Message = message });

    public void Error(EntryFault fault)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"Bundle.entry[{fault.Entry}].{fault.Element}");
        Add(new FhirIssue { Severity = FhirIssueSeverity.Error, Rule = fault.Rule, Path = path, Line = 1, Column = 1, Message = fault.Message }, fault.Entry);
    }

    /// <summary>The issues in the order of the text. Asked for at the end, when the scan knows where every entry begins.</summary>
    public IReadOnlyList<FhirIssue> ToList(PushScan scan)
    {
        var listed = _errors.Concat(_warnings)
            .Take(Bound)
            .Select(found => found.Entry == Located ? found.Issue : At(found.Issue, scan.EntryAt(found.Entry)))
            .OrderBy(static issue => issue.Line)
            .ThenBy(static issue => issue.Column);
        return _more || _errors.Count + _warnings.Count > Bound
            ? [.. listed, new FhirIssue { Severity = FhirIssueSeverity.Warning, Rule = FhirIssueRules.More, Path = "Bundle", Line = 1, Column = 1, Message = "More was found than is listed." }]
            : [.. listed];
    }

    private static FhirIssue At(FhirIssue issue, TextPlace place) => issue with { Line = place.Line, Column = place.Column };

    private void Add(FhirIssue issue, int entry)
    {
        HasErrors |= issue.IsError;
        var list = issue.IsError ? _errors : _warnings;
        if (list.Count < Bound)
        {
            list.Add((issue, entry));
        }
        else
        {
            _more = true;
        }
    }
}
