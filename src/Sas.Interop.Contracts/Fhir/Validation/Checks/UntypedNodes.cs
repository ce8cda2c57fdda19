using Sas.Interop.Contracts.Fhir.Validation.Definitions;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Checks;

/// <summary>Finds children by a rule where the base types are not modelled and the members are not yet known by element.</summary>
internal static class UntypedNodes
{
    public static IReadOnlyList<Node> Children(Node owner, ElementRule rule)
    {
        var nodes = owner.Children(rule.Name);
        if (nodes.Count > 0 || !rule.Id.EndsWith("[x]", StringComparison.Ordinal))
        {
            return nodes;
        }

        foreach (var type in rule.Types)
        {
            if (owner.Find(rule.Name + char.ToUpperInvariant(type.Code[0]) + type.Code[1..]) is { } group)
            {
                group.Element = rule.Name;
                group.Nodes.ForEach(node => node.Type ??= type.Code);
                return group.Nodes;
            }
        }

        return nodes;
    }
}
