using System.Globalization;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>Reads the snapshot of a StructureDefinition into a tree of rules.</summary>
internal static class ProfileReader
{
    private const int MaxElements = 5_000;

    public static Profile Read(Node resource)
    {
        var url = Demand(resource, "url", "StructureDefinition");
        var type = Demand(resource, "type", url);
        var name = resource.TextOf("id") ?? url[(url.LastIndexOf('/') + 1)..];
        var snapshot = resource.Children("snapshot") is [var found, ..] ? found : throw new DefinitionException(url, "StructureDefinition.snapshot is required; a differential alone is not applied.");
        var elements = snapshot.Children("element");
        if (elements.Count is 0 or > MaxElements)
        {
            throw new DefinitionException(url, $"a snapshot has 1 to {MaxElements} elements.");
        }

        Dictionary<string, ElementRule> byId = new(StringComparer.Ordinal);
        ElementRule? root = null;
        foreach (var element in elements)
        {
            var rule = ElementReader.Read(element, url, name);
            if (!byId.TryAdd(rule.Id, rule))
            {
                throw new DefinitionException($"{url}#{rule.Id}", "two elements have this id.");
            }

            if (root is not null)
            {
                Attach(rule, byId, url);
            }

            root ??= rule;
        }

        // There is at least one element.
        return new Profile(url, name, type, root!, byId);
    }

    private static string Demand(Node owner, string name, string place) =>
        owner.TextOf(name) is { Length: > 0 } text ? text : throw new DefinitionException(place, name + " is required.");

    private static void Attach(ElementRule rule, Dictionary<string, ElementRule> byId, string url)
    {
        var dot = rule.Id.LastIndexOf('.');
        var last = rule.Id[(dot + 1)..];
        if (last.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
        {
            // A slice of a slice is written "outer/inner".
            var slash = last.LastIndexOf('/');
            var owner = string.Concat(rule.Id.AsSpan(0, dot + 1), slash > colon ? last.AsSpan(0, slash) : last.AsSpan(0, colon));
            Owner(owner).Slices.Add(rule);
            return;
        }

        Owner(dot < 0 ? "" : rule.Id[..dot]).Children.Add(rule);

        ElementRule Owner(string id) => byId.TryGetValue(id, out var owner)
            ? owner
            : throw new DefinitionException($"{url}#{rule.Id}", string.Create(CultureInfo.InvariantCulture, $"the element that holds it ({id}) does not stand before it."));
    }
}
