using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Valwin;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Tests.Valwin;

/// <summary>What holds for any list: the vendor's order, repetitions and page cuts change nothing.</summary>
internal sealed class ValwinMapperLaws
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Test]
    public void ToSlots_AnyOrder_GivesTheSameSlots() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Entries().ToArbitrary(),
            static entries => Slots(entries).SequenceEqual(Slots([.. entries.AsEnumerable().Reverse()]))
                && Slots(entries).SequenceEqual(Slots([.. entries.OrderBy(static entry => entry.End).ThenBy(static entry => entry.Block, StringComparer.Ordinal)]))));

    [Test]
    public void ToSlots_EveryItemTwice_GivesTheSameSlots() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Entries().ToArbitrary(), static entries => Slots(entries).SequenceEqual(Slots([.. entries, .. entries]))));

    [Test]
    public void ToSlots_Any_GivesOneSlotAStartAndCountsTheRest() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Entries().ToArbitrary(), static entries =>
        {
            var mapper = Mapper();
            var slots = mapper.ToSlots([.. entries]);
            return slots.Select(static slot => slot.Start).SequenceEqual(entries.Select(static entry => entry.Start).Distinct().Order())
                && slots.Count + mapper.Duplicates == entries.Count
                && slots.All(static slot => slot.End > slot.Start);
        }));

    private static Gen<List<ValwinEntry>> Entries() =>
        (from quarter in Gen.Choose(0, 12)
         from length in Gen.Choose(0, 3)
         from block in Gen.Elements("morning", "evening", null)
         from types in Gen.ListOf(Gen.Elements(("1", "Vaccination"), ("2", "Test"), ("3", " ")))
         let start = Monday.AddMinutes(5 * quarter)
         select new ValwinEntry(
             start,
             length == 0 ? null : start.AddMinutes(10 * length),
             block,
             ValwinOffer.Of([.. types.Select(static type => new ValwinType { Id = type.Item1, Label = type.Item2 })], ValwinSample.Website)))
        .ListOf()
        .Select(static entries => entries.ToList());

    private static IReadOnlyList<OfferedSlot> Slots(IEnumerable<ValwinEntry> entries) => Mapper().ToSlots([.. entries]);

    private static ValwinMapper Mapper() => new(SlotTypes.Public, null, TimeSpan.FromMinutes(15));
}
