using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Mapping;

internal sealed class AgendaRhythmTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Fallback = TimeSpan.FromMinutes(15);

    [TestCase(new[] { 0, 20, 40 }, 20)]
    [TestCase(new[] { 0, 20, 60 }, 20, Description = "a booked time between two free ones")]
    [TestCase(new[] { 40, 0, 20, 20 }, 20, Description = "in no order and repeated")]
    [TestCase(new[] { 0, 60 }, 60)]
    [TestCase(new[] { 0, 61 }, 15, Description = "a break, not a length")]
    [TestCase(new[] { 0 }, 15)]
    [TestCase(new int[0], 15)]
    public void Step_Starts_IsTheirSmallestDistance(int[] minutes, int expected) =>
        Assert.That(AgendaRhythm.Step(minutes.Select(static minute => Nine.AddMinutes(minute)), Fallback), Is.EqualTo(TimeSpan.FromMinutes(expected)));

    [Test]
    public void Apply_EndOnTheWire_IsKept()
    {
        OfferedSlot[] slots = [new(Nine, Nine.AddMinutes(7), new SlotKind(), null, EndEstimated: false), new(Nine.AddMinutes(30), Nine, new SlotKind(), null, EndEstimated: true)];

        Assert.That(AgendaRhythm.Apply(slots, Fallback).Select(static slot => slot.End), Is.EqualTo(new[] { Nine.AddMinutes(7), Nine.AddMinutes(60) }));
    }

    [Test]
    public void Apply_AnyStarts_NoSlotReachesIntoTheNext() =>
        Prop.ForAll(
            Gen.Choose(0, 100_000).ListOf().Where(static minutes => minutes.Distinct().Count() > 1).ToArbitrary(),
            static minutes =>
            {
                var kind = new SlotKind();
                var slots = minutes.Distinct().Order().Select(minute => new OfferedSlot(Nine.AddMinutes(minute), default, kind, null, EndEstimated: true)).ToList();
                var timed = AgendaRhythm.Apply(slots, TimeSpan.FromMinutes(5)).ToList();
                return timed.Zip(timed.Skip(1)).All(static pair => pair.First.End <= pair.Second.Start) && timed.All(static slot => slot.End > slot.Start);
            }).QuickCheckThrowOnFailure();
}
