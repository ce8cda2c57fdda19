namespace Sas.Interop.TestKit.Traces;

/// <summary>
/// Where a run of the whole suite gathers what hubs wrote, so that its last step can look through it. <c>tests/run.sh</c> names the folder; without a name nothing is gathered.
/// </summary>
public static class TraceRoot
{
    public const string Variable = "SAS_TEST_TRACES";

    /// <summary>What tests and hubs wrote into folders of their own.</summary>
    public const string Folders = "folders";

    /// <summary>Data folders of database servers.</summary>
    public const string Postgres = "postgres";

    /// <summary>What processes wrote to their console.</summary>
    public const string Output = "output";

    /// <summary>What hubs sent to vendors and to receivers of messages.</summary>
    public const string Messages = "messages";

    /// <summary>What rooms of the hub logged where a test listened.</summary>
    public const string LogLines = "log-lines";

    private static int _files;

    /// <summary>Null when nothing is gathered.</summary>
    public static string? FullName { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Directory.CreateDirectory(path).FullName : null;

    /// <summary>A new folder for one test: below this one, or in the temporary folder when nothing is gathered.</summary>
    public static string CreateFolder(string kind, string prefix)
    {
        if (FullName is null)
        {
            return Directory.CreateTempSubdirectory(prefix).FullName;
        }

        return Directory.CreateDirectory(Path.Combine(FullName, kind, $"{prefix}{Guid.NewGuid():N}")).FullName;
    }

    /// <summary>A file for what is told little by little; null when nothing is gathered. Thread-safe.</summary>
    public static TextWriter? Open(string kind, string name)
    {
        if (FullName is null)
        {
            return null;
        }

        var folder = Directory.CreateDirectory(Path.Combine(FullName, kind)).FullName;
        var file = Path.Combine(folder, FormattableString.Invariant($"{name}-{Environment.ProcessId}-{Interlocked.Increment(ref _files)}.txt"));
        return TextWriter.Synchronized(new StreamWriter(new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true });
    }
}
