using Sas.Interop.Durability.Killing;
using Sas.Interop.NationalLoad;

namespace Sas.Interop.Durability.Reports;

/// <summary>What is kept of a kill run.</summary>
internal sealed record KillFigures
{
    public required string Database { get; init; }

    /// <summary>Whether the database server was crashed with the hub.</summary>
    public required bool WithServer { get; init; }

    public required int Rounds { get; init; }

    public required long Seed { get; init; }

    public required int Clients { get; init; }

    public required double Seconds { get; init; }

    public required int Acknowledged { get; init; }

    /// <summary>Faults by kind; kinds without one included.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>What was done how often.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    public required MachineFacts Machine { get; init; }

    public static KillFigures Of(KillReport report, KillOptions options) => new()
    {
        Database = report.Database,
        WithServer = options.KillDatabase,
        Rounds = report.Rounds,
        Seed = report.Seed,
        Clients = options.Clients,
        Seconds = Math.Round(report.Elapsed.TotalSeconds, 1),
        Acknowledged = report.Ledger.Acknowledged,
        Faults = Enum.GetValues<FaultKind>().ToDictionary(static kind => kind.ToString(), report.Ledger.FaultsOf),
        Counts = report.Ledger.Counts.OrderBy(static count => count.Key, StringComparer.Ordinal).ToDictionary(static count => count.Key, static count => count.Value),
        Machine = MachineFacts.Read(),
    };
}
