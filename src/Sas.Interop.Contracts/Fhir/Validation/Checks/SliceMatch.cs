using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Says which values belong to a slice, by its discriminators.</summary>
/// <param name="run">Shared state of the validation.</param>
/// <param name="profiles">Judges values against profiles.</param>
internal sealed class SliceMatch(ValidationRun run, ProfileCheck profiles)
{
    private static readonly SlicingRule ByUrl = new([("value", "url")], false, false);
    private static readonly SlicingRule ByType = new([("type", "$this")], false, false);
    private readonly RulePaths _paths = new(run);

    /// <summary>How an element is sliced; extensions by URL and choices by type where the definition does not say.</summary>
    public static SlicingRule? SlicingOf(ElementRule rule) =>
        rule.Slicing ?? (rule.Name is "extension" or "modifierExtension" ? ByUrl : rule.Id.EndsWith("[x]", StringComparison.Ordinal) ? ByType : null);

    /// <summary>Whether a value is in a slice; null when the definitions do not tell.</summary>
    public bool? IsIn(Node node, ElementRule slice, ElementRule sliced, SlicingRule slicing)
    {
        bool? result = slicing.Discriminators.Count == 0 ? null : true;
        foreach (var (type, path) in slicing.Discriminators)
        {
            var steps = RulePaths.Steps(path);
            var rule = _paths.Rule(slice, sliced, steps);
            var values = _paths.Values(node, steps);
            var one = type switch
            {
                "value" or "pattern" => steps is ["url"] && UrlsOf(slice) is { Length: > 0 } urls
                    ? values.Any(value => urls.Contains(value.Text))
                    : rule is null ? null : HasValue(values, rule),
                "type" => rule is null ? null : values.Any(value => HasType(value, rule, steps)),
                "exists" => rule is null ? null : Exists(values.Any(), rule),
                "profile" => rule is null ? null : values.Any(value => HasProfile(value, rule, sliced, steps)),
                _ => null,
            };
            if (one == false)
            {
                return false;
            }

            result &= one;
        }

        return result;
    }

    /// <summary>Whether what a rule demands of a value itself can tell values apart, and whether one of them has it.</summary>
    private bool? HasValue(IEnumerable<Node> values, ElementRule rule)
    {
        if (rule.Fixed is { } fixedValue)
        {
            return values.Any(value => Patterns.IsFixed(value, fixedValue));
        }

        if (rule.Pattern is { } pattern)
        {
            return values.Any(value => Patterns.Meets(value, pattern));
        }

        if (rule.Binding is { IsRequired: true } binding && run.Codes.Knows(binding.ValueSet))
        {
            return values.Any(value => BindingCheck.Find(run.Codes, value, binding.ValueSet) == Membership.Yes);
        }

        return HasValueBelow(values, rule);
    }

    /// <summary>What the children of a rule fix tells too: <c>coding.system</c> under <c>$this</c>.</summary>
    private bool? HasValueBelow(IEnumerable<Node> values, ElementRule rule)
    {
        bool? result = null;
        foreach (var child in rule.Children)
        {
            if (HasValue(values.SelectMany(value => value.Children(child.Name)), child) is { } one)
            {
                result = (result ?? true) && one;
            }
        }

        return result;
    }

    /// <summary>Whether a value is of a type of the rule; at the end of a reference, of a type that the reference may lead to.</summary>
    private bool HasType(Node value, ElementRule rule, IReadOnlyList<string> steps) => IsResolved(steps)
        ? rule.Types.SelectMany(static type => type.TargetProfiles).Any(target => (run.Definitions.FindProfile(target)?.Type ?? target[(target.LastIndexOf('/') + 1)..]) == value.Type)
        : rule.Types.Any(type => type.Code == value.Type || (value.Group is { } group && group.Element != group.Name && SameWord(group.Name.AsSpan(group.Element.Length), type.Code)));

    private static bool IsResolved(IReadOnlyList<string> steps) => steps is [.., "resolve()"];

    private static bool SameWord(ReadOnlySpan<char> suffix, string type) => suffix.Equals(type, StringComparison.OrdinalIgnoreCase);

    private static bool? Exists(bool isThere, ElementRule rule) => rule.Max == 0 ? !isThere : rule.Min > 0 ? isThere : null;

    /// <summary>
    /// Whether a value claims the profile or conforms to it. A value that claims no profile is also in the slice that is the only one of its type,
    /// so that its faults are told instead of the slice's emptiness.
    /// </summary>
    private bool HasProfile(Node value, ElementRule rule, ElementRule sliced, IReadOnlyList<string> steps)
    {
        if (!HasType(value, rule, steps))
        {
            return false;
        }

        var wanted = rule.Types.SelectMany(type => IsResolved(steps) ? type.TargetProfiles : type.Profiles).Select(run.Definitions.FindProfile).OfType<Profile>().ToArray();
        if (wanted.Length == 0)
        {
            return true;
        }

        var claimed = value.Children("meta").SelectMany(static meta => meta.Children("profile")).Select(claim => run.Definitions.FindProfile(claim.Text ?? "")).OfType<Profile>().ToArray();
        return wanted.Any(claimed.Contains)
            || wanted.Any(profile => !profiles.Judge(value, profile).HasErrors)
            || (claimed.Length == 0 && sliced.Slices.Count(other => _paths.Rule(other, sliced, steps) is { } its && HasType(value, its, steps)) == 1);
    }

    /// <summary>The URLs that an extension of a slice may have, from its own rule or from the profile that it names.</summary>
    private static string[] UrlsOf(ElementRule slice) =>
        slice.Children.Find(static child => child.Name == "url") is { Fixed.Text: { } url } ? [url] : [.. slice.Types.SelectMany(static type => type.Profiles).Select(DefinitionIndex.Bare)];
}
