using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Mapping;

internal sealed class SlotMergerTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Test]
    public void Add_SameTimeForTwoReasons_IsOneSlotWithBoth()
    {
        var merged = Merge(Slot(Nine, 15, Kind("Vaccination", ConsultationTypes.Ambulatory)), Slot(Nine, 15, Kind("Consultation", ConsultationTypes.Virtual)));

        Assert.That(merged.Slots, Has.Count.EqualTo(1));
        Assert.That(merged.Slots[0].Kind.Reasons, Is.EqualTo(new[] { "Consultation", "Vaccination" }));
        Assert.That(merged.Slots[0].Kind.Consultations, Is.EqualTo(ConsultationTypes.Ambulatory | ConsultationTypes.Virtual));
        Assert.That(merged.Duplicates, Is.EqualTo(1));
    }

    [Test]
    public void Add_EndOnTheWire_BeatsAnEstimatedOne()
    {
        var merged = Merge(Slot(Nine, 10, Kind("A"), estimated: true), Slot(Nine, 30, Kind("A")));

        Assert.That(merged.Slots[0].End, Is.EqualTo(Nine.AddMinutes(30)));
        Assert.That(merged.Slots[0].EndEstimated, Is.False);
    }

    [Test]
    public void Add_TwoEndsOfASort_TheEarlierPromisesLess() =>
        Assert.That(Merge(Slot(Nine, 30, Kind("A")), Slot(Nine, 20, Kind("B"))).Slots[0].End, Is.EqualTo(Nine.AddMinutes(20)));

    [Test]
    public void Add_OneKind_KeepsItsReasonsInTheirOrder()
    {
        var kind = new SlotKind { Reasons = ["Urgence", "Bilan"] };

        Assert.That(Merge(Slot(Nine, 15, kind), Slot(Nine, 15, kind)).Slots[0].Kind.Reasons, Is.EqualTo(new[] { "Urgence", "Bilan" }));
    }

    [Test]
    public void ToList_EqualKinds_ShareOneInstance()
    {
        var merged = Merge(Slot(Nine, 15, Kind("A")), Slot(Nine.AddHours(1), 15, Kind("A")), Slot(Nine.AddHours(2), 15, Kind("A")));

        Assert.That(merged.Slots.Select(static slot => slot.Kind), Is.All.SameAs(merged.Slots[0].Kind));
    }

    [Test]
    public void ToList_AnyOrderOfTheItems_IsTheSame() =>
        Prop.ForAll(
            Slots().ToArbitrary(),
            static slots =>
            {
                var (one, other) = (Merge(slots), Merge([.. Enumerable.Reverse(slots)]));
                var rotated = Merge([.. slots.Skip(slots.Length / 3), .. slots.Take(slots.Length / 3)]);
                return Same(one.Slots, other.Slots) && Same(one.Slots, rotated.Slots) && one.Duplicates == other.Duplicates;
            }).QuickCheckThrowOnFailure();

    [Test]
    public void Add_EverythingTwice_ChangesNothingButTheCount() =>
        Prop.ForAll(
            Slots().ToArbitrary(),
            static slots =>
            {
                var (once, twice) = (Merge(slots), Merge([.. slots, .. slots]));
                return Same(once.Slots, twice.Slots) && twice.Duplicates == once.Duplicates + slots.Length;
            }).QuickCheckThrowOnFailure();

    [Test]
    public void ToList_AnySlots_HoldsEachStartOnceInOrderAndNoReasonIsLost() =>
        Prop.ForAll(
            Slots().ToArbitrary(),
            static slots =>
            {
                var merged = Merge(slots);
                return merged.Slots.Select(static slot => slot.Start).SequenceEqual(slots.Select(static slot => slot.Start).Distinct().Order())
                    && merged.Slots.Count + merged.Duplicates == slots.Length
                    && merged.Slots.All(slot => slot.Kind.Reasons.ToHashSet().SetEquals(
                        slots.Where(other => other.Start == slot.Start).SelectMany(static other => other.Kind.Reasons)));
            }).QuickCheckThrowOnFailure();

    private static (IReadOnlyList<OfferedSlot> Slots, int Duplicates) Merge(params OfferedSlot[] slots)
    {
        var merger = new SlotMerger();
        foreach (var slot in slots)
        {
            merger.Add(slot);
        }

        return (merger.ToList(), merger.Duplicates);
    }

    // Equality of instants is blind to offsets; the merged slot must not be.
    private static bool Same(IReadOnlyList<OfferedSlot> one, IReadOnlyList<OfferedSlot> other) =>
        one.SequenceEqual(other) && one.Zip(other).All(static pair => pair.First.Start.EqualsExact(pair.Second.Start) && pair.First.End.EqualsExact(pair.Second.End));

    private static OfferedSlot Slot(DateTimeOffset start, int minutes, SlotKind kind, bool estimated = false) =>
        new(start, start.AddMinutes(minutes), kind, null, estimated);

    private static SlotKind Kind(string reason, ConsultationTypes consultations = ConsultationTypes.Ambulatory) =>
        new() { Reasons = [reason], Consultations = consultations, Mode = BookingMode.Routine };

    private static Gen<OfferedSlot[]> Slots()
    {
        var kind =
            from reasons in Gen.SubListOf("Urgence", "Bilan", "Vaccination", "Vaccination ")
            from backwards in Gen.Elements(true, false)
            from types in Gen.Elements(SlotTypes.Public, SlotTypes.Snp, SlotTypes.Cpts)
            from mode in Gen.Elements(BookingMode.Unknown, BookingMode.Routine, BookingMode.WalkIn)
            from url in Gen.Elements<Uri?>(null, new Uri("https://booking.example/a"), new Uri("https://booking.example/b"))
            from specialty in Gen.Elements(new Specialty("SM54", null), new Specialty(null, "Médecine"), new Specialty("SM26", "Other"))
            from community in Gen.Elements(new Cpts("1750000001", null, null), new Cpts("1750000001", "One", "+33199000001"), new Cpts("1750000002", null, null))
            select new SlotKind
            {
                Reasons = backwards ? [.. Enumerable.Reverse(reasons)] : [.. reasons],
                Types = types,
                Mode = mode,
                BookingUrl = url,
                Specialties = [specialty],
                Communities = [community],
            };
        var slot =
            from step in Gen.Choose(0, 4)
            from hours in Gen.Choose(-2, 2)
            from minutes in Gen.Elements(10, 15, 30)
            from estimated in Gen.Elements(true, false)
            from key in Gen.Elements(null, "1", "2", "10")
            from shared in kind
            let start = Nine.AddMinutes(15 * step).ToOffset(TimeSpan.FromHours(hours))
            select new OfferedSlot(start, start.AddMinutes(minutes), shared, key, estimated);
        return slot.ListOf().Select(static slots => slots.ToArray());
    }
}
