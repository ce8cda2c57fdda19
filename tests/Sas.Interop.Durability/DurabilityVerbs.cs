using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Reports;
using Sas.Interop.Durability.Writing;
using Sas.Interop.NationalLoad;
using Sas.Interop.TestKit;

using Spectre.Console;

namespace Sas.Interop.Durability;

/// <summary>Runs what was asked for, shows how it goes, and ends with one line of counts.</summary>
internal static class DurabilityVerbs
{
    public const string Sqlite = "sqlite";
    public const string PostgreSql = "postgresql";
    private const int Good = 0;
    private const int Faulty = 1;

    public static async Task<int> KillAsync(KillOptions options, (IReadOnlyList<string> Databases, bool Save) what, CancellationToken cancellationToken)
    {
        var good = true;
        foreach (var name in what.Databases.Where(CanRun))
        {
            await using IKillDatabase database = name == Sqlite ? new SqliteKillDatabase() : await PostgresKillDatabase.StartAsync();
            var report = await WatchAsync(options, database, cancellationToken);
            Tell(report.Ledger.Faults);
            Tell(report.Ledger.Counts.OrderBy(static count => count.Key, StringComparer.Ordinal).Select(static count => string.Create(CultureInfo.InvariantCulture, $"{count.Value,8} {count.Key}")));
            Tell([report.Line]);
            good &= report.IsGood;
            if (what.Save)
            {
                await FigureFiles.OfRepository.SaveAsync(KillFigures.Of(report, options));
            }
        }

        return good ? Good : Faulty;
    }

    public static async Task<int> WritesAsync(WritesOptions options, (IReadOnlyList<string> Databases, bool Save) what, CancellationToken cancellationToken)
    {
        var good = true;
        foreach (var name in what.Databases.Where(CanRun))
        {
            var results = new List<WritesResult>();
            foreach (var flush in new[] { true, false })
            {
                await using IWriteStore store = name == Sqlite ? new SqliteWriteStore() : await PostgresWriteStore.StartAsync();
                var result = await AnsiConsole.Status().StartAsync(
                    $"{name} {(flush ? "with" : "without")} flush: {options.Clients} clients for {options.Duration.TotalSeconds:0} s",
                    _ => WritesRun.RunAsync(options with { Flush = flush }, store, cancellationToken));
                Tell(result.Faults);
                Tell([result.Line]);
                good &= result.Faults.Count == 0;
                results.Add(result);
            }

            if (what.Save)
            {
                await FigureFiles.OfRepository.SaveAsync(new WriteFigures(results, MachineFacts.Read()));
            }
        }

        return good ? Good : Faulty;
    }

    public static async Task<int> AuditAsync(WritesOptions options, (IReadOnlyList<string> Databases, int Turns) what, CancellationToken cancellationToken)
    {
        var good = true;
        foreach (var name in what.Databases.Where(CanRun))
        {
            var rates = new Dictionary<bool, List<double>> { [true] = [], [false] = [] };
            for (var turn = 0; turn < 2 * what.Turns; turn++)
            {
                var isAudited = turn % 2 == 1;
                await using IWriteStore store = name == Sqlite ? new SqliteWriteStore() : await PostgresWriteStore.StartAsync();
                var result = await WritesRun.RunAsync(options with { Audit = isAudited }, store, cancellationToken);
                rates[isAudited].Add(result.Rate);
                good &= result.Faults.Count == 0;
                Tell(result.Faults);
            }

            var (with, without) = (rates[true].Order().ElementAt(what.Turns / 2), rates[false].Order().ElementAt(what.Turns / 2));
            Tell([string.Create(CultureInfo.InvariantCulture, $"{name}: {with:0} changes/s with the audit, {without:0}/s without it, {with / without:0.00}x; {options.Clients} clients, median of {what.Turns} turns of {options.Duration.TotalSeconds:0} s")]);
        }

        return good ? Good : Faulty;
    }

    private static bool CanRun(string database)
    {
        var why = database == PostgreSql ? PostgresBinaries.WhyAbsent : null;
        Tell(why is null ? [] : [why]);
        return why is null;
    }

    // Not by the console of the progress bars, which would break lines and read brackets as markup.
    private static void Tell(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.Out.WriteLine(line);
        }
    }

    private static Task<KillReport> WatchAsync(KillOptions options, IKillDatabase database, CancellationToken cancellationToken) =>
        AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()).StartAsync(progress =>
        {
            var bar = progress.AddTask(database.Name, maxValue: options.Rounds);
            return KillRun.RunAsync(
                options,
                database,
                (round, ledger) =>
                {
                    bar.Value = round;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{database.Name}: round {round}, {ledger.Acknowledged} acknowledged, {ledger.Faults.Count} faults");
                },
                cancellationToken);
        });
}
