using System.Net.Security;

namespace Sas.Interop.NationalLoad.Driving;

/// <summary>How hard and how long to drive.</summary>
internal sealed record LoadSettings
{
    public const int MostConnections = 256;
    public const int MostArrivals = 20_000_000;

    /// <summary>Host and port.</summary>
    public required Uri Target { get; init; }

    /// <summary>What each connection shows and believes over TLS; null for plain HTTP.</summary>
    public SslClientAuthenticationOptions? Trust { get; init; }

    /// <summary>
    /// Whether connections have segments as over Ethernet, and a window for a whole answer. Between processes of one machine segments are of 64 KiB, and an answer in records of TLS,
    /// which are smaller, waits for acknowledgements that are delayed by tens of milliseconds: what a client on another machine never sees.
    /// </summary>
    public bool LikeNetwork { get; init; }

    /// <summary>Connections, each with a thread of its own.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Arrivals a second on average, independent of answers; null sends the next request as soon as the last is answered.</summary>
    public double? Rate { get; init; }

    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for any piece of an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    public ulong Seed { get; init; } = 1;

    /// <exception cref="ArgumentOutOfRangeException">A bound is passed.</exception>
    public LoadSettings Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Connections, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Connections, MostConnections);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Duration, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Duration, TimeSpan.FromHours(1));
        if (Rate is { } rate)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(rate * Duration.TotalSeconds, MostArrivals);
        }

        return this;
    }
}
