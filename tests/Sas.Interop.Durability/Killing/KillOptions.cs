namespace Sas.Interop.Durability.Killing;

/// <summary>How often, and among how much, the hub is killed.</summary>
internal sealed record KillOptions
{
    /// <summary>How often the hub is killed.</summary>
    public int Rounds { get; init; } = 200;

    /// <summary>Decides what clients do and when each kill comes; what the machine makes of it differs from run to run.</summary>
    public long Seed { get; init; } = 1;

    public int Clients { get; init; } = 16;

    /// <summary>Longest time from the first acknowledged write of a round to its kill.</summary>
    public TimeSpan KillWithin { get; init; } = TimeSpan.FromMilliseconds(1_500);

    /// <summary>Whether the database server is crashed together with the hub.</summary>
    public bool KillDatabase { get; init; }

    /// <summary>How long everything may take to come to rest after the last round.</summary>
    public TimeSpan RestWithin { get; init; } = TimeSpan.FromMinutes(2);
}
