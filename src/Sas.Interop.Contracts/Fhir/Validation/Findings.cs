using System.Globalization;

namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>Gathers findings, a bounded number of errors and as many of the others, each place and rule once.</summary>
/// <param name="bound">How many issues the report may have.</param>
internal sealed class Findings(int bound)
{
    private readonly List<Finding> _errors = [];
    private readonly List<Finding> _others = [];
    private readonly HashSet<(object?, string?, string, IssueKind)> _seen = [];
    private bool _overflown;

    public bool HasErrors => _errors.Count > 0;

    public IEnumerable<Finding> All => _errors.Concat(_others);

    public void Add(Finding finding)
    {
        var list = finding.IsError ? _errors : _others;
        if (list.Count >= bound)
        {
            _overflown |= !_seen.Contains((finding.At, finding.Child, finding.Rule, finding.Kind));
        }
        else if (_seen.Add((finding.At, finding.Child, finding.Rule, finding.Kind)))
        {
            list.Add(finding);
        }
    }

    public ValidationReport ToReport()
    {
        List<ValidationIssue> issues = [.. All.Take(bound).Select(static finding => finding.ToIssue())];
        if (_overflown || _errors.Count + _others.Count > bound)
        {
            issues.Add(new Finding(IssueKind.More, null, "more", bound.ToString(CultureInfo.InvariantCulture)).ToIssue());
        }

        return new ValidationReport(issues);
    }
}
