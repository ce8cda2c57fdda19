using System.Globalization;
using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Sorts the values of an element into its slices, counts them, and has each checked by the rules of its slice.</summary>
/// <param name="match">Says what belongs to a slice.</param>
/// <param name="elements">Checks one value.</param>
internal sealed class SliceCheck(SliceMatch match, ElementCheck elements)
{
    /// <summary>Checks all values of a sliced element.</summary>
    /// <param name="owner">The node that has the element.</param>
    /// <param name="nodes">The values.</param>
    /// <param name="rule">The sliced element.</param>
    /// <param name="scope">The profile and where to tell.</param>
    public void Check(Node owner, IReadOnlyList<Node> nodes, ElementRule rule, CheckScope scope)
    {
        var slicing = SliceMatch.SlicingOf(rule);
        var counts = new int[rule.Slices.Count];
        var members = rule.Slices.Select(static _ => new List<Node>()).ToArray();
        var isUndetermined = new bool[rule.Slices.Count];
        Node? outside = null;
        foreach (var node in nodes)
        {
            var at = slicing is null ? -1 : Find(node, rule, slicing, isUndetermined);
            if (at >= 0)
            {
                counts[at]++;
                members[at].Add(node);
                if (slicing!.IsOpenAtEnd && outside is not null) // A slice was found by it.
                {
                    scope.Verdict.Add(new Finding(IssueKind.SliceOutOfOrder, outside, rule.Rule, rule.Name));
                }
            }
            else
            {
                outside = node;
                if (slicing is { IsClosed: true } && !isUndetermined.Contains(true))
                {
                    scope.Verdict.Add(new Finding(IssueKind.SliceUnmatched, node, rule.Rule, rule.Name));
                }

                elements.Check(node, rule, null, scope);
            }
        }

        for (var i = 0; i < rule.Slices.Count; i++)
        {
            CheckSlice(owner, members[i], rule, rule.Slices[i], scope with { IsUndetermined = isUndetermined[i] || slicing is null });
        }
    }

    private int Find(Node node, ElementRule rule, SlicingRule slicing, bool[] isUndetermined)
    {
        for (var i = 0; i < rule.Slices.Count; i++)
        {
            switch (match.IsIn(node, rule.Slices[i], rule, slicing))
            {
                case true:
                    return i;
                case null:
                    isUndetermined[i] = true;
                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    private void CheckSlice(Node owner, List<Node> members, ElementRule rule, ElementRule slice, CheckScope scope)
    {
        var name = slice.SliceName ?? slice.Id;
        if (scope.IsUndetermined)
        {
            scope.Verdict.Add(new Finding(IssueKind.SliceUndetermined, owner, slice.Rule, rule.Name, name) { Child = rule.Name, Once = slice.Rule });
        }
        else
        {
            Count(owner, members, rule, slice, scope);
        }

        if (slice.Slices.Count > 0)
        {
            // Slices of a slice; values outside them are checked by the outer slice.
            Check(owner, members, slice, scope with { IsUndetermined = false });
            return;
        }

        foreach (var node in members)
        {
            elements.Check(node, slice, rule, scope);
        }
    }

    private static void Count(Node owner, List<Node> members, ElementRule rule, ElementRule slice, CheckScope scope)
    {
        var name = slice.SliceName ?? slice.Id;
        var found = members.Count.ToString(CultureInfo.InvariantCulture);
        if (members.Count < slice.Min)
        {
            scope.Verdict.Add(EmptyAnswer.IsMeant(owner, rule)
                ? EmptyAnswer.Tell(owner)
                : new Finding(IssueKind.SliceMissing, owner, slice.Rule, rule.Name, name, slice.Min.ToString(CultureInfo.InvariantCulture), found) { Child = rule.Name });
        }
        else if (members.Count > slice.Max && slice.Max == 0)
        {
            scope.Verdict.Add(new Finding(IssueKind.Forbidden, members[0], slice.Rule, rule.Name));
        }
        else if (members.Count > slice.Max)
        {
            scope.Verdict.Add(new Finding(IssueKind.SliceTooMany, members[slice.Max], slice.Rule, rule.Name, name, slice.Max.ToString(CultureInfo.InvariantCulture), found));
        }
    }
}
