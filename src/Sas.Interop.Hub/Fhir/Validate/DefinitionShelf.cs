using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Validate.Packages;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>The definitions that <c>$validate</c> judges by: the hub's own, and over them those of the official package when a setting names it. Read once, at the start.</summary>
internal sealed class DefinitionShelf
{
    private const string Setting = $"{ValidationOptions.Section}:{nameof(ValidationOptions.Package)}";

    /// <exception cref="InvalidConfigurationException">The package cannot be used.</exception>
    public DefinitionShelf(IOptions<ValidationOptions> options, ILogger<DefinitionShelf> logger)
    {
        if (options.Value.Package is not { } package)
        {
            Definitions = PublishedDefinitions.Load();
            return;
        }

        var path = PackageReader.Locate(package);
        var reading = PackageReader.Read(path, PackageBounds.Default);
        if (reading.Problem is { } problem)
        {
            throw Refusal(path, problem);
        }

        var loaded = DefinitionSet.Read(reading.Files);
        if (!loaded.IsSuccess)
        {
            throw Refusal(path, $"cannot be used: {loaded.Error.Detail}");
        }

        Definitions = PublishedDefinitions.Load().Merge(loaded.Value);
        logger.PackageLoaded(path, reading.Files.Count);
    }

    public DefinitionSet Definitions { get; }

    private static InvalidConfigurationException Refusal(string path, string problem) =>
        new([new ConfigFault("settings", Setting, 0, $"The package of definitions '{path}' {problem}.")]);
}
