using System.Security.Cryptography;

namespace Sas.Interop.Hub.Redirects;

/// <summary>The hub's own key for links, made once in the data folder and readable by its user alone: links outlive the process.</summary>
internal static class KeyFile
{
    public const string Name = "redirect.key";
    private const int Length = 32;
    private const int LongestWait = 30_000;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;

    /// <exception cref="IOException">The file can neither be read nor made, or holds something else.</exception>
    public static byte[] ReadOrCreate(string folder)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, Name);
        return Read(path) ?? CreateAlone(path);
    }

    /// <summary>Of hubs that start at once, one makes the key and the others take it. The system frees the lock when its holder dies.</summary>
    private static byte[] CreateAlone(string path)
    {
        var since = Environment.TickCount64;
        var wait = default(SpinWait);
        while (true)
        {
            try
            {
                using var alone = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
                return Read(path) ?? Create(path);
            }
            catch (IOException taken) when (taken.HResult is SharingViolation or WouldBlock && Environment.TickCount64 - since < LongestWait)
            {
                // Held for the time of one small file.
                wait.SpinOnce();
            }
        }
    }

    private static byte[]? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        return bytes.Length == Length ? bytes : throw new IOException($"'{path}' is no key of {Length} bytes; remove it, and links given out before end.");
    }

    /// <summary>Whole or not at all: a file beside it is filled first.</summary>
    private static byte[] Create(string path)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        var key = RandomNumberGenerator.GetBytes(Length);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using (var file = new FileStream(beside, options))
            {
                file.Write(key);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: false);
            return key;
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
