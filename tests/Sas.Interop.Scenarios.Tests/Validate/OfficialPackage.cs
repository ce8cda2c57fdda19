using System.Formats.Tar;
using System.IO.Compression;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>The official definitions, which may stand beside the repository and are no part of it.</summary>
internal static class OfficialPackage
{
    /// <summary>Their folder; ends the test when it is not there.</summary>
    public static string Folder()
    {
        var roots = Ancestors().Select(static folder => Path.Combine(folder, "shared"));
        if (Environment.GetEnvironmentVariable("SAS_SHARED") is { Length: > 0 } named)
        {
            roots = roots.Prepend(named);
        }

        var path = roots.Select(static root => Path.Combine(root, "contract", "definitions")).FirstOrDefault(Directory.Exists);
        Assume.That(path, Is.Not.Null, "Skipped: the official definitions are not beside this repository; SAS_SHARED may name the folder that holds them.");
        return path!; // The assumption above ends the test when it is null.
    }

    /// <summary>The same as registries hand it out.</summary>
    public static async Task WriteArchiveAsync(string folder, string archive)
    {
        await using var file = File.Create(archive);
        await using var zip = new GZipStream(file, CompressionLevel.Fastest);
        await using var tar = new TarWriter(zip);
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            await tar.WriteEntryAsync(path, "package/" + Path.GetFileName(path));
        }
    }

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
