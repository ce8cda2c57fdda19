using System.Globalization;

namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>What tells the content of a large file from another without reading it: final name, length and time.</summary>
internal static class FileStamp
{
    public static string Of(string path)
    {
        var info = Resolve(path);
        return info.Exists
            ? string.Create(CultureInfo.InvariantCulture, $"{info.FullName} {info.Length} {info.LastWriteTimeUtc.Ticks}")
            : "missing";
    }

    // A mounted folder is often replaced by turning a link: the name of the final file tells that apart.
    private static FileInfo Resolve(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? new FileInfo(target.FullName) : new FileInfo(path);
        }
        catch (IOException)
        {
            // Not there, or a circle of links: both are files that cannot be read, which the reading itself reports.
            return new FileInfo(path);
        }
    }
}
