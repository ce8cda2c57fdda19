namespace Sas.Interop.Hub.Security.Limits;

/// <summary>Limits of one caller that go before those of its role, with the bounds of <see cref="RoleLimits"/>; null keeps the role's.</summary>
internal sealed record CallerLimits
{
    /// <summary>As good as none: what a hub without certificates allows whoever uses it on its own machine.</summary>
    public static CallerLimits Widest { get; } = new()
    {
        RequestsPerSecond = 1_000_000,
        Burst = 1_000_000,
        Concurrency = 100_000,
        BytesPerSecond = 1_000_000_000,
        BytesBurst = 10_000_000_000,
        BodyBytes = 10_000_000_000,
    };

    public double? RequestsPerSecond { get; init; }

    public int? Burst { get; init; }

    public int? Concurrency { get; init; }

    public long? BytesPerSecond { get; init; }

    public long? BytesBurst { get; init; }

    public long? BodyBytes { get; init; }

    public RoleLimits Over(RoleLimits role) => new()
    {
        RequestsPerSecond = RequestsPerSecond ?? role.RequestsPerSecond,
        Burst = Burst ?? role.Burst,
        Concurrency = Concurrency ?? role.Concurrency,
        BytesPerSecond = BytesPerSecond ?? role.BytesPerSecond,
        BytesBurst = BytesBurst ?? role.BytesBurst,
        BodyBytes = BodyBytes ?? role.BodyBytes,
    };
}
