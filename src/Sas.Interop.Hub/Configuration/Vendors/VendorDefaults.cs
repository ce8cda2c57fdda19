using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>The settings that an entry takes for what it does not say: those of the file's <c>defaults</c> over the built-in ones.</summary>
internal sealed record VendorDefaults(PollSettings Poll, VendorLimits Limits, FreshnessSettings Freshness)
{
    public static VendorDefaults BuiltIn { get; } = new(
        new PollSettings(
            VendorRules.Every.Default,
            VendorRules.Window.Default,
            VendorRules.Jitter.Default,
            (int)VendorRules.OwnersPerCall.Default),
        new VendorLimits
        {
            RequestsPerSecond = VendorRules.RequestsPerSecond.Default,
            Concurrency = (int)VendorRules.Concurrency.Default,
            Timeout = VendorRules.Timeout.Default,
            Retries = (int)VendorRules.Retries.Default,
            BreakerFailures = (int)VendorRules.BreakerFailures.Default,
            BreakerPause = VendorRules.BreakerPause.Default,
            MaxBodyBytes = (long)VendorRules.MaxBody.Default,
        },
        new FreshnessSettings(VendorRules.StaleAfter.Default, VendorRules.DropAfter.Default, VendorRules.EmptyRunGuard.Default));
}
