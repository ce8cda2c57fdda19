using System.Globalization;
using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;
using Sas.Interop.Contracts.Fhir.Validation.Types;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Checks one value by the rules of one element, and then its children.</summary>
internal sealed class ElementCheck
{
    private readonly ValidationRun _run;
    private readonly ProfileCheck _profiles;
    private readonly SliceCheck _slices;

    public ElementCheck(ValidationRun run, ProfileCheck profiles)
    {
        _run = run;
        _profiles = profiles;
        _slices = new SliceCheck(new SliceMatch(run, profiles), this);
    }

    /// <summary>Checks one value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="rule">Its rules.</param>
    /// <param name="sliced">The sliced element, when the rule is that of a slice: its children hold where the slice has none of its own.</param>
    /// <param name="scope">The profile and where to tell.</param>
    public void Check(Node node, ElementRule rule, ElementRule? sliced, CheckScope scope)
    {
        if (CheckType(node, rule, scope.Verdict) is { } type)
        {
            CheckProfiles(node, rule, type, scope.Verdict);
            if (type is { Code: "Reference" or "canonical" } && (type.TargetProfiles.Count > 0 || type.Aggregation.Count > 0) && node.Type == "Reference")
            {
                scope.Verdict.References.Add((node, rule));
            }
        }

        CheckValue(node, rule, scope.Verdict);
        BindingCheck.Check(_run, node, rule, scope.Verdict);
        CheckContent(node, rule, sliced, scope);
    }

    /// <summary>Checks the invariants of a rule and the children of a value.</summary>
    public void CheckContent(Node node, ElementRule rule, ElementRule? sliced, CheckScope scope)
    {
        foreach (var invariant in rule.Invariants)
        {
            // Those of base R4 are judged once for every resource.
            if (!BaseInvariants.Covers(invariant.Key) || node.Resource.Type is not { } type || BaseTypes.Find(type) is null)
            {
                _run.Judge(node, invariant, scope.Verdict);
            }
        }

        var children = rule.Children.Count > 0 ? rule.Children
            : rule.ContentId is { } id && scope.Profile.ById.TryGetValue(id, out var content) ? content.Children
            : sliced?.Children ?? [];
        foreach (var child in children)
        {
            CheckChild(node, child, scope);
        }
    }

    private void CheckChild(Node owner, ElementRule rule, CheckScope scope)
    {
        var nodes = UntypedNodes.Children(owner, rule);
        var found = nodes.Count.ToString(CultureInfo.InvariantCulture);
        if (nodes.Count < rule.Min)
        {
            scope.Verdict.Add(EmptyAnswer.IsMeant(owner, rule)
                ? EmptyAnswer.Tell(owner)
                : new Finding(IssueKind.Missing, owner, rule.Rule, rule.Name, rule.Min.ToString(CultureInfo.InvariantCulture), found) { Child = rule.Name });
        }
        else if (nodes.Count > rule.Max)
        {
            scope.Verdict.Add(rule.Max == 0
                ? new Finding(IssueKind.Forbidden, nodes[0], rule.Rule, rule.Name)
                : new Finding(IssueKind.TooMany, nodes[rule.Max], rule.Rule, rule.Name, rule.Max.ToString(CultureInfo.InvariantCulture), found));
        }

        if (rule.Slices.Count > 0)
        {
            _slices.Check(owner, nodes, rule, scope);
            return;
        }

        foreach (var node in nodes)
        {
            Check(node, rule, null, scope);
        }
    }

    /// <summary>The type rule that fits the value; null when the element has none, or none fits.</summary>
    private static TypeRule? CheckType(Node node, ElementRule rule, Verdict verdict)
    {
        var isChoice = node.Group is { } group && group.Name != group.Element;
        if (rule.Types.Count == 0 || node.Form is NodeForm.List or NodeForm.None)
        {
            return null;
        }

        if (!isChoice && !node.IsResource)
        {
            // The form was judged with the base rules, which know the type of an element that has only one.
            return rule.Types[0];
        }

        var suffix = isChoice ? node.Group!.Name[node.Group.Element.Length..] : node.Type ?? ""; // A choice has a group.
        var fit = rule.Types.FirstOrDefault(type => type.Code.Equals(suffix, StringComparison.OrdinalIgnoreCase) || type.Code is "Resource" or "DomainResource" or "*" or "Element");
        if (fit is null)
        {
            verdict.Add(new Finding(IssueKind.TypeNotAllowed, node, rule.Rule, rule.Name, string.Join(", ", rule.Types.Select(static type => type.Code))));
        }

        return fit;
    }

    private void CheckProfiles(Node node, ElementRule rule, TypeRule type, Verdict verdict)
    {
        List<Verdict> known = [];
        foreach (var canonical in type.Profiles)
        {
            if (_run.Definitions.FindProfile(canonical) is { } profile)
            {
                known.Add(_profiles.Judge(node, profile));
            }
            else
            {
                verdict.Add(new Finding(IssueKind.ProfileUnresolved, node, rule.Rule, canonical) { Once = canonical });
            }
        }

        if (known.Count == 1 && type.Profiles.Count == 1)
        {
            verdict.Include(known[0]);
        }
        else if (known.Find(static one => !one.HasErrors) is { } fit)
        {
            verdict.Include(fit);
        }
        else if (known.Count > 0 && known.Count == type.Profiles.Count)
        {
            verdict.Add(new Finding(IssueKind.NoProfileFits, node, rule.Rule, rule.Name));
        }
    }

    private static void CheckValue(Node node, ElementRule rule, Verdict verdict)
    {
        if (rule.Fixed is { } fixedValue && !Patterns.IsFixed(node, fixedValue))
        {
            verdict.Add(new Finding(IssueKind.FixedValue, node, rule.Rule, rule.Name));
        }

        if (rule.Pattern is { } pattern && !Patterns.Meets(node, pattern))
        {
            verdict.Add(new Finding(IssueKind.PatternValue, node, rule.Rule, rule.Name));
        }

        if (rule.MaxLength is { } bound && node is { Form: NodeForm.Text, Text: { } text } && text.Length > bound)
        {
            verdict.Add(new Finding(IssueKind.MaxLength, node, rule.Rule, rule.Name, bound.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
