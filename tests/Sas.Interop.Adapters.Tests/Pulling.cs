using System.Text.Json;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests;

/// <summary>Pulls through an adapter as the hub does.</summary>
internal static class Pulling
{
    public static async Task<IReadOnlyList<PullResult>> CollectAsync(this IVendorAdapter adapter, PullRequest request, CancellationToken cancellationToken = default)
    {
        var results = new List<PullResult>();
        await foreach (var result in ((ISlotSource)adapter).PullAsync(request, cancellationToken))
        {
            results.Add(result);
        }

        return results;
    }

    /// <summary>A vendor without options, asked at most once for each call.</summary>
    public static VendorContext Context(HttpMessageHandler handler, TimeProvider time, string host = "vendor.example") => new()
    {
        VendorId = "vendor-under-test",
        BaseUrl = new Uri($"https://{host}/"),
        Options = default(JsonElement),
        Limits = new VendorLimits { Retries = 0, RequestsPerSecond = 1000 },
        Transport = new HttpMessageInvoker(handler),
        Time = time,
        Jitter = static () => 0.5,
    };

    /// <summary>The snapshot of a pull that must give one and nothing else.</summary>
    public static Snapshot Single(IReadOnlyList<PullResult> results)
    {
        var outcome = results.Single().Outcome;
        return outcome.Value ?? throw new InvalidOperationException(outcome.Error?.Detail);
    }
}
