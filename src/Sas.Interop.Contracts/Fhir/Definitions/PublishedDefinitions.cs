using System.Reflection;

using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Contracts.Fhir.Definitions;

/// <summary>
/// Our own definitions of the national profiles (CONTRACT §5, version 1.1.0) and of the value sets that they bind (CONTRACT §6.4), as FHIR JSON inside this assembly.
/// The facts are those of the official package, the words are ours; where they differ on purpose, a test names the reason. Safe for any number of threads.
/// </summary>
public static class PublishedDefinitions
{
    private static readonly Lazy<IReadOnlyList<DefinitionFile>> Embedded = new(ReadAll);
    private static readonly Lazy<DefinitionSet> Loaded = new(LoadAll);

    /// <summary>One file for each StructureDefinition and ValueSet, named <c>{type}-{id}.json</c>, in the order of the names; UTF-8 without mark.</summary>
    public static IReadOnlyList<DefinitionFile> Files => Embedded.Value;

    /// <summary>The same files as a set that a <see cref="FhirValidator"/> takes.</summary>
    /// <returns>The set; the same one each time.</returns>
    public static DefinitionSet Load() => Loaded.Value;

    private static DefinitionFile[] ReadAll()
    {
        var assembly = typeof(PublishedDefinitions).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(static name => name.EndsWith(".json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new DefinitionFile(name, Read(assembly, name))),
        ];
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks its own resource {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static DefinitionSet LoadAll()
    {
        var loaded = DefinitionSet.Read(Files);
        return loaded.IsSuccess ? loaded.Value : throw new InvalidOperationException($"The published definitions cannot be used: {loaded.Error.Detail}");
    }
}
