using System.Runtime.InteropServices;

namespace Sas.Interop.TestKit;

/// <summary>Where PostgreSQL's programs are on this machine, when they are there.</summary>
public static class PostgresBinaries
{
    private const string DebianFolder = "/usr/lib/postgresql";
    private static readonly string[] Needed = ["initdb", "postgres", "createdb"];

    /// <summary>Folder of the programs; null when they are missing.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why no server can be started; null when one can.</summary>
    public static string? WhyAbsent => Folder is null ? "Skipped: PostgreSQL's programs are neither on the path nor where Debian puts them (package postgresql)."
        : Environment.IsPrivilegedProcess && Prefix().Count == 0 ? "Skipped: PostgreSQL does not run as root, and there is no setpriv or no user postgres to run it as."
        : null;

    /// <summary>What goes before a command so that it does not run as root; empty where it need not, or cannot.</summary>
    public static IReadOnlyList<string> Prefix() =>
        Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv") && HasUser()
            ? ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
            : [];

    private static bool HasUser() =>
        File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(static line => line.StartsWith("postgres:", StringComparison.Ordinal));

    private static string? Find()
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            return null;
        }

        // Debian's before the path: what is on the path may be links, and the programs look for each other beside themselves.
        var debian = Directory.Exists(DebianFolder)
            ? Directory.EnumerateDirectories(DebianFolder).OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            : Enumerable.Empty<string>();
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        return debian.Select(static folder => Path.Combine(folder, "bin")).Concat(path)
            .FirstOrDefault(static folder => Needed.All(program => File.Exists(Path.Combine(folder, program))));
    }
}
