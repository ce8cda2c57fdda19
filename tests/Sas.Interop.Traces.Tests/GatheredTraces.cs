using System.Xml.Linq;

using Sas.Interop.TestKit;
using Sas.Interop.TestKit.RealProcess;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Traces.Tests;

/// <summary>One look through all that a run of the suite has gathered: every file as it lies there, every database by what its tables hold, and what tests and hubs wrote to their console.</summary>
internal sealed class GatheredTraces
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private static readonly string[] Written = ["StdOut", "StdErr", "DebugTrace", "ErrorInfo", "TextMessages"];
    private readonly TraceScan _scan = new([.. PlantedPerson.Marks, .. PlantedSecrets.Marks, ControlMark.Value, PlantedSecrets.VendorTokenShown]);
    private readonly List<TraceFinding> _findings = [];
    private readonly Dictionary<string, int> _counts = [];

    private GatheredTraces()
    {
    }

    public IReadOnlyList<TraceFinding> Findings => _findings;

    /// <summary>How much was looked through, by what it is.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public long Megabytes => _scan.Bytes / 1_000_000;

    public static async Task<GatheredTraces> LookAsync(string root)
    {
        var traces = new GatheredTraces();
        traces.LookAtFiles(root);
        traces.LookAtResults(Path.Combine(SolutionFolder.FullName, "TestResults"));
        await traces.LookAtSqliteAsync(root);
        await traces.LookAtPostgresAsync(Path.Combine(root, TraceRoot.Postgres));
        return traces;
    }

    private void LookAtFiles(string root)
    {
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, path);
            Count(KindOf(name));
            Note(name, _scan.InFile(path));
        }
    }

    /// <summary>What the tests' results hold besides names of tests, which say what was planted.</summary>
    private void LookAtResults(string folder)
    {
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories) : [])
        {
            Count("test results");
            foreach (var written in XDocument.Load(path).Descendants().Where(static element => Written.Any(name => element.Name == Trx + name)))
            {
                Note(Path.GetFileName(path), _scan.InText(written.Value));
            }
        }
    }

    private async Task LookAtSqliteAsync(string root)
    {
        foreach (var path in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(SqliteRows.IsDatabase))
        {
            if (await SqliteRows.ReadAsync(path) is { } rows)
            {
                Count("SQLite databases by their rows");
                Note("rows of " + Path.GetRelativePath(root, path), _scan.InText(rows));
            }
        }
    }

    private async Task LookAtPostgresAsync(string root)
    {
        foreach (var folder in Directory.Exists(root) ? Directory.EnumerateDirectories(root) : [])
        {
            // One that was ended before it was set up holds no rows.
            if (!File.Exists(Path.Combine(folder, "data", "global", "pg_control")))
            {
                continue;
            }

            await using var server = await PostgresServer.OpenAsync(folder);
            foreach (var database in await server.DatabasesAsync())
            {
                Count("PostgreSQL databases by their rows");
                Note($"rows of {Path.GetFileName(folder)}, {database}", _scan.InText(await server.DumpAsync(database)));
            }
        }
    }

    private void Note(string place, IEnumerable<string> marks) => _findings.AddRange(marks.Select(mark => new TraceFinding(place, mark)));

    private void Count(string kind) => _counts[kind] = _counts.GetValueOrDefault(kind) + 1;

    private static string KindOf(string name) => (name.Split(Path.DirectorySeparatorChar)[0], Path.GetFileName(name)) switch
    {
        (TraceRoot.Folders, var file) when file.EndsWith("-wal", StringComparison.Ordinal) => "write-ahead logs of SQLite",
        (TraceRoot.Folders, var file) when file.EndsWith(".db", StringComparison.Ordinal) => "files of SQLite",
        (TraceRoot.Folders, var file) when file.EndsWith(".log", StringComparison.Ordinal) => "log files",
        (TraceRoot.Folders, _) => "other files of hubs and tests",
        (TraceRoot.Postgres, _) => "files of PostgreSQL",
        (TraceRoot.Output, _) => "outputs of processes",
        (TraceRoot.Messages, _) => "files of requests to vendors and receivers",
        (TraceRoot.LogLines, _) => "files of lines that rooms logged",
        _ => "others",
    };
}

/// <summary>A mark that was found.</summary>
/// <param name="Place">Where.</param>
/// <param name="Mark">What.</param>
internal sealed record TraceFinding(string Place, string Mark)
{
    public override string ToString() => $"{Place} holds '{Mark}'";
}
