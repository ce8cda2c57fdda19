namespace Sas.Interop.Adapters.Tests;

/// <summary>Finds recordings of real vendor answers, which stand beside the repository and are never part of it.</summary>
internal static class RecordedFolder
{
    /// <summary>The text of a recording; the test is reported as skipped where there are none.</summary>
    public static string Read(string vendor, string file)
    {
        var path = Candidates().Select(root => Path.Combine(root, "feeds", "recorded", vendor, file)).FirstOrDefault(File.Exists);
        Assume.That(path, Is.Not.Null, $"Skipped: the recording {vendor}/{file} is not beside this repository; SAS_SHARED may name the folder that holds it.");
        return File.ReadAllText(path!); // The assumption above ends the test when it is null.
    }

    /// <summary>Files below a folder of what stands beside the repository; empty when it is not there.</summary>
    public static IReadOnlyList<string> Files(string relative, string pattern) =>
        Candidates().Select(root => Path.Combine(root, relative)).FirstOrDefault(Directory.Exists) is { } folder
            ? Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
            : [];

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("SAS_SHARED") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared");
        }
    }
}
