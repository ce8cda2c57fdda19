using System.ComponentModel.DataAnnotations;

using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Security.Limits;

/// <summary>What callers may do at most, one by one and all together (section <c>Hub:Limits</c>).</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Hub:Limits";
    private const int Mebibyte = 1024 * 1024;

    /// <summary>The platform: a bound for a client that runs away, far above its 3000 searches an hour.</summary>
    [ValidateObjectMembers]
    public RoleLimits Platform { get; set; } = new() { RequestsPerSecond = 10_000, Burst = 20_000, Concurrency = 2_000, BytesPerSecond = 64 * Mebibyte, BytesBurst = 256 * Mebibyte, BodyBytes = 64 * Mebibyte };

    [ValidateObjectMembers]
    public RoleLimits Operator { get; set; } = new() { RequestsPerSecond = 50, Burst = 500, Concurrency = 32, BytesPerSecond = Mebibyte, BytesBurst = 16 * Mebibyte, BodyBytes = 16 * Mebibyte };

    [ValidateObjectMembers]
    public RoleLimits Tester { get; set; } = new() { RequestsPerSecond = 20, Burst = 200, Concurrency = 16, BytesPerSecond = Mebibyte / 4, BytesBurst = 32 * Mebibyte, BodyBytes = 24 * Mebibyte };

    [ValidateObjectMembers]
    public RoleLimits Vendor { get; set; } = new() { RequestsPerSecond = 20, Burst = 200, Concurrency = 64, BytesPerSecond = Mebibyte / 4, BytesBurst = 32 * Mebibyte, BodyBytes = 24 * Mebibyte };

    /// <summary>Callers that are not known, each address by itself.</summary>
    [ValidateObjectMembers]
    public RoleLimits Unknown { get; set; } = new() { RequestsPerSecond = 20, Burst = 100, Concurrency = 16, BytesPerSecond = 65_536, BytesBurst = Mebibyte, BodyBytes = Mebibyte };

    /// <summary>Callers and addresses that are kept apart; beyond it, those that have not been seen before share one account.</summary>
    [Range(100, 1_000_000)]
    public int Callers { get; set; } = 10_000;

    /// <summary>Bytes of bodies under way at once, of all callers.</summary>
    [Range(1_048_576, 100_000_000_000)]
    public long UploadBytes { get; set; } = 256 * Mebibyte;

    /// <summary>How long a caller that passed its own limits waits for the refusal.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan RefusalPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Refusals of one caller that wait at once; connections of further ones are cut.</summary>
    [Range(1, 10_000)]
    public int RefusalsWaiting { get; set; } = 64;

    /// <summary>Threads of low priority for pushes and validation.</summary>
    [Range(1, 64)]
    public int BackgroundThreads { get; set; } = 4;

    [ValidateObjectMembers]
    public OverloadOptions Overload { get; set; } = new();

    [ValidateObjectMembers]
    public ConnectionOptions Connections { get; set; } = new();
}
