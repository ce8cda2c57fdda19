using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Push;

[TestFixture]
[Parallelizable]
internal sealed class FhirPushReaderTests
{
    private static readonly TimeWindow Future = new(FhirSamples.Now, FhirSamples.Now.AddDays(366));

    [TestCase("collection")]
    [TestCase("searchset")]
    public async Task ReadAsync_ScheduleWithoutHorizon_CoversItsWholeFuture(string type)
    {
        var push = await Pushes.ReadAsync(FhirSamples.Bundle(type, [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        Assert.That(push.Issues, Is.Empty);
        Assert.That(push.Entries, Is.EqualTo(4));
        var snapshot = push.Snapshots.Single();
        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(FhirSamples.Owner, "acme:https://vendor.example/lieux|12", Future, true)));
        Assert.That(snapshot.Schedules.Single().Place.Key, Is.EqualTo(snapshot.Coverage.PlaceKey));
        Assert.That(FhirPulls.Slots(snapshot).Single().VendorKey, Is.EqualTo("a"));
        Assert.That(snapshot.Owner?.Family, Is.EqualTo("MARTIGNAC"));
    }

    [Test]
    public async Task ReadAsync_PlanningHorizon_IsTheCoverage()
    {
        var schedule = FhirSamples.Schedule("s1", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = Horizon("2026-03-02T08:00:00+01:00", "2026-03-09T08:00:00+01:00") };

        var push = await Pushes.ReadAsync([FhirSamples.Slot("a", "s1"), schedule, .. FhirSamples.Agenda().Skip(1)]);

        Assert.That(push.Snapshots.Single().Coverage.Window, Is.EqualTo(new TimeWindow(FhirSamples.Now.AddHours(1), FhirSamples.Now.AddHours(1).AddDays(7))));
    }

    [TestCase("47000", "2026-03-01T23:00:00Z", "2026-04-01T21:59:59.9999999Z", TestName = "in metropolitan France, over the spring change")]
    [TestCase("97400", "2026-03-01T20:00:00Z", "2026-04-01T19:59:59.9999999Z", TestName = "overseas")]
    public async Task ReadAsync_HorizonInDays_HoldsWholeDaysAtThePlace(string postalCode, string from, string to)
    {
        var schedule = FhirSamples.Schedule("s1", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = Horizon("2026-03-02", "2026-04-01") };
        var role = FhirSamples.Role("r1", "p1") with { Contained = [new Location { Id = "lieu", Address = new Address { Line = ["1"], City = "X", PostalCode = postalCode } }] };

        var push = await Pushes.ReadAsync([schedule, FhirSamples.Agenda()[1], role]);

        Assert.That(push.Snapshots.Single().Coverage.Window, Is.EqualTo(new TimeWindow(Instant(from), Instant(to))));
    }

    [TestCase("2027", null, "2026-12-31T23:00:00Z", "2028-01-01T23:00:00Z")]
    [TestCase(null, "2026-04", "2026-03-02T06:00:00Z", "2026-04-30T21:59:59.9999999Z")]
    public async Task ReadAsync_HorizonWithOneEnd_CoversFromNowOrAYearOn(string? start, string? end, string from, string to)
    {
        var schedule = FhirSamples.Schedule("s1", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = Horizon(start, end) };

        var push = await Pushes.ReadAsync([schedule, .. FhirSamples.Agenda().Skip(1)]);

        Assert.That(push.Snapshots.Single().Coverage.Window, Is.EqualTo(new TimeWindow(Instant(from), Instant(to))));
    }

    [Test]
    public async Task ReadAsync_ScheduleWithoutSlot_EmptiesItsPlace()
    {
        var snapshot = (await Pushes.ReadAsync(FhirSamples.Agenda())).Snapshots.Single();

        Assert.That((snapshot.Coverage.Complete, FhirPulls.Slots(snapshot).Count), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task ReadAsync_PractitionerWithoutSchedule_SaysNothing()
    {
        var push = await Pushes.ReadAsync(FhirSamples.Agenda().Skip(1));

        Assert.That((push.HasErrors, push.Snapshots.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public async Task ReadAsync_Association_IsCoveredByPlace()
    {
        var push = await Pushes.ReadAsync([FhirSamples.Slot("a", "sos1"), .. FhirSamples.SosAgenda()]);

        Assert.That(push.Snapshots.Single().Coverage, Is.EqualTo(new Coverage(FhirSamples.SosOwner, "acme:https://vendor.example|l1", Future, true)));
    }

    [Test]
    public async Task ReadAsync_TwoSchedulesAtOnePlace_AreCompleteWhereBothSpeak()
    {
        var first = FhirSamples.Schedule("s1", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = Horizon("2026-03-02T06:00:00Z", "2026-03-04T06:00:00Z") };
        var second = FhirSamples.Schedule("s2", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = Horizon("2026-03-03T06:00:00Z", "2026-03-05T06:00:00Z") };

        var push = await Pushes.ReadAsync([FhirSamples.Slot("a", "s1", 1), FhirSamples.Slot("b", "s1", 30), FhirSamples.Slot("c", "s2", 31), FhirSamples.Slot("d", "s2", 60), first, second, .. FhirSamples.Agenda().Skip(1)]);

        Assert.That(push.Snapshots.Select(static snapshot => (snapshot.Coverage.Complete, string.Concat(FhirPulls.Slots(snapshot).Select(static slot => slot.VendorKey)))), Is.EqualTo(new[] { (true, "bc"), (false, "ad") }));
        Assert.That(push.Snapshots[0].Coverage.Window, Is.EqualTo(new TimeWindow(FhirSamples.Now.AddDays(1), FhirSamples.Now.AddDays(2))));
    }

    [Test]
    public async Task ReadAsync_TwoSchedulesThatNeverMeet_CloseNothing()
    {
        var first = FhirSamples.Schedule("s1", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = Horizon("2026-03-02T06:00:00Z", "2026-03-03T06:00:00Z") };
        var second = FhirSamples.Schedule("s2", "Practitioner/p1", "PractitionerRole/r1") with { PlanningHorizon = Horizon("2026-03-04T06:00:00Z", "2026-03-05T06:00:00Z") };

        var push = await Pushes.ReadAsync([FhirSamples.Slot("a", "s1", 1), FhirSamples.Slot("d", "s2", 60), first, second, .. FhirSamples.Agenda().Skip(1)]);

        Assert.That(push.Snapshots.Select(static snapshot => (snapshot.Coverage.Complete, FhirPulls.Slots(snapshot).Count)), Is.EqualTo(new[] { (false, 2) }));
    }

    [Test]
    public async Task ReadAsync_ReservedSlots_AreCountedAndNoFault()
    {
        var push = await Pushes.ReadAsync([FhirSamples.Slot("a", "s1"), FhirSamples.Slot("b", "s1", 4) with { Status = "busy" }, FhirSamples.Slot("c", "s1", 5, "private"), FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]);

        Assert.That(push.HasErrors, Is.False);
        Assert.That(push.Snapshots.Single().Tally, Is.EqualTo(new SnapshotTally(2, 0, 1, 0)));
    }

    [Test]
    public async Task ReadAsync_TransactionByTemporaryAddresses_IsRead()
    {
        var json = FhirSamples.Json(Pushes.Transaction([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()], "POST"));
        foreach (var (old, number) in new[] { ("Slot/a", 1), ("Schedule/s1", 2), ("Practitioner/p1", 3), ("PractitionerRole/r1", 4) })
        {
            var urn = $"urn:uuid:4c9c0f7a-0000-4000-8000-00000000000{number}";
            json = json.Replace($"\"{FhirSamples.Base}{old}\"", $"\"{urn}\"", StringComparison.Ordinal).Replace($"\"reference\":\"{old}\"", $"\"reference\":\"{urn}\"", StringComparison.Ordinal);
        }

        var push = await Pushes.ReadAsync(json.Replace("\"id\":\"a\",", string.Empty, StringComparison.Ordinal));

        Assert.That(push.Issues, Is.Empty);
        Assert.That(FhirPulls.Slots(push.Snapshots.Single()).Single().VendorKey, Is.Null);
    }

    [TestCase("PUT", "Slot/a")]
    [TestCase("PUT", "Slot?identifier=x")]
    [TestCase("POST", "Slot")]
    [TestCase("POST", "https://hub.example/fhir/Slot")]
    public async Task ReadAsync_TransactionRequest_IsTaken(string method, string url)
    {
        var bundle = Pushes.Transaction([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()], "PUT");
        var first = (bundle.Entry ?? [])[0] with { Request = new BundleEntryRequest { Method = method, Url = url } };

        Assert.That((await Pushes.ReadAsync(bundle with { Entry = [first, .. (bundle.Entry ?? []).Skip(1)] })).Issues, Is.Empty);
    }

    [Test]
    public async Task ParseAsync_GoodPush_GivesItsSnapshots()
    {
        await using var adapter = FhirPulls.Adapter(new ScriptedHttpHandler());
        var body = Pushes.Body(FhirSamples.Json(FhirSamples.Bundle("collection", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()])));

        var outcomes = await ((ISlotPushParser)adapter).ParseAsync(body, FhirSamples.Now, CancellationToken.None).ToListAsync();

        Assert.That(FhirPulls.Slots(outcomes.Single().Value), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task ParseAsync_FaultAtTheEnd_GivesNothingElse()
    {
        await using var adapter = FhirPulls.Adapter(new ScriptedHttpHandler());
        var body = Pushes.Body(FhirSamples.Json(FhirSamples.Bundle("collection", [FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda(), FhirSamples.Slot("b", "s1") with { Start = null }])));

        var outcomes = await ((ISlotPushParser)adapter).ParseAsync(body, FhirSamples.Now, CancellationToken.None).ToListAsync();

        Assert.That(outcomes.Select(static outcome => outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { HubErrorCode.RequestRequired }));
        Assert.That(outcomes[0].Error?.Detail, Does.Contain("Bundle.entry[4].resource.start"));
    }

    [Test]
    public void ReadAsync_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(
            async () => await FhirPushReader.ReadAsync(Pushes.Body("{}"), "acme", FhirSamples.Now, Contracts.Fhir.Json.FhirReadOptions.Default, cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static Period Horizon(string? start, string? end) => new()
    {
        Start = start is null ? null : FhirDateTime.Parse(start),
        End = end is null ? null : FhirDateTime.Parse(end),
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
