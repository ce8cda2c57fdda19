using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Follows the path of a discriminator through rules and through values: <c>$this</c>, names, <c>extension('url')</c>, <c>ofType(X)</c>, <c>resolve()</c>.</summary>
/// <param name="run">Shared state of the validation.</param>
internal sealed class RulePaths(ValidationRun run)
{
    private const string ExtensionCall = "extension(";

    /// <summary>The steps of a path; none for <c>$this</c>.</summary>
    public static string[] Steps(string path)
    {
        // The URL of extension('url') holds dots.
        List<string> steps = [];
        var start = 0;
        var isQuoted = false;
        for (var at = 0; at <= path.Length; at++)
        {
            isQuoted ^= at < path.Length && path[at] == '\'';
            if (at == path.Length || (path[at] == '.' && !isQuoted))
            {
                steps.Add(path[start..at]);
                start = at + 1;
            }
        }

        return [.. steps.Where(static step => step is not ("$this" or ""))];
    }

    /// <summary>The values at a path.</summary>
    public IEnumerable<Node> Values(Node node, IReadOnlyList<string> steps)
    {
        IEnumerable<Node> values = [node];
        foreach (var step in steps)
        {
            values = step switch
            {
                "resolve()" => values.Select(one => run.References.Resolve(one)?.Target).OfType<Node>(),
                _ when step.StartsWith("ofType(", StringComparison.Ordinal) => values.Where(one => one.Type == Argument(step)),
                _ when step.StartsWith(ExtensionCall, StringComparison.Ordinal) => values.SelectMany(static one => one.Children("extension")).Where(one => one.TextOf("url") == Argument(step)),
                _ => values.SelectMany(one => one.Children(step)),
            };
        }

        return values;
    }

    /// <summary>The rule at a path below a rule; null where the definitions do not reach.</summary>
    public ElementRule? Rule(ElementRule rule, ElementRule? sliced, IReadOnlyList<string> steps)
    {
        var found = rule;
        foreach (var step in steps)
        {
            if (step == "resolve()" || step.StartsWith("ofType(", StringComparison.Ordinal))
            {
                continue;
            }

            var isExtension = step.StartsWith(ExtensionCall, StringComparison.Ordinal);
            var next = Child(found, isExtension ? "extension" : step) ?? (found == rule && sliced is not null && found.Children.Count == 0 ? Child(sliced, step) : null);
            found = isExtension ? next?.Slices.FirstOrDefault(slice => IsExtension(slice, Argument(step))) : next;
            if (found is null)
            {
                return null;
            }
        }

        return found;
    }

    private ElementRule? Child(ElementRule rule, string name)
    {
        if (rule.Children.Find(one => one.Name == name) is { } own)
        {
            return own;
        }

        return rule.Types.SelectMany(static type => type.Profiles)
            .Select(run.Definitions.FindProfile)
            .Select(profile => profile?.Root.Children.Find(one => one.Name == name))
            .FirstOrDefault(static one => one is not null);
    }

    private static bool IsExtension(ElementRule slice, string url) =>
        slice.Types.Any(type => type.Profiles.Contains(url)) || slice.Children.Exists(child => child.Name == "url" && child.Fixed?.Text == url);

    private static string Argument(string step) => step[(step.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Trim('\'');
}
