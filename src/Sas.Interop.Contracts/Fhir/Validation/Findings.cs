using System.Globalization;

namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>Gathers findings: a bounded number of errors and as many remarks, few of one rule; each place and rule once.</summary>
/// <param name="bound">How many issues the report may have.</param>
internal sealed class Findings(int bound)
{
    // So that one remark on every entry of a long answer does not hide the others.
    private const int MaxRemarksPerRule = 20;

    private readonly List<Finding> _errors = [];
    private readonly List<Finding> _others = [];
    private Dictionary<(IssueKind, string), int>? _perRule;
    private HashSet<(IssueKind, object?, string?, string)>? _seen;
    private bool _overflown;

    public bool HasErrors => _errors.Count > 0;

    public IEnumerable<Finding> All => _errors.Concat(_others);

    public void Add(Finding finding)
    {
        var list = finding.IsError ? _errors : _others;
        _seen ??= [];
        if (list.Count >= bound || IsRepeated(finding))
        {
            _overflown |= !_seen.Contains(finding.Identity);
        }
        else if (_seen.Add(finding.Identity))
        {
            list.Add(finding);
            if (!finding.IsError)
            {
                _perRule ??= [];
                _perRule[(finding.Kind, finding.Rule)] = _perRule.GetValueOrDefault((finding.Kind, finding.Rule)) + 1;
            }
        }
    }

    /// <summary>Takes over what another gathered, up to the bound of this one.</summary>
    public void AddAll(Findings other)
    {
        foreach (var finding in other.All)
        {
            Add(finding);
        }

        _overflown |= other._overflown;
    }

    public ValidationReport ToReport()
    {
        var sorted = _errors.OrderBy(static finding => finding.At?.Order ?? 0).Concat(_others.OrderBy(static finding => finding.At?.Order ?? 0));
        List<ValidationIssue> issues = [.. sorted.Take(bound).Select(static finding => finding.ToIssue())];
        if (_overflown || _errors.Count + _others.Count > bound)
        {
            issues.Add(new Finding(IssueKind.More, null, "more", issues.Count.ToString(CultureInfo.InvariantCulture)).ToIssue());
        }

        return new ValidationReport(issues);
    }

    private bool IsRepeated(Finding finding) => !finding.IsError && _perRule is not null && _perRule.GetValueOrDefault((finding.Kind, finding.Rule)) >= MaxRemarksPerRule;
}
