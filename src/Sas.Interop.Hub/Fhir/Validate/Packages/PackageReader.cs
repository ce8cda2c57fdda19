using Sas.Interop.Hub.Configuration.Reload;

namespace Sas.Interop.Hub.Fhir.Validate.Packages;

/// <summary>Reads the definitions of a published package, once at the start.</summary>
internal static class PackageReader
{
    private const string Inner = "package";

    /// <summary>Where a package is: the path as it is, else beside the executable.</summary>
    public static string Locate(string path) =>
        new[] { Path.GetFullPath(path), Path.GetFullPath(path, AppContext.BaseDirectory) }.FirstOrDefault(static candidate => File.Exists(candidate) || Directory.Exists(candidate))
            ?? Path.GetFullPath(path);

    /// <param name="path">A folder with JSON files, itself or in its folder <c>package</c>; or a <c>.tgz</c> of such a folder.</param>
    /// <param name="bounds">Bounds.</param>
    public static PackageReading Read(string path, PackageBounds bounds)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return ReadFolder(path, bounds);
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return ArchiveReader.Read(file, bounds);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return PackageReading.Failed(BoundedFile.Why(unreadable));
        }
    }

    private static PackageReading ReadFolder(string path, PackageBounds bounds)
    {
        var content = new PackageContent(bounds);
        var folders = new[] { path, Path.Combine(path, Inner) }.Where(Directory.Exists);
        foreach (var file in folders.SelectMany(static folder => Directory.EnumerateFiles(folder, "*.json")).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var bytes = BoundedFile.Read(file, bounds.FileBytes);
            var problem = bytes.Bytes is null ? $"holds '{PackageContent.Shown(name)}', which {bytes.Problem}" : content.Count() ?? content.Take(name, bytes.Bytes);
            if (problem is not null)
            {
                return PackageReading.Failed(problem);
            }
        }

        return PackageReading.Of(content.Files);
    }
}
