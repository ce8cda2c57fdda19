using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Validation.Definitions;

namespace Sas.Interop.Contracts.Fhir.Validation;

/// <summary>Profiles, value sets and code systems, read from their FHIR definitions. Immutable.</summary>
public sealed class DefinitionSet
{
    private DefinitionSet(DefinitionIndex index) => Index = index;

    /// <summary>A set without any definition: base R4 alone.</summary>
    public static DefinitionSet Empty { get; } = new(DefinitionIndex.Empty);

    /// <summary>Canonical URLs of the profiles, sorted.</summary>
    public IReadOnlyList<string> Profiles => [.. Index.Profiles.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Canonical URLs of the value sets, sorted.</summary>
    public IReadOnlyList<string> ValueSets => [.. Index.ValueSets.Keys.Order(StringComparer.Ordinal)];

    internal DefinitionIndex Index { get; }

    /// <summary>
    /// Reads definitions: StructureDefinition (its snapshot; the differential is ignored), ValueSet and CodeSystem, alone or as entries of a Bundle.
    /// Resources of other types are passed over. Of two with one canonical URL, the later stands.
    /// </summary>
    /// <param name="files">The files, at most 5 000; each of at most 16 MiB.</param>
    /// <returns>
    /// The set; or <see cref="HubErrorCode.RequestTooLarge"/> or <see cref="HubErrorCode.RequestInvalid"/> with a sentence that names the file, the element and the
    /// rule. A set is read whole or not at all.
    /// </returns>
    public static Outcome<DefinitionSet> Read(IEnumerable<DefinitionFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var reader = new DefinitionReader();
        foreach (var file in files)
        {
            if (reader.Read(file) is { } error)
            {
                return error;
            }
        }

        return new DefinitionSet(reader.ToIndex());
    }

    /// <summary>Both sets in one.</summary>
    /// <param name="over">The set whose definitions stand where both have one of the same canonical URL.</param>
    /// <returns>The union.</returns>
    public DefinitionSet Merge(DefinitionSet over)
    {
        ArgumentNullException.ThrowIfNull(over);
        return new DefinitionSet(Index.Merge(over.Index));
    }

    /// <summary>Whether a profile is in the set; a <c>|version</c> is tolerated, and either canonical family (D23).</summary>
    /// <param name="canonical">Canonical URL.</param>
    /// <returns>True when it is.</returns>
    public bool HasProfile(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        return Index.FindProfile(canonical) is not null;
    }

    /// <summary>Whether a value set is in the set, with the same tolerance as <see cref="HasProfile"/>.</summary>
    /// <param name="canonical">Canonical URL.</param>
    /// <returns>True when it is.</returns>
    public bool HasValueSet(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        return Index.FindValueSet(canonical) is not null;
    }
}
