using System.Text.Json;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Tests.Polling;

internal static class PollSamples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 8, 20, 0, TimeSpan.Zero);

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>Longest that a test waits for what must happen at once; only a failing test waits that long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static VendorModel Vendor(string id, int concurrency = 2, double jitter = 0, string fingerprint = "1") => new()
    {
        Id = id,
        Name = id,
        Dialect = ScriptedFactory.Name,
        Enabled = true,
        BaseUrl = new Uri("https://vendor.invalid/"),
        Capabilities = VendorCapabilities.Slots,
        Poll = new PollSettings(Every, TimeSpan.FromHours(48), jitter, 1),
        Limits = new VendorLimits { Concurrency = concurrency },
        Freshness = new FreshnessSettings(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.Zero),
        Options = default(JsonElement),
        Fingerprint = fingerprint,
    };

    public static PullTarget Target(int number) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, $"8{number:D11}"),
    };

    public static PullTarget[] Targets(int count) => [.. Enumerable.Range(1, count).Select(Target)];

    public static PullResult Answer(PullTarget target, TimeWindow window) => new(target, new Snapshot
    {
        Coverage = new Coverage(target.Owner, null, window, true),
        Schedules = [],
    });

    public static PullResult Failure(PullTarget target, HubErrorCode code, TimeSpan? retryAfter = null) =>
        new(target, new HubError(code, "Made by a test.", retryAfter));

    public static VendorCatalogChange Added(params VendorModel[] vendors) => new(vendors, [], [], false);

    public static VendorCatalogChange Changed(VendorModel vendor) => new([], [vendor], [], false);

    public static VendorCatalogChange Removed(string vendorId) => new([], [], [vendorId], false);

    /// <summary>Waits for what must come about by itself.</summary>
    public static async Task UntilAsync(Func<bool> met)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!met())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
