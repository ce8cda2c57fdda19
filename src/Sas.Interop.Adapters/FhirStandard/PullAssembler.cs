using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Turns the pages of one search into the results of its targets: one snapshot an owner over all its places, empty when the vendor does not know it.</summary>
internal static class PullAssembler
{
    public static IEnumerable<PullResult> Assemble(string vendorId, PullBatch batch, TimeWindow window, SearchResult search)
    {
        if (search.Pages.Count > 0)
        {
            foreach (var result in Snapshots(vendorId, batch, window, search))
            {
                yield return result;
            }
        }

        if (search.Fault is { } fault)
        {
            foreach (var target in batch.Targets)
            {
                yield return new PullResult(target, fault);
            }
        }
    }

    private static IEnumerable<PullResult> Snapshots(string vendorId, PullBatch batch, TimeWindow window, SearchResult search)
    {
        var book = Read(vendorId, batch, window, search, out var unreadable);

        // What belongs to nobody is told once, with the first target, so that it is not lost.
        var stray = new SnapshotTally(0, book.Unreadable + unreadable, 0, book.Orphans);
        var snapshots = new Dictionary<OwnerKey, Snapshot>();
        foreach (var target in batch.Targets)
        {
            if (!snapshots.TryGetValue(target.Owner, out var snapshot))
            {
                snapshot = Snapshot(book.Find(target.Owner), new Coverage(target.Owner, null, window, search.Fault is null), search.DataTime);
                snapshot = snapshots.Count == 0 ? snapshot with { Tally = snapshot.Tally + stray } : snapshot;
                snapshots.Add(target.Owner, snapshot);
            }

            yield return new PullResult(target, snapshot);
        }
    }

    private static AvailabilityBook Read(string vendorId, PullBatch batch, TimeWindow window, SearchResult search, out int unreadable)
    {
        var links = new BundleLinks();
        foreach (var node in search.Pages.SelectMany(static page => page.Resources))
        {
            links.Enter(node);
        }

        var asked = new Dictionary<OwnerKey, Uri?>();
        foreach (var target in batch.Targets)
        {
            asked.TryAdd(target.Owner, target.BookingUrl);
        }

        var book = new AvailabilityBook(new ScheduleResolver(vendorId, links), new CommunityResolver(links), asked);
        book.Enter(search.Pages.SelectMany(static page => page.Slots.Groups).Select(group => group.Inside(window)).OfType<SlotGroup>());
        unreadable = search.Pages.Sum(static page => page.Unreadable);
        return book;
    }

    private static Snapshot Snapshot(OwnerPage? page, Coverage coverage, DateTimeOffset? dataTime) => new()
    {
        Coverage = coverage,
        Schedules = page is null ? [] : [.. page.Places.Select(static place => new ScheduleSlots(place.Place, place.Slots))],
        Owner = page?.Details,
        DataTime = dataTime,
        Tally = page?.Places.Aggregate(SnapshotTally.None, static (sum, place) => sum + place.Tally) ?? SnapshotTally.None,
    };
}
