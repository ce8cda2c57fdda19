using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>What one profile says of one node; made once, however many roads lead to it, and told only where it counts.</summary>
/// <param name="bound">How many issues the report may have.</param>
internal sealed class Verdict(int bound)
{
    private readonly List<Verdict> _parts = [];

    public Findings Own { get; } = new(bound);

    /// <summary>References whose targets the profile has a say in; judged last, since they lead anywhere.</summary>
    public List<(Node Node, ElementRule Rule)> References { get; } = [];

    /// <summary>Whether this or a part of it holds an error, targets of references aside.</summary>
    public bool HasErrors { get => field || Own.HasErrors; private set; }

    public void Add(Finding finding) => Own.Add(finding);

    /// <summary>Makes a verdict on a part a part of this one.</summary>
    public void Include(Verdict part)
    {
        _parts.Add(part);
        HasErrors |= part.HasErrors;
    }

    /// <summary>This verdict and those that it includes, each once.</summary>
    public IEnumerable<Verdict> Unfold(HashSet<Verdict> seen)
    {
        Stack<Verdict> open = new([this]);
        while (open.TryPop(out var verdict))
        {
            if (!seen.Add(verdict))
            {
                continue;
            }

            yield return verdict;
            for (var i = verdict._parts.Count - 1; i >= 0; i--)
            {
                open.Push(verdict._parts[i]);
            }
        }
    }
}
