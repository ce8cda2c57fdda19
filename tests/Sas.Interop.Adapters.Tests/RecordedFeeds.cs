namespace Sas.Interop.Adapters.Tests;

/// <summary>Recorded answers of vendors, which are not part of the repository: a folder <c>shared</c> beside it, or named by the variable <c>SAS_SHARED</c>.</summary>
internal static class RecordedFeeds
{
    /// <summary>Reads a recording, or reports the running test as skipped with the reason.</summary>
    /// <param name="vendor">Folder of the vendor.</param>
    /// <param name="file">Name of the file.</param>
    public static string Read(string vendor, string file)
    {
        var path = Folders().Select(folder => Path.Combine(folder, "feeds", "recorded", vendor, file)).FirstOrDefault(File.Exists);
        Assume.That(path, Is.Not.Null, $"The recordings are not beside this copy of the repository: {vendor}/{file} was not replayed.");
        return File.ReadAllText(path!); // The assumption above ends the test when it is null.
    }

    private static IEnumerable<string> Folders()
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
