using System.CommandLine;

using Sas.Interop.Durability.Killing;
using Sas.Interop.TestKit;

using Spectre.Console;

namespace Sas.Interop.Durability;

/// <summary>What the program can do.</summary>
internal static class DurabilityCommands
{
    private static readonly Option<long> Seed = new("--seed") { Description = "What decides the mix and the moments.", DefaultValueFactory = static _ => 1 };

    private static readonly Option<string[]> Databases = new("--databases")
    {
        Description = "sqlite, postgresql, or both.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => ["sqlite", "postgresql"],
    };

    private static readonly Option<int> Clients = new("--clients") { Description = "Clients that write at once.", DefaultValueFactory = static _ => 16 };

    public static RootCommand Root() => new("Shows that the hub loses nothing and doubles nothing.") { Kill() };

    private static Command Kill()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often the hub is killed, on each database.", DefaultValueFactory = static _ => 200 };
        var killDatabase = new Option<bool>("--kill-database") { Description = "Crashes the database server together with the hub." };
        var command = new Command("kill", "Kills the hub at random moments under a mix of writes, and compares what it has with what it acknowledged.") { rounds, killDatabase, Databases, Clients, Seed };
        command.SetAction((line, cancellationToken) => KillAsync(
            new KillOptions
            {
                Rounds = line.GetValue(rounds),
                Seed = line.GetValue(Seed),
                Clients = line.GetValue(Clients),
                KillDatabase = line.GetValue(killDatabase),
            },
            line.GetValue(Databases) ?? [],
            cancellationToken));
        return command;
    }

    private static async Task<int> KillAsync(KillOptions options, IReadOnlyList<string> databases, CancellationToken cancellationToken)
    {
        var good = true;
        foreach (var name in databases)
        {
            if (name != "sqlite" && PostgresBinaries.WhyAbsent is { } why)
            {
                AnsiConsole.WriteLine(why);
                continue;
            }

            await using IKillDatabase database = name == "sqlite" ? new SqliteKillDatabase() : await PostgresKillDatabase.StartAsync();
            var report = await WatchAsync(options, database, cancellationToken);
            foreach (var fault in report.Ledger.Faults)
            {
                AnsiConsole.WriteLine(fault);
            }

            foreach (var (what, count) in report.Ledger.Counts.OrderBy(static count => count.Key, StringComparer.Ordinal))
            {
                AnsiConsole.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,8} {what}"));
            }

            AnsiConsole.WriteLine(report.Line);
            good &= report.IsGood;
        }

        return good ? 0 : 1;
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
