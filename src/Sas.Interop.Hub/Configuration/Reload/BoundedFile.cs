using System.Globalization;

namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>The bytes of a small file, or why there are none.</summary>
/// <param name="Bytes">The content, or null.</param>
/// <param name="Problem">The end of a sentence that begins with the file, or null.</param>
internal readonly record struct BoundedFile(byte[]? Bytes, string? Problem)
{
    public static BoundedFile Read(string path, int most)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            using var content = new MemoryStream();
            Span<byte> piece = stackalloc byte[16 * 1024];
            int read;
            while ((read = stream.Read(piece)) > 0)
            {
                content.Write(piece[..read]);

                // Counted while reading, since a length may lie: a device has none, a file may grow.
                if (content.Length > most)
                {
                    return new BoundedFile(null, string.Create(CultureInfo.InvariantCulture, $"is larger than {most} bytes"));
                }
            }

            return new BoundedFile(content.ToArray(), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new BoundedFile(null, Why(unreadable));
        }
    }

    public static string Why(Exception unreadable) => unreadable switch
    {
        FileNotFoundException or DirectoryNotFoundException => "is not there",
        UnauthorizedAccessException => "may not be read by this process",
        _ => $"cannot be read ({unreadable.GetType().Name})",
    };
}
