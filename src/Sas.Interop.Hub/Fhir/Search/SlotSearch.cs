using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Answers INT_R01 from the index: counts, then writes, both over the same immutable entries.</summary>
internal sealed class SlotSearch(IAvailabilityReader index, IDirectoryLookup directory, TimeProvider time)
{
    /// <summary>What a search without communities may show: a slot that only communities see is left out (D16).</summary>
    private const SlotTypes Shown = SlotTypes.Public | SlotTypes.Professional | SlotTypes.Snp;

    public async ValueTask WriteAsync(SlotSearchQuery query, BundleFrame frame, PipeWriter output, CancellationToken cancellationToken)
    {
        var owners = ArrayPool<OwnerEntry>.Shared.Rent(Math.Max(1, query.Owners.Length));
        try
        {
            var now = time.GetUtcNow();
            var found = query.WantsFree ? Collect(query, owners) : 0;
            var window = new SearchWindow(SlotClock.ToSecondsUp(query.From > now ? query.From : now), SlotClock.ToSeconds(query.To), now);
            var total = 0;
            foreach (var owner in owners.AsSpan(0, found))
            {
                total += Count(owner, window);
            }

            var writer = new EntryWriter(output, frame.BaseAddress);
            Open(writer, frame, total);
            if (!query.NumberOnly)
            {
                for (var i = 0; i < found; i++)
                {
                    await WriteOwnerAsync(writer, owners[i], query, window, cancellationToken);
                }
            }

            writer.Text(writer.AnyEntry ? "]}"u8 : "}"u8);
            await writer.FlushAsync(cancellationToken);
        }
        finally
        {
            ArrayPool<OwnerEntry>.Shared.Return(owners, clearArray: true);
        }
    }

    private static void Open(EntryWriter writer, BundleFrame frame, int total)
    {
        writer.Text("{\"resourceType\":\"Bundle\",\"id\":\""u8);
        writer.Text(frame.Id.ToString("D", CultureInfo.InvariantCulture));
        writer.Text("\",\"meta\":{\"profile\":[\""u8);
        writer.Text(ProfileUrls.BundleIndividual);
        writer.Text("\"]},\"type\":\"searchset\",\"total\":"u8);
        writer.Number(total);
        writer.Text(",\"link\":[{\"relation\":\"self\",\"url\":\""u8);
        writer.Text(frame.SelfLink);
        writer.Text("\"}]"u8);
    }

    private static async ValueTask WriteOwnerAsync(
        EntryWriter writer,
        OwnerEntry owner,
        SlotSearchQuery query,
        SearchWindow window,
        CancellationToken cancellationToken)
    {
        var anyOfOwner = false;
        foreach (var place in owner.Places)
        {
            var anyOfPlace = false;
            for (var i = First(place.Slots, window.From); i < place.Slots.Length && place.Slots[i].Start <= window.To; i++)
            {
                if (IsShown(place, place.Slots[i], window))
                {
                    anyOfPlace = true;
                    writer.Slot(place.Slots[i], place.Templates[place.Slots[i].Kind], place.Zone);
                    if (writer.NeedsFlush)
                    {
                        await writer.FlushAsync(cancellationToken);
                    }
                }
            }

            if (anyOfPlace && query.IncludeSchedules)
            {
                writer.Entry(place.ScheduleEntry);
                if (query.IncludeActors)
                {
                    writer.Entry(place.RoleEntry);
                }
            }

            anyOfOwner |= anyOfPlace;
        }

        if (anyOfOwner && query.IncludeSchedules && query.IncludeActors)
        {
            writer.Entry(owner.PractitionerEntry);
        }
    }

    private static int Count(OwnerEntry owner, SearchWindow window)
    {
        var count = 0;
        foreach (var place in owner.Places)
        {
            for (var i = First(place.Slots, window.From); i < place.Slots.Length && place.Slots[i].Start <= window.To; i++)
            {
                count += IsShown(place, place.Slots[i], window) ? 1 : 0;
            }
        }

        return count;
    }

    private static bool IsShown(PlaceEntry place, in IndexedSlot slot, SearchWindow window)
    {
        var lane = place.Lanes[slot.Lane];
        return (place.Templates[slot.Kind].Types & Shown) != SlotTypes.None && window.Now - lane.SeenAt <= lane.Vendor.DropAfter;
    }

    /// <summary>Number of the first slot that starts at or after a second.</summary>
    private static int First(IndexedSlot[] slots, uint from)
    {
        int low = 0, high = slots.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (slots[middle].Start < from)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int Collect(SlotSearchQuery query, OwnerEntry[] owners)
    {
        var found = 0;
        foreach (var key in query.Owners)
        {
            if (index.Find(key) is { } owner && directory.Find(key) is not { RefusesSlots: true })
            {
                owners[found++] = owner;
            }
        }

        return found;
    }

    private readonly record struct SearchWindow(uint From, uint To, DateTimeOffset Now);
}
