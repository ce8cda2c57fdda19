using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Search.Laws;

/// <summary>What the hub should know and show, said in the plainest way: lists, and a filter over all of them.</summary>
internal sealed class NaiveHub
{
    private readonly List<Told> _told = [];
    private readonly Dictionary<(string Vendor, OwnerKey Owner, string Place), DateTimeOffset> _seen = [];
    private readonly Dictionary<OwnerKey, OwnerPreference> _preferences = [];
    private readonly List<TakenSlot> _taken = [];

    public void Apply(VendorFreshness vendor, Snapshot snapshot, DateTimeOffset now)
    {
        var coverage = snapshot.Coverage;
        DropOld(vendor, coverage.Owner, now);
        foreach (var schedule in snapshot.Schedules)
        {
            var key = (vendor.VendorId, coverage.Owner, schedule.Place.Key);
            var fresh = schedule.Slots.Where(slot => slot.Start >= now && !_taken.Exists(taken => Fills(taken, vendor.VendorId, coverage.Owner, slot))).Select(slot => new Told(vendor.VendorId, coverage.Owner, schedule.Place, slot)).ToList();
            var rest = _told.Where(told => told.Key == key && told.Slot.Start >= now && !fresh.Exists(slot => slot.Slot.Start == told.Slot.Start)).ToList();
            if (coverage.Complete)
            {
                rest.RemoveAll(told => coverage.Window.Contains(told.Slot.Start));
            }

            _told.RemoveAll(told => told.Key == key);
            _told.AddRange(fresh);
            _told.AddRange(rest);
            if (coverage.Complete || rest.Count == 0 || !_seen.ContainsKey(key))
            {
                _seen[key] = now;
            }
        }

        if (coverage.Complete)
        {
            var listed = snapshot.Schedules.Select(static schedule => schedule.Place.Key).ToHashSet();
            foreach (var key in _seen.Keys.Where(key => key.Vendor == vendor.VendorId && key.Owner == coverage.Owner && !listed.Contains(key.Place)).ToArray())
            {
                if (coverage.PlaceKey is null || coverage.PlaceKey == key.Place)
                {
                    _told.RemoveAll(told => told.Key == key && coverage.Window.Contains(told.Slot.Start));
                    _seen[key] = now;
                }
            }
        }
    }

    public void Forget(string vendor)
    {
        _told.RemoveAll(told => told.Vendor == vendor);
        foreach (var key in _seen.Keys.Where(key => key.Vendor == vendor).ToArray())
        {
            _seen.Remove(key);
        }
    }

    public void Take(TakenSlot slot)
    {
        _taken.Add(slot);
        _told.RemoveAll(told => Fills(slot, told.Vendor, told.Owner, told.Slot));
    }

    public void Release(TakenSlot slot) =>
        _taken.RemoveAll(taken => taken.Owner == slot.Owner && taken.Start == slot.Start && (slot.VendorId is null || slot.VendorId == taken.VendorId));

    public void Prefer(OwnerKey owner, OwnerPreference preference) => _preferences[owner] = preference;

    /// <summary>The times that a search shows, and for each which slots may stand for it.</summary>
    public IReadOnlyList<(string Owner, string Line, DateTimeOffset Start, DateTimeOffset End, string[] Security)> Search(
        IEnumerable<OwnerKey> owners,
        TimeWindow window,
        Func<VendorFreshness> vendors,
        DateTimeOffset now,
        SlotTypes wanted)
    {
        var dropAfter = vendors().DropAfter;
        return
        [
            .. owners.Distinct().SelectMany(owner => _told.Where(told => told.Owner == owner))
                .Where(told => told.Slot.Start >= now && window.Contains(told.Slot.Start))
                .Where(told => now - _seen[told.Key] <= dropAfter && (told.Slot.Kind.Types & wanted) != SlotTypes.None && IsAllowed(told))
                .GroupBy(static told => (told.Owner, told.Place.Line, told.Slot.Start, told.Slot.End))
                .Select(static same =>
                {
                    var bookable = same.Where(static told => told.Slot.Kind.Mode != BookingMode.WalkIn).ToArray();
                    var shown = bookable.Length > 0 ? bookable : [.. same];
                    return (
                        same.Key.Owner.ToString(),
                        same.Key.Line ?? "",
                        same.Key.Start,
                        same.Key.End,
                        shown.Select(static told => Security(told.Slot.Kind.Types)).Distinct().ToArray());
                }),
        ];
    }

    private static bool Fills(TakenSlot taken, string vendor, OwnerKey owner, OfferedSlot slot) =>
        taken.Owner == owner && taken.Start == slot.Start && (taken.VendorId is null || taken.VendorId == vendor);

    private static string Security(SlotTypes types) => string.Join(
        ' ',
        new[] { (SlotTypes.Public, "PUBLIC"), (SlotTypes.Professional, "PRO"), (SlotTypes.Snp, "SNP") }.Where(pair => types.HasFlag(pair.Item1)).Select(static pair => pair.Item2));

    private bool IsAllowed(Told told)
    {
        if (!_preferences.TryGetValue(told.Owner, out var preference))
        {
            return true;
        }

        return preference.RefusesSlots != true
            && (preference.DeclaredVendors.Count == 0 || preference.DeclaredVendors.Contains(told.Vendor))
            && !preference.Unavailabilities.Any(absence =>
                (absence.Place is null || absence.Place == told.Place.Key)
                && (absence.From is null || told.Slot.Start >= absence.From)
                && (absence.To is null || told.Slot.Start <= absence.To));
    }

    private void DropOld(VendorFreshness vendor, OwnerKey owner, DateTimeOffset now)
    {
        foreach (var (key, seen) in _seen.Where(pair => pair.Key.Vendor == vendor.VendorId && pair.Key.Owner == owner && now - pair.Value > vendor.DropAfter).ToArray())
        {
            _told.RemoveAll(told => told.Key == key);
            _seen.Remove(key);
        }
    }

    private sealed record Told(string Vendor, OwnerKey Owner, PlaceDetails Place, OfferedSlot Slot)
    {
        public (string Vendor, OwnerKey Owner, string Place) Key => (Vendor, Owner, Place.Key);
    }
}
