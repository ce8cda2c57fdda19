using Sas.Interop.NationalLoad;

namespace Sas.Interop.Benchmarks.Macro;

/// <summary>How large and how long the macro benchmarks are.</summary>
internal sealed record MacroOptions
{
    /// <summary>Whether only the working of the benchmarks is shown; such figures decide nothing.</summary>
    public required bool Quick { get; init; }

    /// <summary>Practitioners of the country, each with 50 slots.</summary>
    public required int Practitioners { get; init; }

    /// <summary>Practitioners of the large country whose search time is compared with that of 1/100 of it.</summary>
    public required int LargePractitioners { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Length of one load of one round.</summary>
    public required TimeSpan Round { get; init; }

    /// <summary>Length of an open-loop load, which needs more answers for its percentiles.</summary>
    public required TimeSpan LongRound { get; init; }

    /// <summary>Connections of a closed loop.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>Connections of an open loop, so many that arrivals wait for the server and not for one of them.</summary>
    public int OpenConnections { get; init; } = 16;

    /// <summary>Names of the measures to run; null for all.</summary>
    public IReadOnlySet<string>? Only { get; init; }

    public static MacroOptions Of(ProgramArguments line)
    {
        var options = line.Has("quick")
            ? new MacroOptions { Quick = true, Practitioners = 1_000, LargePractitioners = 2_500, Rounds = 2, Round = TimeSpan.FromSeconds(0.15), LongRound = TimeSpan.FromSeconds(0.3) }
            : new MacroOptions { Quick = false, Practitioners = 100_000, LargePractitioners = 200_000, Rounds = 7, Round = TimeSpan.FromSeconds(3), LongRound = TimeSpan.FromSeconds(8) };
        if (line.Number("seconds", 0.0) is > 0 and var seconds)
        {
            options = options with { Round = TimeSpan.FromSeconds(seconds), LongRound = TimeSpan.FromSeconds(2 * seconds) };
        }

        return line.Text("only") is { Length: > 0 } only ? options with { Only = only.Split(',').ToHashSet(StringComparer.Ordinal) } : options;
    }
}
