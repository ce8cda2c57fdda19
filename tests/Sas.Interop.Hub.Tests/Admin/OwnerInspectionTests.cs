using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Admin;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Tests.Availability;
using Sas.Interop.Hub.Tests.Fhir.Search.Laws;

namespace Sas.Interop.Hub.Tests.Admin;

/// <summary>Each reason, from a case that calls for it and no other.</summary>
[Parallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class OwnerInspectionTests : IDisposable
{
    private static readonly SlotKind WalkIn = Some.PublicKind with { Mode = BookingMode.WalkIn };
    private static readonly SlotKind Community = Some.PublicKind with { Types = SlotTypes.Cpts, Communities = [new Cpts("1750000018", "CPTS du Parc", null)] };
    private readonly SearchRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Test]
    public void Inspect_OwnerNobodyKnows_IsNull() => Assert.That(Inspect(), Is.Null);

    [Test]
    public void Inspect_OnlyAPreference_ShowsIt()
    {
        _rig.Preferences.Set(Some.Owner, new OwnerPreference { DeclaredVendors = ["vendor-b"], RefusesSlots = false });

        var preference = Inspect()?.Preference;

        Assert.That((preference?.Refuses, preference?.RefusalSaidBy, preference?.DeclaredVendors), Is.EqualTo((false, "owner", new[] { "vendor-b" })));
    }

    [Test]
    public void Inspect_TwoVendorsOneTime_TellsBothAndServesTheBookableOne()
    {
        Apply("vendor-a", Some.Slot(2, WalkIn));
        Apply("vendor-b", Some.Slot(2));

        var time = Times().Single();

        Assert.That(time.Sources.Select(static source => (source.Vendor, source.Kind.Bookable, source.Searches[0].Served)), Is.EqualTo(new[] { ("vendor-b", true, true), ("vendor-a", false, false) }));
        Assert.That(Why(time.Sources[1]), Is.EqualTo($"duplicate of {time.Sources[0].SlotId}"));
        Assert.That(time.Start.Offset, Is.EqualTo(TimeSpan.FromHours(1)), "The time of the place.");
    }

    [Test]
    public void Inspect_OneVendorTwoKeysOneTime_TellsBoth()
    {
        Apply("vendor-a", Some.Slot(2, WalkIn, "one"), Some.Slot(2, key: "two"));

        Assert.That(Times().Single().Sources.Select(static source => source.Kind.Mode), Is.EqualTo(new[] { "ROUTINE", "WALKIN" }));
    }

    [Test]
    public void Inspect_CommunitySlot_IsServedInOneSearchOnly()
    {
        Apply("vendor-a", Some.Slot(2, Community));

        Assert.That(
            Times().Single().Sources.Single().Searches,
            Is.EqualTo(new[] { new VerdictView("INT_R01", false, "only for communities"), new VerdictView("INT_R04", true, "served") }));
    }

    [Test]
    public void Inspect_PreferencesAndAge_GiveTheirReasons()
    {
        Apply("vendor-a", Some.Slot(2));

        Assert.That(WhyWith(new OwnerPreference { RefusesSlots = true }), Is.EqualTo("refused by the practitioner"));
        Assert.That(WhyWith(new OwnerPreference { DeclaredVendors = ["vendor-b"] }), Is.EqualTo("vendor not declared"));
        Assert.That(WhyWith(new OwnerPreference { Unavailabilities = [new Unavailability("p1", Some.Now, null)] }), Is.EqualTo("unavailable"));
        Assert.That(WhyWith(new OwnerPreference { Unavailabilities = [new Unavailability("p2", Some.Now, null)] }), Is.EqualTo("served"));

        _rig.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.That(WhyWith(null), Is.EqualTo("vendor dropped"));

        _rig.Time.Advance(TimeSpan.FromMinutes(60));
        Assert.That(WhyWith(null), Is.EqualTo("begun"));
    }

    [Test]
    public void Inspect_Lanes_AgeFromFreshToDropped()
    {
        Apply("vendor-a", Some.Slot(2));
        Assert.That(Lane(), Is.EqualTo(("fresh", 0L)));

        _rig.Time.Advance(TimeSpan.FromMinutes(11));
        Assert.That(Lane(), Is.EqualTo(("stale", 660L)));

        _rig.Time.Advance(TimeSpan.FromMinutes(50));
        Assert.That(Lane(), Is.EqualTo(("dropped", 3_660L)));
        Assert.That(Inspect()?.Sightings.Select(static sighting => (sighting.Vendor, sighting.Place, sighting.AgeSeconds)), Is.EqualTo(new[] { ("vendor-a", (string?)null, 3_660L) }));
    }

    [Test]
    public void Inspect_MoreSlotsThanAnOperatorReads_CutsAndSaysSo()
    {
        Apply("vendor-a", [.. Enumerable.Range(0, OwnerInspection.MostSlots + 1).Select(static number => Some.Slot(1 + (number / 100.0)))]);

        var view = Inspect();

        Assert.That((view?.Cut, view?.Places.Sum(static place => place.Times.Sum(static time => time.Sources.Count))), Is.EqualTo((true, OwnerInspection.MostSlots)));
        Assert.That(Inspect(days: 1)?.Cut, Is.False);
    }

    private void Apply(string vendor, params OfferedSlot[] slots) =>
        _rig.Index.Apply(Some.Vendor(vendor), Some.Snapshot(Some.Owner, slots), _rig.Time.GetUtcNow());

    private OwnerView? Inspect(int days = 3)
    {
        var sut = new OwnerInspection(_rig.Index, _rig, _rig, _rig.Preferences, _rig.Time);
        return sut.Inspect(Some.Owner, new ViewWindow(_rig.Time.GetUtcNow(), Some.Now, Some.Now.AddDays(days)));
    }

    private IReadOnlyList<TimeView> Times() => Inspect()?.Places.Single().Times ?? [];

    private (string? State, long? Age) Lane() => (Inspect()?.Places[0].Lanes[0].State, Inspect()?.Places[0].Lanes[0].AgeSeconds);

    private string WhyWith(OwnerPreference? preference)
    {
        _rig.Preferences.Set(Some.Owner, preference);
        return Why(Times().Single().Sources.Single());
    }

    private static string Why(SourceView source) => source.Searches[0].Why;
}
