using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Agendas;

/// <summary>The country as snapshots, ready for the index: equal to what the adapter of the national dialect makes of the same country's feeds.</summary>
internal sealed class SnapshotMaker(Country country)
{
    private readonly AgendaReader _agendas = new(country);

    /// <summary>Every owner at every vendor that serves it.</summary>
    public IEnumerable<VendorSnapshot> All(int minute) => country.All().SelectMany(owner => Of(owner, minute));

    /// <summary>The owners whose agenda changes at the beginning of a minute.</summary>
    public IEnumerable<VendorSnapshot> Changed(int minute) => ChangedOwners(minute).SelectMany(number => Of(country.Owner(number), minute));

    public IEnumerable<int> ChangedOwners(int minute) => Enumerable.Range(0, country.Owners).Where(number => _agendas.ChangesAt(number, minute));

    public IEnumerable<VendorSnapshot> Of(InventedOwner owner, int minute) =>
        owner.Vendors.Select(vendor => new VendorSnapshot(vendor, Make(owner, vendor, _agendas.WindowAt(minute), minute)));

    public Snapshot Make(InventedOwner owner, string vendor, TimeWindow window, int minute)
    {
        var schedules = new List<ScheduleSlots>();
        foreach (var place in owner.Places)
        {
            if (place.Vendor == vendor && Slots(owner, place, window, minute) is { Count: > 0 } slots)
            {
                schedules.Add(new ScheduleSlots(place.Details, slots));
            }
        }

        schedules.Sort(static (left, right) => string.CompareOrdinal(left.Place.Key, right.Place.Key));
        return new Snapshot
        {
            Coverage = new Coverage(owner.Key, null, window, Complete: true),
            Schedules = schedules,
            Owner = schedules.Count == 0 ? null : new OwnerDetails(owner.Name, owner.Given is null ? [] : [owner.Given], owner.Phone),
            DataTime = country.At(minute),
        };
    }

    private List<OfferedSlot> Slots(InventedOwner owner, InventedPlace place, TimeWindow window, int minute)
    {
        var slots = new List<OfferedSlot>();
        foreach (var slot in _agendas.Free(owner, place, window, minute))
        {
            slots.Add(new OfferedSlot(slot.Start, slot.Start.AddMinutes(place.Agenda.SlotMinutes), slot.Kind, AgendaReader.IdOf(owner, place, slot), EndEstimated: false));
        }

        return slots;
    }
}
