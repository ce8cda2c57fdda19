using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>Turns the listed times of one pharmacy into slots, whatever the order in which they were listed.</summary>
internal sealed class ValwinMapper(SlotTypes types, Uri? fallbackBookingUrl, TimeSpan defaultLength)
{
    private readonly Dictionary<ValwinOffer, SlotKind> _kinds = [];

    public int Duplicates { get; private set; }

    /// <summary>One slot a start: the services listed for one time are reasons of the same slot.</summary>
    public IReadOnlyList<OfferedSlot> ToSlots(List<ValwinEntry> entries)
    {
        entries.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        var slots = new List<OfferedSlot>(entries.Count);
        for (var first = 0; first < entries.Count;)
        {
            var after = first + 1;
            while (after < entries.Count && entries[after].Start == entries[first].Start)
            {
                after++;
            }

            slots.Add(Merge(entries, first, after));
            Duplicates += after - first - 1;
            first = after;
        }

        return slots;
    }

    private OfferedSlot Merge(List<ValwinEntry> entries, int first, int after)
    {
        var offer = entries[first].Offer;
        DateTimeOffset? end = null;
        for (var index = first; index < after; index++)
        {
            offer = offer.Join(entries[index].Offer);
            end = entries[index].End is { } told && !(end <= told) ? told : end;
        }

        return new OfferedSlot(entries[first].Start, end ?? EstimateEnd(entries, first, after), KindOf(offer), null, end is null);
    }

    /// <summary>The default length, cut by the next time of the same block.</summary>
    private DateTimeOffset EstimateEnd(List<ValwinEntry> entries, int first, int after)
    {
        var limit = entries[first].Start + defaultLength;
        for (var next = after; next < entries.Count && entries[next].Start < limit; next++)
        {
            for (var index = first; index < after; index++)
            {
                if (string.Equals(entries[next].Block, entries[index].Block, StringComparison.Ordinal))
                {
                    return entries[next].Start;
                }
            }
        }

        return limit;
    }

    private SlotKind KindOf(ValwinOffer offer)
    {
        if (!_kinds.TryGetValue(offer, out var kind))
        {
            kind = new SlotKind
            {
                Types = types,
                Consultations = ConsultationTypes.Ambulatory,
                Mode = BookingMode.Routine,
                Reasons = [.. offer.Types.Select(static type => type.Label).OfType<string>().Distinct(StringComparer.Ordinal)],
                BookingUrl = ValwinLinks.Booking(offer) ?? fallbackBookingUrl,
            };
            _kinds.Add(offer, kind);
        }

        return kind;
    }
}
