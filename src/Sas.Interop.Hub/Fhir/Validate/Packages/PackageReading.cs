using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate.Packages;

/// <summary>The definitions of a package, or why there are none.</summary>
/// <param name="Files">The definitions; resources of other types are left out.</param>
/// <param name="Problem">The end of a sentence that begins with the package, or null.</param>
internal sealed record PackageReading(IReadOnlyList<DefinitionFile> Files, string? Problem)
{
    public static PackageReading Of(IReadOnlyList<DefinitionFile> files) =>
        files.Count > 0 ? new PackageReading(files, null) : Failed("holds no StructureDefinition, ValueSet or CodeSystem");

    public static PackageReading Failed(string problem) => new([], problem);
}
