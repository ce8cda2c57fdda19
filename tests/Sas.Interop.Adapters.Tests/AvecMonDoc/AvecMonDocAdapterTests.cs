using System.Globalization;
using System.Net;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.AvecMonDoc;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.AvecMonDoc;

internal sealed class AvecMonDocAdapterTests : AdapterContract
{
    private const string Organization = """
        {"id":2,"slug":"pharmacie-de-l'étoile","name":"Pharmacie d'essai","subtitle":"","status":"undefined","finessNumber":null,"address":"1 rue d'essai 75011 PARIS",
         "zipCode":"75011","city":"PARIS","phone":"0033199001122","timezone":"Europe/Paris","coordinates":{"lng":2.3,"lat":48.8},"schedules":{"0":{"enabled":false,"schedules":[]}},
         "speciality":[{"id":1,"label":"Pharmacie","code":null,"professionId":24}],"consultationReasons":null}
        """;

    private const string Reasons = """
        [{"id":11,"organizationId":2,"specialityId":1,"reason":" Consultation ","code":"C","type":"inOffice","price":25.0,"active":true,"deleted":false,"showOnlyDoctor":false},
         {"id":"12","reason":"Téléconsultation","type":"teleconsultation","active":1,"deleted":0,"showOnlyDoctor":0},
         {"id":13,"reason":"Inactive","active":false},{"id":14,"reason":"Deleted","active":1,"deleted":"1"},{"id":15,"reason":"Doctor only","active":"true","showOnlyDoctor":true}]
        """;

    private const string Week = """
        [{"start":"2026-03-01T23:00:00.000Z","end":"2026-03-02T22:59:59.999Z","slots":[
           {"start":"0","end":"2026-03-02T08:15:00.000Z","isAvailable":true,"businessHours":{"id":500001,"start":"2026-03-02T08:00:00.000Z","end":"2026-03-02T08:15:00.000Z",
            "title":"dispo","extendedProps":{"doctorId":31,"organizationId":2,"type":"inOffice","delayBwtNowAndTimeAppointment":"1h"}}},
           {"start":"1","end":"2026-03-02T08:45:00.000Z","isAvailable":1,"businessHours":{"id":500002,"start":"2026-03-02T08:30:00.000Z","end":"2026-03-02T08:45:00.000Z",
            "extendedProps":{"doctorId":"32","organizationId":"2"}}},
           {"start":null,"end":null,"businessHours":null,"isAvailable":false}]},
         {"start":"2026-03-02T23:00:00.000Z","end":"2026-03-03T22:59:59.999Z","slots":[]},
         {"nextAvailableBusinessHourInCurrentWeek":true,"nextAvailableBusinessHour":false}]
        """;

    private const string Nothing = """[{"start":"2026-03-01T23:00:00.000Z","end":"2026-03-02T22:59:59.999Z","slots":[{"isAvailable":false,"businessHours":null}]},{"nextAvailableBusinessHourInCurrentWeek":false,"nextAvailableBusinessHour":false}]""";

    protected override IVendorAdapterFactory Factory { get; } = new AvecMonDocAdapterFactory(new AvecMonDocOptionsValidator());

    protected override PullTarget Target => TargetOf(("slug", "pharmacie-de-l'étoile"));

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
        [("/Organizations/slug/", Organization), ("/getConsultationReasons", Reasons), ("/availabilitiesPerDay", Week)];

    [Test]
    public async Task PullAsync_GoodAnswers_GiveTheNormalizedSlots()
    {
        var snapshot = await SnapshotAsync(GoodHandler());

        Assert.That(snapshot.Schedules.Single().Slots.Select(static slot => (slot.Start, slot.End, slot.EndEstimated)), Is.EqualTo(new[]
        {
            (Utc("2026-03-02T08:00Z"), Utc("2026-03-02T08:15Z"), false),
            (Utc("2026-03-02T08:30Z"), Utc("2026-03-02T08:45Z"), false),
        }));
        var kind = snapshot.Schedules.Single().Slots[0].Kind;
        Assert.That(kind.Reasons, Is.EqualTo(new[] { "Consultation", "Téléconsultation" }));
        Assert.That(kind.Consultations, Is.EqualTo(ConsultationTypes.Ambulatory | ConsultationTypes.Virtual));
        Assert.That(kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://patient.avecmondoc.com/fiche/structure/pharmacie-de-l%27%C3%A9toile"));
        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Window, true)));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 2, 0)));
    }

    [Test]
    public async Task PullAsync_GoodAnswers_AsksTheOpenReasonsInTheirOwnType()
    {
        var handler = GoodHandler();
        await PullAsync(handler, Window, Target);

        Assert.That(handler.Requests.Select(static request => request.Url).Take(2), Is.EqualTo(new[]
        {
            "https://vendor.example/api/Organizations/slug/pharmacie-de-l%27%C3%A9toile",
            "https://vendor.example/api/Organizations/getConsultationReasons?params=%7B%22organizationId%22%3A2%7D",
        }));
        Assert.That(handler.Requests.Skip(2).Select(static request => request.Body), Is.EqualTo(new[] { Body(11, "inOffice"), Body(12, "teleconsultation") }));

        static string Body(int reason, string type) =>
            $$"""{"consultationReasonId":{{reason}},"organizationId":2,"periodStart":"2026-03-01T23:00:00.000Z","periodEnd":"2026-03-08T23:00:00.000Z","type":"{{type}}","fullDisplay":true,"disabledPeriods":[]}""";
    }

    [TestCase("""[{"id":11,"reason":"Consultation"}]""", 2, Description = "reasons inside the organization")]
    [TestCase("""[]""", 1, Description = "no reason at all: nothing to ask")]
    [TestCase("\"[]\"", 4, Description = "a list written as text is asked for on its own")]
    public async Task PullAsync_ReasonsInTheOrganization_SaveACall(string reasons, int calls)
    {
        var organization = Organization.Replace("\"consultationReasons\":null", $"\"consultationReasons\":{reasons}", StringComparison.Ordinal);
        var handler = GoodHandler().Override("/Organizations/slug/", (_, _) => Task.FromResult(ScriptedHttpHandler.JsonResponse(organization)));

        var snapshot = await SnapshotAsync(handler);

        Assert.That(handler.Requests, Has.Count.EqualTo(calls));
        Assert.That(snapshot.Coverage.Complete, Is.True);
    }

    [Test]
    public async Task PullAsync_OrganizationNumberAlone_NeedsNoOrganizationCall()
    {
        var handler = GoodHandler();
        var page = new Uri("https://booking.example/2");

        var snapshot = await SnapshotAsync(handler, TargetOf(("organization", "2"), ("doctor", "31")) with { BookingUrl = page });

        Assert.That(handler.Requests[0].Url, Does.EndWith("getConsultationReasons?params=%7B%22organizationId%22%3A2%2C%22doctorId%22%3A31%7D"));
        Assert.That(snapshot.Schedules.Single().Slots.Single().Start, Is.EqualTo(Utc("2026-03-02T08:00Z")));
        Assert.That(snapshot.Schedules.Single().Slots.Single().Kind.BookingUrl, Is.EqualTo(page));
        Assert.That(snapshot.Tally.Orphans, Is.EqualTo(2), "the other doctor's cell, once for each reason");
    }

    [Test]
    public async Task PullAsync_MoreInThisWeek_AdvancesBySixDays()
    {
        var handler = HandlerWith(Week);
        var results = await PullAsync(handler, Days(14), TargetOf(("organization", "2")));

        Assert.That(handler.Requests.Skip(1).Select(static request => Start(request)), Is.EqualTo(new[] { "2026-03-01", "2026-03-07", "2026-03-13" }));
        Assert.That(Slots(results), Has.Count.EqualTo(2));
        Assert.That(results.Single().Outcome.Value?.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Days(14), true)));
    }

    [Test]
    public async Task PullAsync_BothFlagsFalse_StopsAndCoversTheWholeWindow()
    {
        var handler = HandlerWith(Nothing);
        var results = await PullAsync(handler, Days(30), TargetOf(("organization", "2")));

        Assert.That(handler.Requests, Has.Count.EqualTo(2));
        Assert.That(results.Single().Outcome.Value?.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Days(30), true)));
    }

    [Test]
    public async Task PullAsync_NextTimeInTheWindow_JumpsToItsDay()
    {
        var handler = HandlerWith(Nothing);
        handler.Override("/availabilitiesPerDay", static async (request, cancellationToken) =>
        {
            var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            return ScriptedHttpHandler.JsonResponse(body.Contains("\"periodStart\":\"2026-03-01", StringComparison.Ordinal)
                ? """[{"nextAvailableBusinessHourInCurrentWeek":false,"nextAvailableBusinessHour":{"start":"2026-03-20T23:30:00.000Z"}}]"""
                : Nothing);
        });

        await PullAsync(handler, Days(30), TargetOf(("organization", "2")));

        Assert.That(handler.Requests.Skip(1).Select(static request => Start(request)), Is.EqualTo(new[] { "2026-03-01", "2026-03-20" }), "21 March begins on the 20th in UTC");
    }

    [Test]
    public async Task PullAsync_NextTimeBeyondTheWindow_IsTheHint()
    {
        var snapshot = await SnapshotAsync(
            HandlerWith("""[{"nextAvailableBusinessHourInCurrentWeek":false,"nextAvailableBusinessHour":{"start":"2026-05-20T08:00:00.000Z"}}]"""),
            TargetOf(("organization", "2")));

        Assert.That(snapshot.NextAvailable, Is.EqualTo(Utc("2026-05-20T08:00Z")));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
    }

    [Test]
    public async Task PullAsync_NextTimeThatLeadsBackwards_NeverLoops()
    {
        var handler = HandlerWith("""[{"nextAvailableBusinessHourInCurrentWeek":true,"nextAvailableBusinessHour":{"start":"2020-01-01T08:00:00.000Z"}}]""");
        var results = await PullAsync(handler, Days(400), TargetOf(("organization", "2")));

        Assert.That(handler.Requests, Has.Count.EqualTo(11), "the reasons and ten pages");
        Assert.That(results.Single().Outcome.Value?.Coverage.Window.To, Is.EqualTo(Utc("2026-04-30T21:59:59Z")));
    }

    [Test]
    public async Task PullAsync_NoDayAtAll_IsACompleteEmptySnapshot()
    {
        var snapshot = await SnapshotAsync(HandlerWith("[]"), TargetOf(("organization", "2")));

        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
    }

    [TestCase("""{"error":{"statusCode":404,"name":"Error","message":"x"}}""", HubErrorCode.VendorUnknownTarget)]
    [TestCase("""{"error":{"statusCode":403}}""", HubErrorCode.VendorBlocked)]
    [TestCase("""{"error":{"statusCode":"429"}}""", HubErrorCode.VendorThrottled)]
    [TestCase("""{"error":{"statusCode":422}}""", HubErrorCode.VendorRejectedRequest)]
    [TestCase("""{"error":{"statusCode":500}}""", HubErrorCode.VendorFailed)]
    [TestCase("""{"error":"broken"}""", HubErrorCode.VendorFailed)]
    [TestCase("{}", HubErrorCode.VendorMalformed)]
    [TestCase("""{"error":null}""", HubErrorCode.VendorMalformed)]
    public async Task PullAsync_ObjectWhereAnAnswerIsDue_IsAFailure(string json, HubErrorCode expected)
    {
        foreach (var path in GoodAnswers.Select(static answer => answer.PathContains))
        {
            var handler = GoodHandler().Override(path, (_, _) => Task.FromResult(ScriptedHttpHandler.JsonResponse(json)));
            var results = await PullAsync(handler, Window, Target);

            Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected), path);
        }
    }

    [TestCase("""{"isAvailable":true,"businessHours":null}""", 0, 1)]
    [TestCase("""{"isAvailable":true,"businessHours":{"id":1,"start":null,"end":"2026-03-02T08:15:00.000Z"}}""", 0, 1)]
    [TestCase("""{"isAvailable":true,"businessHours":{"id":1,"start":"2026-02-30T08:00:00.000Z"}}""", 0, 1)]
    [TestCase("""{"isAvailable":false,"businessHours":{"id":1,"start":"2026-03-02T08:00:00.000Z"}}""", 1, 0)]
    [TestCase("""{"isAvailable":false,"businessHours":null}""", 0, 0)]
    [TestCase("null", 0, 0)]
    public async Task PullAsync_CellThatIsNoFreeTime_IsLeftOutAndCounted(string cell, int reserved, int unreadable)
    {
        var snapshot = await SnapshotAsync(HandlerWith($$"""[{"slots":[{{cell}}]}]"""), TargetOf(("organization", "2")));

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(reserved, unreadable, 0, 0)));
    }

    [TestCase("""[{"slots":[{"isAvailable":"perhaps"}]}]""")]
    [TestCase("""[{"slots":[{"isAvailable":true,"businessHours":{"start":0}}]}]""")]
    [TestCase("""[{"slots":[{"isAvailable":true,"businessHours":"dispo"}]}]""")]
    [TestCase("""[{"slots":"[]"}]""")]
    [TestCase("""[1]""")]
    public async Task PullAsync_WrongType_IsAnInvalidValue(string json) =>
        Assert.That((await PullAsync(HandlerWith(json), Window, TargetOf(("organization", "2")))).Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));

    [Test]
    public async Task PullAsync_UnknownZoneOfTheOrganization_IsAnInvalidValue()
    {
        var organization = Organization.Replace("Europe/Paris", "Europe/Nowhere", StringComparison.Ordinal);
        var handler = GoodHandler().Override("/Organizations/slug/", (_, _) => Task.FromResult(ScriptedHttpHandler.JsonResponse(organization)));

        Assert.That((await PullAsync(handler, Window, Target)).Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));
    }

    [Test]
    public async Task PullAsync_PlaceOverseas_AsksFromItsOwnMidnightAndReadsLocalTimes()
    {
        var handler = HandlerWith("""[{"slots":[{"isAvailable":true,"businessHours":{"start":"2026-03-02T14:00:00"}}]}]""");
        var target = TargetOf(("organization", "2")) with { Place = new PlaceDetails { Key = "place-1", PostalCode = "97400" } };

        var snapshot = await SnapshotAsync(handler, target);

        Assert.That(handler.Requests[1].Body, Does.Contain("\"periodStart\":\"2026-03-01T20:00:00.000Z\",\"periodEnd\":\"2026-03-08T20:00:00.000Z\""));
        Assert.That(snapshot.Schedules.Single().Slots.Single().Start, Is.EqualTo(Utc("2026-03-02T10:00Z")));
        Assert.That(snapshot.Schedules.Single().Slots.Single().EndEstimated, Is.True);
    }

    [Test]
    public async Task PullAsync_SpringClockChange_AsksWholeLocalDays()
    {
        var handler = HandlerWith(Nothing);
        var from = Utc("2026-03-28T10:00Z");

        await PullAsync(handler, new TimeWindow(from, from.AddDays(2)), TargetOf(("organization", "2")));

        Assert.That(handler.Requests[1].Body, Does.Contain("\"periodStart\":\"2026-03-27T23:00:00.000Z\",\"periodEnd\":\"2026-04-03T22:00:00.000Z\""));
    }

    [Test]
    public async Task PullAsync_SecondReasonFails_KeepsTheFirstsSlotsAndClosesNothing()
    {
        var handler = GoodHandler().Override("/availabilitiesPerDay", static async (request, cancellationToken) =>
        {
            var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            return body.Contains("\"consultationReasonId\":12", StringComparison.Ordinal)
                ? new HttpResponseMessage(HttpStatusCode.InternalServerError)
                : ScriptedHttpHandler.JsonResponse(Week);
        });

        var results = await PullAsync(handler, Window, Target);

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { null, HubErrorCode.VendorFailed }));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(Slots(results), Has.Count.EqualTo(2));
    }

    [TestCase("organization", "two")]
    [TestCase("organization", "-2")]
    [TestCase("doctor", "31")]
    public async Task PullAsync_NoUsableKey_IsDirectoryKeyMissing(string name, string value) =>
        Assert.That((await PullAsync(GoodHandler(), Window, TargetOf((name, value)))).Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));

    [Test]
    public async Task PullAsync_TokenGiven_IsSentAsUserAgent()
    {
        var handler = GoodHandler();
        var context = Context(handler, new ManualTimeProvider(Now)) with { Secrets = new Dictionary<string, string> { ["token"] = "agent/1" } };
        await using var adapter = Factory.Create(context);
        await adapter.CollectAsync(new PullRequest([Target], Window));

        Assert.That(handler.Requests.Select(static request => request.Headers["User-Agent"]), Is.All.EqualTo("agent/1"));
    }

    [Test]
    public void PullAsync_CellsInAnyOrderAndTwice_GiveTheSameSlots()
    {
        var input = from quarters in Gen.Choose(0, 60).ListOf() from seed in Gen.Choose(0, 1000) select (Quarters: quarters.ToArray(), Seed: seed);
        Prop.ForAll(input.ToArbitrary(), item =>
        {
            var shuffled = item.Quarters.OrderBy(quarter => (quarter * 7919L) % (item.Seed + 13)).Concat(item.Quarters).ToArray();
            var one = Slots(PullAsync(HandlerWith(Json(item.Quarters)), Window, TargetOf(("organization", "2"))).GetAwaiter().GetResult());
            var other = Slots(PullAsync(HandlerWith(Json(shuffled)), Window, TargetOf(("organization", "2"))).GetAwaiter().GetResult());
            return one.SequenceEqual(other) && one.Count == item.Quarters.Distinct().Count();
        }).QuickCheckThrowOnFailure();

        static string Json(int[] quarters) => $$"""[{"slots":[{{string.Join(',', quarters.Select(static quarter => Cell(quarter)))}}]}]""";

        static string Cell(int quarter)
        {
            var start = new DateTime(2026, 3, 2, 7, 0, 0).AddMinutes(15 * quarter);
            return $$$"""{"isAvailable":true,"businessHours":{"id":{{{quarter}}},"start":"{{{start:s}}}Z","end":"{{{start.AddMinutes(15):s}}}Z"}}""";
        }
    }

    private static ScriptedHttpHandler HandlerWith(string week) =>
        new ScriptedHttpHandler().Json("/getConsultationReasons", """[{"id":11,"reason":"Consultation","type":"inOffice"}]""").Json("/availabilitiesPerDay", week);

    private static string Start(ScriptedRequest request)
    {
        var body = request.Body ?? string.Empty;
        return body.Substring(body.IndexOf("\"periodStart\":\"", StringComparison.Ordinal) + 15, 10);
    }

    private static PullTarget TargetOf(params (string Name, string Value)[] keys) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000001"),
        Place = new PlaceDetails { Key = "place-1" },
        Keys = keys.ToDictionary(static key => key.Name, static key => key.Value),
    };

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private TimeWindow Days(int days) => new(Now, Now.AddDays(days));

    private async Task<IReadOnlyList<PullResult>> PullAsync(HttpMessageHandler handler, TimeWindow window, PullTarget target)
    {
        await using var adapter = Factory.Create(Context(handler, new ManualTimeProvider(Now)));
        return await adapter.CollectAsync(new PullRequest([target], window));
    }

    private async Task<Snapshot> SnapshotAsync(HttpMessageHandler handler, PullTarget? target = null)
    {
        var outcome = (await PullAsync(handler, Window, target ?? Target)).Single().Outcome;
        Assert.That(outcome.Error, Is.Null);
        return outcome.Value ?? throw new InvalidOperationException();
    }
}
