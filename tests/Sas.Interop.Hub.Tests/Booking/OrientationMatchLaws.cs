using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Tests.Booking;

/// <summary>Which act an appointment is taken for, whatever acts are open and in whatever order they are found.</summary>
internal sealed class OrientationMatchLaws
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static Gen<OrientationRow> Acts =>
        from kind in Gen.Elements(OrientationKind.Slot, OrientationKind.Marketplace, OrientationKind.Cpts)
        from start in Gen.Choose(0, 3)
        from created in Gen.Choose(0, 50)
        from owner in Gen.Elements("810000000017", "310000000000011")
        from id in Gen.Choose(0, 1_000_000)
        select new OrientationRow
        {
            Id = $"{id:x32}",
            Kind = kind.ToString(),
            State = nameof(OrientationState.Linked),
            CreatedAt = Noon.AddMinutes(-created),
            RegulatorSystem = "s",
            RegulatorValue = "v",
            Owner = owner,
            VendorId = "v",
            SlotStart = kind == OrientationKind.Marketplace ? null : Noon.AddHours(start),
        };

    [Test]
    public void Best_AnyOrder_IsTheSameAct() => Prop.ForAll(Gen.ListOf(Acts).ToArbitrary(), Gen.Elements("001", "002").ToArbitrary(), static (acts, category) =>
        OrientationMatch.Best(acts, Facts(category))?.Id == OrientationMatch.Best(Enumerable.Reverse(acts), Facts(category))?.Id).QuickCheckThrowOnFailure();

    [Test]
    public void Best_SomethingBetter_IsNeverPassedOver() => Prop.ForAll(Gen.NonEmptyListOf(Acts).ToArbitrary(), Gen.Elements("001", "002").ToArbitrary(), static (acts, category) =>
    {
        var best = OrientationMatch.Best(acts, Facts(category)) ?? throw new InvalidOperationException("None was found.");
        return acts.All(act => Rank(act, category).CompareTo(Rank(best, category)) <= 0);
    }).QuickCheckThrowOnFailure();

    private static (bool, bool, bool, DateTimeOffset) Rank(OrientationRow act, string category) =>
        (act.Kind == "Marketplace" == (category == "002"), act.SlotStart == Noon.AddHours(1), act.Owner == "810000000017", act.CreatedAt);

    private static AppointmentFacts Facts(string category) => new()
    {
        AppointmentId = "a",
        Key = "k",
        Version = 1,
        Sender = "v",
        Status = "booked",
        Start = Noon.AddHours(1),
        End = Noon.AddHours(2),
        Owner = "810000000017",
        OrientationCategory = category,
        At = Noon,
    };
}
