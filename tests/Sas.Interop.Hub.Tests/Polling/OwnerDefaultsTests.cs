using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Polling;

namespace Sas.Interop.Hub.Tests.Polling;

[Parallelizable(ParallelScope.All)]
internal sealed class OwnerDefaultsTests
{
    private static readonly PlaceDetails Told = new() { Key = "acme:1", IdentifierSystem = "urn:oid:1.1", IdentifierValue = "77" };

    private static readonly PlaceDetails Known = new()
    {
        Key = "place-1",
        StructureId = "1990000017",
        Name = "Cabinet des Essais",
        Line = "12, rue des Essais",
        City = "AGEN",
        PostalCode = "47000",
        Phone = "+33199001122",
        TimeZone = "Europe/Paris",
    };

    private static readonly PlaceDetails Other = Known with { Key = "place-2", StructureId = "1990000025", Line = "3 quai Inventé", Phone = "+33199003344", PostalCode = "47100" };

    [Test]
    public void Complete_OnePlaceOnEachSide_FillsWhatIsLeftOut() =>
        Assert.That(PlaceOf(Told, Known), Is.EqualTo(Known with { Key = Told.Key, IdentifierSystem = Told.IdentifierSystem, IdentifierValue = Told.IdentifierValue }));

    [Test]
    public void Complete_WhatTheVendorTells_GoesBefore()
    {
        var told = Told with { Phone = "+33199005566", Name = "Ailleurs", City = "AGEN" };
        var place = PlaceOf(told, Known);

        Assert.That(place, Is.EqualTo(told with { StructureId = Known.StructureId, TimeZone = Known.TimeZone }), "An address is never made of two halves.");
    }

    [Test]
    public void Complete_OnePlaceThatContradicts_IsNotTaken()
    {
        Assert.That(PlaceOf(Told with { PostalCode = "75011" }, Known), Is.EqualTo(Told with { PostalCode = "75011" }));
        Assert.That(PlaceOf(Told with { StructureId = "1990000033" }, Known).Phone, Is.Null);
    }

    [Test]
    public void Complete_SeveralPlaces_FindsTheOneThatMatches()
    {
        Assert.That(PlaceOf(Told, Known, Other).Phone, Is.Null, "Nothing tells which.");
        Assert.That(PlaceOf(Told with { Key = "place-2" }, Known, Other).Phone, Is.EqualTo(Other.Phone));
        Assert.That(PlaceOf(Told, Known, Other with { IdentifierValue = "77" }).Phone, Is.EqualTo(Other.Phone));
        Assert.That(PlaceOf(Told, Known, Other with { IdentifierSystem = "urn:oid:9", IdentifierValue = "77" }).Phone, Is.Null);
        Assert.That(PlaceOf(Told with { StructureId = Other.StructureId }, Known, Other).Phone, Is.EqualTo(Other.Phone));
        Assert.That(PlaceOf(Told with { Line = "12 RUE des essais", PostalCode = "47000" }, Known, Other).Phone, Is.EqualTo(Known.Phone));
        Assert.That(PlaceOf(Told with { StructureId = Known.StructureId }, Known, Other with { StructureId = Known.StructureId }).Phone, Is.Null, "Two have it.");
    }

    [Test]
    public void Complete_TwoPlacesOfTheVendor_AreNotBothTheOnlyOne()
    {
        var completed = OwnerDefaults.Complete(Snapshot(Told, Told with { Key = "acme:2", IdentifierValue = "78" }), PollSamples.Target(1), Owner(Known));

        Assert.That(completed.Schedules.Select(static schedule => schedule.Place.Phone), Is.All.Null);
    }

    [Test]
    public void Complete_PlaceOfTheTarget_CountsAsKnown()
    {
        var completed = OwnerDefaults.Complete(Snapshot(Told), PollSamples.Target(1) with { Place = Known }, null);

        Assert.That(completed.Schedules[0].Place.Phone, Is.EqualTo(Known.Phone));
    }

    [Test]
    public void Complete_NothingLeftOutOrNothingKnown_ChangesNothing()
    {
        var whole = Snapshot(Known with { Key = "acme:1" });

        Assert.That(OwnerDefaults.Complete(whole, PollSamples.Target(1), Owner(Known)).Schedules, Is.SameAs(whole.Schedules));
        Assert.That(OwnerDefaults.Complete(whole, PollSamples.Target(1), null).Schedules, Is.SameAs(whole.Schedules));
    }

    [Test]
    public void Complete_NamesAndSpecialties_ComeFromTheTargetWhereTheVendorIsSilent()
    {
        Specialty[] specialties = [new Specialty("SM54", null)];
        var target = PollSamples.Target(1) with { OwnerDetails = new OwnerDetails("MARTIGNAC", ["Zélie"], null), Specialties = specialties };
        var completed = OwnerDefaults.Complete(Snapshot(Told) with { Owner = new OwnerDetails("DURAND", [], null) }, target, null);

        Assert.That(completed.Owner?.Family, Is.EqualTo("DURAND"));
        Assert.That(completed.Owner?.Given, Is.EqualTo(new[] { "Zélie" }));
        Assert.That(completed.OwnerSpecialties, Is.EqualTo(specialties));
    }

    private static PlaceDetails PlaceOf(PlaceDetails told, params PlaceDetails[] known) =>
        OwnerDefaults.Complete(Snapshot(told), PollSamples.Target(1), Owner(known)).Schedules.Single().Place;

    private static DirectoryOwner Owner(params PlaceDetails[] places) => new(new OwnerDetails("X", [], null), [], places, RefusesSlots: false);

    private static Snapshot Snapshot(params PlaceDetails[] places) => new()
    {
        Coverage = new Coverage(PollSamples.Target(1).Owner, null, new TimeWindow(PollSamples.Start, PollSamples.Start.AddHours(48)), true),
        Schedules = [.. places.Select(static place => new ScheduleSlots(place, []))],
    };
}
