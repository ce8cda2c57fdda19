using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>Reads ValueSet and CodeSystem.</summary>
internal static class CodeListReader
{
    private const int MaxCodes = 500_000;

    public static CodeList ReadValueSet(Node resource)
    {
        var url = Url(resource);
        if (resource.Children("expansion") is [var expansion, ..] && expansion.Children("contains").Count > 0)
        {
            return new CodeList(url, ReadExpansion(url, expansion), []);
        }

        var compose = resource.Children("compose");
        return new CodeList(url, ReadParts(compose, "include", url), ReadParts(compose, "exclude", url));
    }

    public static CodeSystemCodes ReadCodeSystem(Node resource)
    {
        var url = Url(resource);
        HashSet<string> codes = [];
        Gather(resource, "concept", node => Add(codes, node.TextOf("code"), url));
        return new CodeSystemCodes(url, resource.TextOf("content") == "complete", codes);
    }

    private static string Url(Node resource) =>
        resource.TextOf("url") is { Length: > 0 } url ? url : throw new DefinitionException(resource.TextOf("resourceType") + ".url", "a definition has a canonical URL.");

    private static CodePart[] ReadParts(IReadOnlyList<Node> compose, string name, string url) =>
    [
        .. compose.SelectMany(node => node.Children(name)).Select(part =>
        {
            HashSet<string>? codes = part.Children("concept").Count == 0 ? null : [];
            foreach (var concept in part.Children("concept"))
            {
                Add(codes!, concept.TextOf("code"), url); // There is a set when there are concepts.
            }

            var valueSets = part.Children("valueSet").Select(static node => node.Text ?? "").ToArray();
            return new CodePart(part.TextOf("system"), codes, valueSets, part.Children("filter").Count > 0);
        }),
    ];

    private static CodePart[] ReadExpansion(string url, Node expansion)
    {
        Dictionary<string, HashSet<string>> bySystem = [];
        Gather(expansion, "contains", node =>
        {
            if (node.TextOf("system") is { } system && node.TextOf("abstract") != "true" && node.TextOf("code") is { } code)
            {
                bySystem.TryAdd(system, []);
                Add(bySystem[system], code, url);
            }
        });
        return [.. bySystem.Select(static pair => new CodePart(pair.Key, pair.Value, [], HasFilter: false))];
    }

    /// <summary>Visits the concepts and those below them; the depth is bounded by that of the text.</summary>
    private static void Gather(Node owner, string name, Action<Node> visit)
    {
        foreach (var node in owner.Children(name))
        {
            visit(node);
            Gather(node, name, visit);
        }
    }

    private static void Add(HashSet<string> codes, string? code, string url)
    {
        codes.Add(code ?? throw new DefinitionException(url, "a concept has a code."));
        if (codes.Count > MaxCodes)
        {
            throw new DefinitionException(url, $"more than {MaxCodes} codes.");
        }
    }
}
