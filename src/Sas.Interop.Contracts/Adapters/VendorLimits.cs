namespace Sas.Interop.Contracts.Adapters;

/// <summary>Bounds on what is asked of one vendor and accepted from it (<c>limits</c> of <c>adapters.json</c>).</summary>
public sealed record VendorLimits
{
    /// <summary>Requests per second over all calls to this vendor; above 0.</summary>
    public double RequestsPerSecond { get; init; } = 5;

    /// <summary>Requests under way at once; 1 or more.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Time for one attempt, from the first byte sent to the last byte read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Attempts after the first one; 0 to 5. Only transient failures are tried again.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Failures in a row that open the circuit; 1 or more.</summary>
    public int BreakerFailures { get; init; } = 10;

    /// <summary>How long the circuit stays open before one probe is let through.</summary>
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest answer read, in bytes after decompression.</summary>
    public long MaxBodyBytes { get; init; } = 16 * 1024 * 1024;
}
