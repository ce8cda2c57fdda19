using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Judges nodes against profiles, each pair once: the time stays in proportion to nodes and profiles, however slices and references cross.</summary>
internal sealed class ProfileCheck
{
    private const int MaxDepth = 128;
    private readonly ValidationRun _run;
    private readonly ElementCheck _elements;
    private readonly Dictionary<(Node, Profile), Verdict> _verdicts = [];
    private int _depth;

    public ProfileCheck(ValidationRun run)
    {
        _run = run;
        _elements = new ElementCheck(run, this);
        Remarks = run.NewVerdict();
    }

    /// <summary>What is told of the judging itself, even where a verdict was only tried.</summary>
    public Verdict Remarks { get; }

    /// <summary>The verdict; one that is still in the making where profiles lead back to it.</summary>
    public Verdict Judge(Node node, Profile profile)
    {
        if (_verdicts.TryGetValue((node, profile), out var known))
        {
            return known;
        }

        var verdict = _run.NewVerdict();
        if (_depth >= MaxDepth)
        {
            Remarks.Add(new Finding(IssueKind.TooEntangled, node, profile.Root.Rule) { Once = "" });
            return verdict;
        }

        _verdicts[(node, profile)] = verdict;
        _depth++;
        if (node.Type is { } type && type != profile.Type && profile.Type is not ("Resource" or "DomainResource" or "Element"))
        {
            verdict.Add(new Finding(IssueKind.ProfileTypeMismatch, node, profile.Root.Rule, profile.Url, profile.Type));
        }
        else if (node.Form == NodeForm.Object || node.Groups.Count > 0)
        {
            _elements.CheckContent(node, profile.Root, null, new CheckScope(profile, verdict));
        }

        _depth--;
        return verdict;
    }
}
