using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Every bounded setting of a vendor with its default; the schema and the documentation are compared with this table.</summary>
internal static class VendorRules
{
    public static readonly DurationRule Every = new("poll", "every", Minutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));
    public static readonly DurationRule Window = new("poll", "window", TimeSpan.FromDays(4), TimeSpan.FromHours(1), TimeSpan.FromDays(60));
    public static readonly NumberRule Jitter = new("poll", "jitter", 0.1, 0, 0.5) { Whole = false };
    public static readonly NumberRule OwnersPerCall = new("poll", "ownersPerCall", 25, 1, 25);

    public static readonly NumberRule RequestsPerSecond = new("limits", "rps", 5, 0.01, 1_000) { Whole = false };
    public static readonly NumberRule Concurrency = new("limits", "concurrency", 4, 1, 256);
    public static readonly DurationRule Timeout = new("limits", "timeout", TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(100), Minutes(2));
    public static readonly NumberRule Retries = new("limits", "retries", 2, 0, 5);
    public static readonly NumberRule MaxBody = new("limits", "maxBody", 16 * 1024 * 1024, 1_024, 256 * 1024 * 1024);
    public static readonly NumberRule BreakerFailures = new("limits.breaker", "failures", 10, 1, 1_000);
    public static readonly DurationRule BreakerPause = new("limits.breaker", "pause", Minutes(1), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));

    public static readonly DurationRule StaleAfter = new("freshness", "staleAfter", Minutes(5), TimeSpan.FromSeconds(1), TimeSpan.FromDays(7));
    public static readonly DurationRule DropAfter = new("freshness", "dropAfter", Minutes(30), TimeSpan.FromSeconds(2), TimeSpan.FromDays(30));
    public static readonly DurationRule EmptyRunGuard = new("freshness", "emptyRunGuard", Minutes(10), TimeSpan.Zero, TimeSpan.FromDays(1));

    public static IReadOnlyList<DurationRule> Durations { get; } = [Every, Window, Timeout, BreakerPause, StaleAfter, DropAfter, EmptyRunGuard];

    public static IReadOnlyList<NumberRule> Numbers { get; } =
        [Jitter, OwnersPerCall, RequestsPerSecond, Concurrency, Retries, MaxBody, BreakerFailures];

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
