using System.Collections.Frozen;

namespace Sas.Interop.Contracts.Fhir.Validation.Definitions;

/// <summary>Definitions by canonical URL.</summary>
/// <param name="Profiles">The profiles.</param>
/// <param name="ValueSets">The value sets.</param>
/// <param name="CodeSystems">The code systems.</param>
internal sealed record DefinitionIndex(
    FrozenDictionary<string, Profile> Profiles,
    FrozenDictionary<string, CodeList> ValueSets,
    FrozenDictionary<string, CodeSystemCodes> CodeSystems)
{
    // The families of one guide (D23), and that under which the guide's own texts cite one of its profiles (D22).
    private static readonly string[] Families =
    [
        "http://sas.fr/fhir/",
        "https://interop.esante.gouv.fr/ig/fhir/sas/",
        "http://interopsante.org/fhir/",
    ];

    public static DefinitionIndex Empty { get; } =
        new(FrozenDictionary<string, Profile>.Empty, FrozenDictionary<string, CodeList>.Empty, FrozenDictionary<string, CodeSystemCodes>.Empty);

    /// <summary>The URL without <c>|version</c>.</summary>
    public static string Bare(string canonical) => canonical.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0 ? canonical[..bar] : canonical;

    public Profile? FindProfile(string canonical) => Find(Profiles, canonical);

    public CodeList? FindValueSet(string canonical) => Find(ValueSets, canonical);

    public CodeSystemCodes? FindCodeSystem(string canonical) => CodeSystems.GetValueOrDefault(Bare(canonical));

    public DefinitionIndex Merge(DefinitionIndex over) =>
        new(Union(Profiles, over.Profiles), Union(ValueSets, over.ValueSets), Union(CodeSystems, over.CodeSystems));

    private static T? Find<T>(FrozenDictionary<string, T> all, string canonical)
        where T : class
    {
        var url = Bare(canonical);
        if (all.TryGetValue(url, out var exact))
        {
            return exact;
        }

        foreach (var family in Families)
        {
            if (url.StartsWith(family, StringComparison.Ordinal))
            {
                return Families.Select(other => all.GetValueOrDefault(string.Concat(other, url.AsSpan(family.Length)))).FirstOrDefault(static one => one is not null);
            }
        }

        return null;
    }

    private static FrozenDictionary<string, T> Union<T>(FrozenDictionary<string, T> below, FrozenDictionary<string, T> over)
    {
        var all = below.ToDictionary();
        foreach (var (url, one) in over)
        {
            all[url] = one;
        }

        return all.ToFrozenDictionary();
    }
}
