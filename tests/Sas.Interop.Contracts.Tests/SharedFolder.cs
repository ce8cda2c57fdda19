namespace Sas.Interop.Contracts.Tests;

/// <summary>Finds the folder of official material that may stand beside the repository; it is never part of it.</summary>
internal static class SharedFolder
{
    /// <summary>The path of a folder inside it; null when there is none.</summary>
    public static string? Find(params string[] parts)
    {
        var named = Environment.GetEnvironmentVariable("SAS_SHARED");
        if (!string.IsNullOrEmpty(named))
        {
            return Existing(Path.Combine([named, .. parts]));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine([folder.FullName, "shared", .. parts])) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string path) => Directory.Exists(path) ? path : null;
}
