using System.Text.RegularExpressions;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Brings what any adapter says into the one form of the index: telephones, postal codes, past and reserved slots, duplicates, order.</summary>
internal static partial class SnapshotNormalizer
{
    private const SlotTypes Served = SlotTypes.Public | SlotTypes.Professional | SlotTypes.Snp | SlotTypes.Cpts;
    private const int MaxReasons = 50;
    private const int MaxReasonLength = 255;
    private static readonly TimeSpan LongestSlot = TimeSpan.FromDays(1);

    public static PlaceDetails Normalize(PlaceDetails place)
    {
        var normal = place with
        {
            Phone = Phones.Normalize(place.Phone),
            PostalCode = TextPool.Share(PostalCodes.Normalize(place.PostalCode)),
            Name = TextPool.Share(Clean(place.Name)),
            Line = Clean(place.Line),
            City = TextPool.Share(Clean(place.City)),
            StructureId = Clean(place.StructureId),
            IdentifierSystem = TextPool.Share(place.IdentifierSystem),
            TimeZone = TextPool.Share(place.TimeZone),
        };

        // What the directory told and nothing changed is kept once, not twice.
        return normal == place ? place : normal;
    }

    public static OwnerDetails? Normalize(OwnerDetails? owner)
    {
        if (owner is null)
        {
            return null;
        }

        string[] given = [.. owner.Given.Select(static name => TextPool.Share(Clean(name))).OfType<string>()];
        var normal = new OwnerDetails(TextPool.Share(Clean(owner.Family)), given, Phones.Normalize(owner.Phone));
        return normal.Family == owner.Family && normal.Phone == owner.Phone && given.SequenceEqual(owner.Given, StringComparer.Ordinal) ? owner : normal;
    }

    public static SlotKind Normalize(SlotKind kind) => kind with
    {
        Reasons = [.. kind.Reasons.Select(Clean).OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxReasons)],
        Communities = kind.Types.HasFlag(SlotTypes.Cpts) ? Communities(kind.Communities) : [],
    };

    /// <summary>Slots of one schedule, in the order of the index, numbered by the kinds that come with them.</summary>
    /// <param name="hash">Of vendor and owner.</param>
    /// <param name="schedule">The schedule as the adapter read it.</param>
    /// <param name="kinds">Empty.</param>
    /// <param name="now">Slots that have begun are left out.</param>
    public static NormalizedSlots Normalize(IdHash hash, ScheduleSlots schedule, KindTable kinds, DateTimeOffset now)
    {
        var slots = new List<DraftSlot>(schedule.Slots.Count);
        int past = 0, reserved = 0, unreadable = 0;
        var sorted = true;
        for (var i = 0; i < schedule.Slots.Count; i++)
        {
            var slot = schedule.Slots[i];
            if ((slot.Kind.Types & Served) == SlotTypes.None)
            {
                reserved++;
            }
            else if (slot.End <= slot.Start || slot.End - slot.Start > LongestSlot)
            {
                unreadable++;
            }
            else if (slot.Start < now)
            {
                past++;
            }
            else
            {
                var start = SlotClock.ToSeconds(slot.Start);
                var duration = (uint)((slot.End - slot.Start).Ticks / TimeSpan.TicksPerSecond);
                var draft = new DraftSlot(start, duration, kinds.Number(slot.Kind), slot.VendorKey);
                sorted &= slots.Count == 0 || slots[^1].CompareTo(draft) <= 0;
                slots.Add(draft);
            }
        }

        if (!sorted)
        {
            slots.Sort();
        }

        var laneKinds = kinds.ToArray();
        var (indexed, duplicates) = Index(hash.Add(schedule.Place.Key), slots, laneKinds);
        return new NormalizedSlots(indexed, laneKinds, past, reserved, unreadable, duplicates);
    }

    private static (IndexedSlot[] Slots, int Duplicates) Index(IdHash prefix, List<DraftSlot> slots, LaneKind[] kinds)
    {
        var indexed = new IndexedSlot[slots.Count];
        var count = 0;
        var ordinal = 0u;
        var sorted = true;
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            if (i > 0 && slots[i - 1].CompareTo(slot) == 0)
            {
                continue;
            }

            ordinal = i > 0 && slots[i - 1].HasNameOf(slot) ? ordinal + 1 : 0;
            var hash = prefix.Add(slot.Start).Add(slot.VendorKey);
            var id = ordinal == 0 ? hash.Finish() : hash.Add(ordinal).Finish();
            indexed[count] = IndexedSlot.Create(id, slot.Start, slot.Duration, slot.Kind);
            sorted &= count == 0 || IndexedSlot.Compare(indexed[count - 1], indexed[count], kinds) <= 0;
            count++;
        }

        if (count < indexed.Length)
        {
            Array.Resize(ref indexed, count);
        }

        if (!sorted)
        {
            Array.Sort(indexed, (left, right) => IndexedSlot.Compare(left, right, kinds));
        }

        return (indexed, slots.Count - count);
    }

    // A community without a FINESS that the profile accepts cannot be named in an answer (CONTRACT §5.8, FINESS-invariant).
    private static Cpts[] Communities(IReadOnlyList<Cpts> communities) =>
        [.. communities
            .Where(static community => CommunityFiness().IsMatch(community.Finess))
            .DistinctBy(static community => community.Finess)
            .Select(static community => community with { Name = Clean(community.Name), Phone = Phones.Normalize(community.Phone) })];

    [GeneratedRegex("^1[0-9]{9}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex CommunityFiness();

    private static string? Clean(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? null : trimmed.Length <= MaxReasonLength ? trimmed : trimmed[..MaxReasonLength].TrimEnd();
    }

    private readonly record struct DraftSlot(uint Start, uint Duration, int Kind, string? VendorKey) : IComparable<DraftSlot>
    {
        public bool HasNameOf(in DraftSlot other) => Start == other.Start && string.Equals(VendorKey, other.VendorKey, StringComparison.Ordinal);

        // Slots of one name stand together, so that their ordinals do not depend on the order in which they came.
        public int CompareTo(DraftSlot other)
        {
            if (Start != other.Start)
            {
                return Start < other.Start ? -1 : 1;
            }

            var order = string.CompareOrdinal(VendorKey, other.VendorKey);
            order = order != 0 ? order : Duration.CompareTo(other.Duration);
            return order != 0 ? order : Kind.CompareTo(other.Kind);
        }
    }
}
