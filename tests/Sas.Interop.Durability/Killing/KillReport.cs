namespace Sas.Interop.Durability.Killing;

/// <summary>What came of a run.</summary>
internal sealed record KillReport(string Database, int Rounds, long Seed, Ledger Ledger, TimeSpan Elapsed)
{
    public bool IsGood => Ledger.Faults.Count == 0;

    /// <summary>The count, in one line.</summary>
    public string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rounds} rounds {Database}: {Ledger.Acknowledged} acknowledged writes, {Of(FaultKind.Lost)} lost, {Of(FaultKind.Doubled)} doubled, {Of(FaultKind.Order)} out of order, {Of(FaultKind.Version)} with wrong versions, {Links} links ({Of(FaultKind.Link)} broken), {Of(FaultKind.Answer)} odd answers, {Ledger.CountOf("message")} messages; {Elapsed.TotalSeconds:0} s, seed {Seed}");

    private int Links => Ledger.CountOf("link");

    private int Of(FaultKind kind) => Ledger.FaultsOf(kind);
}
