using System.Globalization;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate.Packages;

/// <summary>Gathers the definitions among the files of a package, within its bounds.</summary>
internal sealed class PackageContent(PackageBounds bounds)
{
    private const int LongestName = 100;
    private readonly List<DefinitionFile> _files = [];
    private long _total;
    private int _entries;

    public IReadOnlyList<DefinitionFile> Files => _files;

    /// <summary>Counts one file or folder.</summary>
    /// <returns>Why the package is refused, or null.</returns>
    public string? Count() => ++_entries > bounds.Entries ? string.Create(CultureInfo.InvariantCulture, $"holds more than {bounds.Entries} entries") : null;

    /// <summary>Takes one file; passes over what is no definition.</summary>
    /// <returns>Why the package is refused, or null.</returns>
    public string? Take(string name, byte[] content)
    {
        _total += content.Length;
        if (_total > bounds.TotalBytes)
        {
            return string.Create(CultureInfo.InvariantCulture, $"holds more than {bounds.TotalBytes} bytes");
        }

        try
        {
            if (ResourceTypeName.Read(content) is "StructureDefinition" or "ValueSet" or "CodeSystem")
            {
                _files.Add(new DefinitionFile(Shown(name), content));
            }

            return null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return $"holds '{Shown(name)}', which is not JSON";
        }
    }

    /// <summary>A name as it may stand in a message.</summary>
    public static string Shown(string name) =>
        string.Concat(name.Take(LongestName).Select(static c => char.IsControl(c) ? '?' : c));
}
