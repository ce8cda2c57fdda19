using System.Globalization;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>Gathers what is wrong with a push, up to a bound; errors push warnings out, never the reverse.</summary>
internal sealed class PushIssues(PushScan scan)
{
    private const int Bound = 1000;
    private readonly List<FhirIssue> _errors = [];
    private readonly List<FhirIssue> _warnings = [];
    private bool _more;

    public bool HasErrors { get; private set; }

    public void Add(FhirIssue issue)
    {
        HasErrors |= issue.IsError;
        var list = issue.IsError ? _errors : _warnings;
        if (list.Count < Bound)
        {
            list.Add(issue);
        }
        else
        {
            _more = true;
        }
    }

    public void AddRange(IReadOnlyList<FhirIssue> issues, bool hasErrors)
    {
        foreach (var issue in issues)
        {
            Add(issue);
        }

        HasErrors |= hasErrors;
    }

    public void Error(string rule, string path, string message) => Add(new FhirIssue(FhirIssueSeverity.Error, rule, path, 1, 1, message));

    public void Error(EntryFault fault) => AddAt(FhirIssueSeverity.Error, fault);

    public void Warn(EntryFault fault) => AddAt(FhirIssueSeverity.Warning, fault);

    public IReadOnlyList<FhirIssue> ToList()
    {
        IEnumerable<FhirIssue> listed = [.. _errors.Concat(_warnings).Take(Bound).OrderBy(static issue => issue.Line).ThenBy(static issue => issue.Column)];
        return _more || _errors.Count + _warnings.Count > Bound
            ? [.. listed, new FhirIssue(FhirIssueSeverity.Warning, FhirIssueRules.More, "Bundle", 1, 1, "More was found than is listed.")]
            : [.. listed];
    }

    private void AddAt(FhirIssueSeverity severity, EntryFault fault)
    {
        var place = scan.EntryAt(fault.Entry);
        var path = string.Create(CultureInfo.InvariantCulture, $"Bundle.entry[{fault.Entry}].{fault.Element}");
        Add(new FhirIssue(severity, fault.Rule, path, place.Line, place.Column, fault.Message));
    }
}
