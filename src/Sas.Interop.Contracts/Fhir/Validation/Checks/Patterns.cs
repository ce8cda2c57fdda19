using Sas.Interop.Contracts.Fhir.Validation.Paths;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Compares a value with a fixed one or with a pattern.</summary>
internal static class Patterns
{
    /// <summary>Whether a value is the fixed one, in every part.</summary>
    public static bool IsFixed(Node node, Node fixedValue) => PathValue.Key(node) == PathValue.Key(fixedValue);

    /// <summary>Whether a value has all that a pattern has: each item of a list of the pattern is met by some item of the value's.</summary>
    public static bool Meets(Node node, Node pattern)
    {
        if (pattern.Form != NodeForm.Object)
        {
            return node.Form == pattern.Form && PathValue.Key(node) == PathValue.Key(pattern);
        }

        return pattern.Groups.All(group => node.Find(group.Name) is { } found
            && group.Nodes.All(item => found.Nodes.Any(one => Meets(one, item))));
    }
}
