using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Reads <c>poll</c>, <c>limits</c> and <c>freshness</c>, of an entry or of the file's defaults.</summary>
internal static class VendorSections
{
    public static VendorDefaults Read(ObjectReader owner, VendorDefaults fallback) => new(
        owner.Section("poll") is { } poll ? Poll(poll, fallback.Poll) : fallback.Poll,
        owner.Section("limits") is { } limits ? Limits(limits, fallback.Limits) : fallback.Limits,
        owner.Section("freshness") is { } freshness ? Freshness(freshness, fallback.Freshness) : fallback.Freshness);

    private static PollSettings Poll(ObjectReader reader, PollSettings fallback)
    {
        var poll = new PollSettings(
            reader.Duration(VendorRules.Every, fallback.Every),
            reader.Duration(VendorRules.Window, fallback.Window),
            reader.Number(VendorRules.Jitter, fallback.Jitter),
            (int)reader.Number(VendorRules.OwnersPerCall, fallback.OwnersPerCall));
        reader.Close();
        if (poll.Window <= poll.Every)
        {
            var at = reader.At.Find(VendorRules.Window.Name) ?? reader.At.Find(VendorRules.Every.Name) ?? reader.At;
            reader.Faults.Add(at, $"The window must outlive the time between two polls ({DurationRule.Print(poll.Every)}); make it longer.");
        }

        return poll;
    }

    private static VendorLimits Limits(ObjectReader reader, VendorLimits fallback)
    {
        var limits = fallback with
        {
            RequestsPerSecond = reader.Number(VendorRules.RequestsPerSecond, fallback.RequestsPerSecond),
            Concurrency = (int)reader.Number(VendorRules.Concurrency, fallback.Concurrency),
            Timeout = reader.Duration(VendorRules.Timeout, fallback.Timeout),
            Retries = (int)reader.Number(VendorRules.Retries, fallback.Retries),
            MaxBodyBytes = (long)reader.Number(VendorRules.MaxBody, fallback.MaxBodyBytes),
        };
        if (reader.Section("breaker") is { } breaker)
        {
            limits = limits with
            {
                BreakerFailures = (int)breaker.Number(VendorRules.BreakerFailures, fallback.BreakerFailures),
                BreakerPause = breaker.Duration(VendorRules.BreakerPause, fallback.BreakerPause),
            };
            breaker.Close();
        }

        reader.Close();
        return limits;
    }

    private static FreshnessSettings Freshness(ObjectReader reader, FreshnessSettings fallback)
    {
        var freshness = new FreshnessSettings(
            reader.Duration(VendorRules.StaleAfter, fallback.StaleAfter),
            reader.Duration(VendorRules.DropAfter, fallback.DropAfter),
            reader.Duration(VendorRules.EmptyRunGuard, fallback.EmptyRunGuard));
        reader.Close();
        if (freshness.DropAfter <= freshness.StaleAfter)
        {
            var at = reader.At.Find(VendorRules.DropAfter.Name) ?? reader.At.Find(VendorRules.StaleAfter.Name) ?? reader.At;
            reader.Faults.Add(at, $"dropAfter must be longer than staleAfter ({DurationRule.Print(freshness.StaleAfter)}).");
        }

        return freshness;
    }
}
