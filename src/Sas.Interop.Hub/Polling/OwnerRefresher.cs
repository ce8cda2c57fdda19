using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Polling;

/// <summary>Finds which vendors have not spoken of the owners lately, has them pulled, and waits. The pulls belong to the vendors, not to the caller.</summary>
internal sealed class OwnerRefresher(IDirectoryLookup directory, IAvailabilityReader index, AdapterRegistry registry, TimeProvider time) : IOwnerRefresher
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public async Task RefreshAsync(IReadOnlyList<OwnerKey> owners, TimeSpan maxAge, TimeSpan within, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        var flights = Order(owners, maxAge);
        var wait = TimeSpan.FromTicks(Math.Clamp(within.Ticks, 0, LongestWait.Ticks));
        try
        {
            await Task.WhenAll(flights.Select(static flight => flight.Ended)).WaitAsync(wait, time, cancellationToken);
        }
        catch (Exception ended) when (ended is TimeoutException or OperationCanceledException)
        {
            // The caller's time is up or the caller left, which is no failure: what is in the index by now is the answer, and the pulls go on for the next one.
        }
        finally
        {
            foreach (var flight in flights)
            {
                flight.Leave();
            }
        }
    }

    private List<PullFlight> Order(IReadOnlyList<OwnerKey> owners, TimeSpan maxAge)
    {
        var now = time.GetUtcNow();
        var flights = new List<PullFlight>();
        foreach (var links in owners.Distinct().SelectMany(directory.LinksOf).Where(link => IsStale(link.VendorId, link.Target)).GroupBy(static link => link.VendorId))
        {
            flights.AddRange(registry.Refresh(links.Key, [.. links.Select(static link => link.Target)], target => IsStale(links.Key, target)));
        }

        return flights;

        bool IsStale(string vendorId, PullTarget target) => index.Find(target.Owner)?.SeenAt(vendorId) is not { } seen || now - seen > maxAge;
    }
}
