using System.CommandLine;

using Sas.Interop.Durability.Killing;
using Sas.Interop.Durability.Reports;
using Sas.Interop.Durability.Writing;

namespace Sas.Interop.Durability;

/// <summary>What the program can do.</summary>
internal static class DurabilityCommands
{
    private static readonly Option<long> Seed = new("--seed") { Description = "What decides the mix and the moments.", DefaultValueFactory = static _ => 1 };

    private static readonly Option<bool> Save = new("--save") { Description = "Keeps the figures for the verb report." };

    private static readonly Option<string[]> Databases = new("--databases")
    {
        Description = "sqlite, postgresql, or both.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = static _ => [DurabilityVerbs.Sqlite, DurabilityVerbs.PostgreSql],
    };

    public static RootCommand Root()
    {
        Databases.AcceptOnlyFromAmong(DurabilityVerbs.Sqlite, DurabilityVerbs.PostgreSql);
        return new RootCommand("Shows that the hub loses nothing and doubles nothing.") { Kill(), Writes(), Audit(), Report() };
    }

    private static Command Kill()
    {
        var rounds = Number("--rounds", 200, "How often the hub is killed, on each database.", 100_000);
        var clients = Number("--clients", 16, "Clients that write at once.", 256);
        var killDatabase = new Option<bool>("--kill-database") { Description = "Crashes the database server together with the hub." };
        var command = new Command("kill", "Kills the hub at random moments under a mix of writes, and compares what it has with what it acknowledged.")
        {
            rounds, clients, killDatabase, Databases, Seed, Save,
        };
        command.SetAction((line, cancellationToken) => DurabilityVerbs.KillAsync(
            new KillOptions { Rounds = line.GetValue(rounds), Clients = line.GetValue(clients), Seed = line.GetValue(Seed), KillDatabase = line.GetValue(killDatabase) },
            (line.GetValue(Databases) ?? [], line.GetValue(Save)),
            cancellationToken));
        return command;
    }

    private static Command Writes()
    {
        var seconds = Number("--seconds", 60, "How long is written, with the flush and without.", 3_600);
        var clients = Number("--clients", 64, "Clients that write at once.", 256);
        var command = new Command("writes", "Lets many clients write the same and different appointments, compares what is kept with a model, and counts.")
        {
            seconds, clients, Databases, Seed, Save,
        };
        command.SetAction((line, cancellationToken) => DurabilityVerbs.WritesAsync(
            new WritesOptions { Duration = TimeSpan.FromSeconds(line.GetValue(seconds)), Clients = line.GetValue(clients), Seed = line.GetValue(Seed) },
            (line.GetValue(Databases) ?? [], line.GetValue(Save)),
            cancellationToken));
        return command;
    }

    private static Command Audit()
    {
        var seconds = Number("--seconds", 10, "How long is written in each turn, with the audit and without.", 3_600);
        var turns = Number("--turns", 3, "How many turns of both.", 100);
        var clients = Number("--clients", 64, "Clients that write at once.", 256);
        var command = new Command("audit", "Lets many clients write with the audit and without it, turn by turn, and tells what the audit costs.") { seconds, turns, clients, Databases, Seed };
        command.SetAction((line, cancellationToken) => DurabilityVerbs.AuditAsync(
            new WritesOptions
            {
                Duration = TimeSpan.FromSeconds(line.GetValue(seconds)),
                Clients = line.GetValue(clients),
                Seed = line.GetValue(Seed),
                ReferenceDuration = TimeSpan.Zero,
            },
            (line.GetValue(Databases) ?? [], line.GetValue(turns)),
            cancellationToken));
        return command;
    }

    private static Command Report()
    {
        var command = new Command("report", "Writes docs/durability.md from the figures that are kept.");
        command.SetAction(static _ => FigureFiles.OfRepository.WritePageAsync());
        return command;
    }

    private static Option<int> Number(string name, int otherwise, string description, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) || number < 1 || number > most))
            {
                result.AddError($"{name} must be 1 to {most.ToString(CultureInfo.InvariantCulture)}.");
            }
        });
        return option;
    }
}
