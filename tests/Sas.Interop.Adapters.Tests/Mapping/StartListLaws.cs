using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Mapping;

/// <summary>What holds for any list of starts: order, repetition and page cuts change nothing.</summary>
internal sealed class StartListLaws
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(Monday.AddMinutes(10), Monday.AddMinutes(40));

    [Test]
    public void ToSlots_AnyOrder_GivesTheSameSlots() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Items(), static items => Slots(items).SequenceEqual(Slots([.. items.AsEnumerable().Reverse()]))));

    [Test]
    public void ToSlots_EveryItemTwice_GivesTheSameSlots() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Items(), static items => Slots(items).SequenceEqual(Slots([.. items, .. items]))));

    [Test]
    public void AddAll_AnyCutIntoPages_GivesTheUnionAndTheSameCount() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Items(), Gen.Choose(0, 20).ToArbitrary(), static (items, cut) =>
        {
            var whole = ListOf(items);
            var pages = ListOf([.. items.Take(cut)]);
            pages.AddAll(ListOf([.. items.Skip(cut)]));
            return Slots(pages).SequenceEqual(Slots(whole)) && pages.Duplicates == whole.Duplicates && pages.Count == whole.Count;
        }));

    [Test]
    public void ToSlots_Any_StaysInTheWindowWithoutOverlapOrBlankReason() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Items(), static items =>
        {
            var slots = Slots(items);
            return slots.All(static slot => Window.Contains(slot.Start) && slot.End > slot.Start && slot.End <= slot.Start.AddMinutes(15))
                && slots.Zip(slots.Skip(1)).All(static pair => pair.First.End <= pair.Second.Start)
                && slots.SelectMany(static slot => slot.Kind.Reasons).All(static reason => reason.Trim().Length > 0);
        }));

    private static Arbitrary<List<(int Minute, string?[] Reasons)>> Items() =>
        (from minute in Gen.Choose(0, 50)
         from reasons in Gen.ListOf(Gen.Elements("A", "B ", " ", null, "C"))
         select (minute, reasons.ToArray()))
        .ListOf()
        .Select(static items => items.ToList())
        .ToArbitrary();

    private static StartList ListOf(List<(int Minute, string?[] Reasons)> items)
    {
        var list = new StartList();
        foreach (var (minute, reasons) in items)
        {
            list.Add(Monday.AddMinutes(minute), reasons);
        }

        return list;
    }

    private static IReadOnlyList<OfferedSlot> Slots(List<(int Minute, string?[] Reasons)> items) => Slots(ListOf(items));

    private static IReadOnlyList<OfferedSlot> Slots(StartList list) => list.ToSlots(Window, TimeSpan.FromMinutes(15), new SlotKind { Types = SlotTypes.Public });
}
