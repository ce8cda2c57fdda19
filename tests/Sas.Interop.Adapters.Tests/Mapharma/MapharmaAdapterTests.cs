using System.Globalization;
using System.Net;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapharma;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Mapharma;

internal sealed class MapharmaAdapterTests : AdapterContract
{
    private const string Catalogue = """
        [{"nom":"Pharmacie d'essai","adresse":"1 rue d'essai","code_postal":"75011","ville":"Paris","url":"https://mapharma.net/75011-1","timezone":"Europe/Paris",
          "telephone":"","horaires":"lundi: 08:30 – 12:30\n","campagnes":[
            {"id_campagne":60,"id_type":1,"nom":"Dépistage","url":"https://mapharma.net/75011-1?c=60&l=1","debut":"2026-03-01","fin":"2026-12-31",
             "prochain_libre":"2026-03-02 09:00","total_libres":12,"vaccination_covid":false,"libres_details":[{"debut":"2026-03-02","fin":"2026-03-02","libres":12}]},
            {"id_campagne":"61","id_type":0,"nom":"Vaccination","url":"/relative","total_libres":3},
            {"id_campagne":62,"id_type":0,"nom":"Nothing left","url":"https://mapharma.net/75011-1?c=62&l=0","total_libres":0,"prochain_libre":"2026-03-02 09:00"}]},
         {"nom":"Outre-mer","code_postal":97400,"url":"https://mapharma.net/97400-1","timezone":"Indian/Reunion","campagnes":[{"id_campagne":70,"id_type":1,"nom":"Vaccination","url":"https://mapharma.net/97400-1?c=70&l=1"}]},
         {"nom":"Sans fuseau","code_postal":"97200","url":"https://mapharma.net/97200-1","campagnes":[{"id_campagne":71,"id_type":1,"nom":"Vaccination"}]},
         {"nom":"Fuseau inconnu","url":"https://mapharma.net/broken","timezone":"Europe/Nowhere","campagnes":[{"id_campagne":72,"id_type":1}]}]
        """;

    private const string Calendar60 = """
        {"2026-03-03":[{"id":900003,"time":"17:15","textDay":"Mardi 3 Mars","places_dispo":2}],
         "2026-03-02":[{"id":900002,"time":"09:10","places_dispo":1},{"id":900001,"time":"09:00","places_dispo":1},{"id":900004,"time":"09:30"}],
         "2026-03-04":[],"first":"2026-03-02","first_text":"Lundi 2 Mars"}
        """;

    private const string Calendar61 = """{"2026-03-02":[{"id":1,"time":"9:00","places_dispo":"1"},{"id":2,"time":"11:00","places_dispo":1}],"first":"2026-03-02"}""";

    protected override IVendorAdapterFactory Factory { get; } = new MapharmaAdapterFactory(new MapharmaOptionsValidator());

    protected override PullTarget Target => TargetOf(("pharmacy", "75011-1"));

    protected override IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string> { ["token"] = "agent/1" };

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
        [("/opendata/rdv", Catalogue), ("/calendar/60/", Calendar60), ("/calendar/61/", Calendar61)];

    [Test]
    public async Task PullAsync_GoodAnswers_GiveTheNormalizedSlots()
    {
        var snapshot = await SnapshotAsync(GoodHandler());

        Assert.That(snapshot.Schedules.Single().Slots.Select(static slot => (slot.Start, slot.End)), Is.EqualTo(new[]
        {
            (Utc("2026-03-02T08:00Z"), Utc("2026-03-02T08:10Z")),
            (Utc("2026-03-02T08:10Z"), Utc("2026-03-02T08:25Z")),
            (Utc("2026-03-02T08:30Z"), Utc("2026-03-02T08:45Z")),
            (Utc("2026-03-02T10:00Z"), Utc("2026-03-02T10:15Z")),
            (Utc("2026-03-03T16:15Z"), Utc("2026-03-03T16:30Z")),
        }));
        Assert.That(snapshot.Schedules.Single().Slots.Select(static slot => slot.EndEstimated), Is.All.True);
        Assert.That(snapshot.Schedules.Single().Slots[0].Kind.Reasons, Is.EqualTo(new[] { "Dépistage", "Vaccination" }));
        Assert.That(snapshot.Schedules.Single().Slots[1].Kind.Reasons, Is.EqualTo(new[] { "Dépistage" }));
        Assert.That(snapshot.Schedules.Single().Slots[1].Kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://mapharma.net/75011-1?c=60&l=1"));
        Assert.That(snapshot.Schedules.Single().Slots[3].Kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://mapharma.net/75011-1?c=61&l=0"));
        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Window, true)));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 1, 0)));
    }

    [Test]
    public async Task PullAsync_GoodAnswers_SendsRefererAndTokenAndSkipsTheCampaignWithoutFreeTimes()
    {
        var handler = GoodHandler();
        await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(handler.Requests.Select(static request => request.Url), Is.EqualTo(new[]
        {
            "https://vendor.example/opendata/rdv",
            "https://vendor.example/api/public/calendar/60/2026-03-02/1",
            "https://vendor.example/api/public/calendar/61/2026-03-02/0",
        }));
        Assert.That(handler.Requests.Select(static request => (request.Headers["Referer"], request.Headers["User-Agent"])), Is.All.EqualTo(("https://mapharma.net/", "agent/1")));
    }

    [Test]
    public async Task PullAsync_LongWindow_AdvancesBySixDaysAndCountsNothingTwice()
    {
        var handler = GoodHandler();
        var results = await PullAsync(handler, Days(14), TargetOf(("campaign", "60"), ("option", "1")));

        Assert.That(handler.Requests.Skip(1).Select(static request => request.Url[^12..^2]), Is.EqualTo(new[] { "2026-03-02", "2026-03-08", "2026-03-14" }));
        Assert.That(Slots(results), Has.Count.EqualTo(4));
        Assert.That(results.Single().Outcome.Value?.Tally.Duplicates, Is.EqualTo(8));
        Assert.That(results.Single().Outcome.Value?.Coverage.Window, Is.EqualTo(Days(14)));
    }

    [Test]
    public async Task PullAsync_WindowBeyondTheLastPageAllowed_CoversOnlyWhatWasAsked()
    {
        var results = await PullAsync(GoodHandler(), Days(400), TargetOf(("campaign", "60"), ("option", "1")));

        var coverage = results.Single().Outcome.Value?.Coverage;
        Assert.That(coverage?.Complete, Is.True);
        Assert.That(coverage?.Window.To, Is.EqualTo(Utc("2026-04-30T21:59:59Z")), "ten pages of six days, the clock change included");
    }

    [TestCase("97400-1", "2026-03-02T17:15", "2026-03-02T13:15Z", Description = "zone of the catalogue")]
    [TestCase("97200-1", "2026-03-02T17:15", "2026-03-02T21:15Z", Description = "zone of the catalogue's postal code")]
    [TestCase("75011-1", "2026-03-02T17:15", "2026-03-02T16:15Z")]
    public async Task PullAsync_LocalTimes_BelongToThePharmacysZone(string pharmacy, string local, string expected)
    {
        var snapshot = await SnapshotAsync(CalendarOf($$"""{"{{local[..10]}}":[{"id":1,"time":"{{local[11..]}}","places_dispo":1}]}"""), TargetOf(("pharmacy", pharmacy)));

        Assert.That(snapshot.Schedules.Single().Slots.Single().Start, Is.EqualTo(Utc(expected)));
    }

    [TestCase("2026-03-29", "02:30", "2026-03-29T01:30Z", Description = "an hour that does not exist")]
    [TestCase("2026-10-25", "02:30", "2026-10-25T00:30Z", Description = "an hour that comes twice")]
    public async Task PullAsync_ClockChange_GivesOneInstant(string day, string time, string expected)
    {
        var from = Utc(day + "T00:00Z").AddDays(-1);
        var results = await PullAsync(
            CalendarOf($$"""{"{{day}}":[{"id":1,"time":"{{time}}"}]}"""),
            new TimeWindow(from, from.AddDays(3)),
            TargetOf(("campaign", "60"), ("option", "1")));

        Assert.That(Slots(results).Single().Start, Is.EqualTo(Utc(expected)));
    }

    [Test]
    public async Task PullAsync_UnknownZone_IsAnInvalidValue() => await AssertErrorAsync(GoodHandler(), HubErrorCode.VendorInvalidValue, ("pharmacy", "broken"));

    [TestCase("{}", null)]
    [TestCase("""{"2026-03-02":[],"2026-03-03":null}""", null)]
    [TestCase("""{"first":null,"first_text":null}""", null)]
    [TestCase("""{"first":false,"first_text":""}""", null)]
    [TestCase("""{"2026-03-02":[],"first":"2026-05-04","first_text":"Lundi 4 Mai","first_other":{}}""", "2026-05-03T22:00Z")]
    [TestCase("""{"2026-03-02":[],"first":"2026-01-01"}""", null, Description = "a hint that is past")]
    public async Task PullAsync_NothingFree_IsACompleteSnapshotWithTheHint(string calendar, string? next)
    {
        var snapshot = await SnapshotAsync(CalendarOf(calendar), TargetOf(("pharmacy", "97200-1")) with { Place = new PlaceDetails { Key = "place-1", TimeZone = "Europe/Paris" } });

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.EqualTo(next is null ? null : (DateTimeOffset?)Utc(next)));
    }

    [Test]
    public async Task PullAsync_TotalOfNone_IsBelievedAgainstTheCalendar()
    {
        var snapshot = await SnapshotAsync(CalendarOf(Calendar60), TargetOf(("pharmacy", "75011-1"), ("campaign", "62")));

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.Null);
    }

    [TestCase("""{"id":1,"places_dispo":1}""", 0, 1)]
    [TestCase("""{"id":1,"time":"25:00","places_dispo":1}""", 0, 1)]
    [TestCase("null", 0, 1)]
    [TestCase("""{"id":1,"time":"10:00","places_dispo":0}""", 1, 0)]
    public async Task PullAsync_ItemThatIsNoFreeTime_IsLeftOutAndCounted(string item, int reserved, int unreadable)
    {
        var snapshot = await SnapshotAsync(CalendarOf($$"""{"2026-03-02":[{{item}},{"id":2,"time":"11:00","places_dispo":1}]}"""), TargetOf(("campaign", "60"), ("option", "1")));

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(1));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(reserved, unreadable, 0, 0)));
    }

    [TestCase("""{"2026-03-02":"17:15"}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"2026-03-02":[{"time":1715}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"2026-03-02":[{"time":"17:15","places_dispo":[]}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"error":"maintenance"}""", HubErrorCode.VendorMalformed)]
    [TestCase("[]", HubErrorCode.VendorMalformed)]
    public async Task PullAsync_CalendarOfAnotherShape_IsAFailure(string calendar, HubErrorCode expected) =>
        await AssertErrorAsync(CalendarOf(calendar), expected, ("campaign", "60"), ("option", "1"));

    [TestCase("{}")]
    [TestCase("""{"message":"closed"}""")]
    public async Task PullAsync_CatalogueThatIsNone_IsMalformed(string json) =>
        await AssertErrorAsync(new ScriptedHttpHandler().Json("/opendata/rdv", json), HubErrorCode.VendorMalformed, ("pharmacy", "75011-1"));

    [Test]
    public async Task PullAsync_WrappedCatalogue_IsReadAlike()
    {
        var handler = new ScriptedHttpHandler()
            .Json("/opendata/rdv", $$"""{"artifact_date":"2026-03-01","data":{{Catalogue}}}""").Json("/calendar/60/", Calendar60).Json("/calendar/61/", Calendar61);

        Assert.That((await SnapshotAsync(handler)).Schedules.Single().Slots, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task PullAsync_OneDamagedPharmacy_DoesNotHideTheOthers()
    {
        var damaged = Catalogue.Replace("\"Europe/Nowhere\"", "{}", StringComparison.Ordinal);
        ScriptedHttpHandler Handler() => new ScriptedHttpHandler().Json("/opendata/rdv", damaged).Json("/calendar/60/", Calendar60).Json("/calendar/61/", Calendar61);

        Assert.That((await SnapshotAsync(Handler())).Schedules.Single().Slots, Has.Count.EqualTo(5));
        await AssertErrorAsync(Handler(), HubErrorCode.VendorInvalidValue, ("pharmacy", "broken"));
    }

    [Test]
    public async Task PullAsync_CatalogueWithoutTheTarget_IsUnknown() =>
        await AssertErrorAsync(GoodHandler(), HubErrorCode.VendorUnknownTarget, ("pharmacy", "no-such-pharmacy"));

    [Test]
    public async Task PullAsync_CatalogueFailsAndKeysAreFull_GivesSlotsThatCloseNothing()
    {
        var handler = GoodHandler().Override("/opendata/rdv", static (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway)));

        var results = await PullAsync(handler, Window, TargetOf(("campaign", "60"), ("option", "1")));

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { null, HubErrorCode.VendorFailed }));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(Slots(results), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task PullAsync_CatalogueFailsLater_TheLastGoodCopyLeadsOn()
    {
        var (time, down) = (new ManualTimeProvider(Now), false);
        var handler = GoodHandler().Override(
            "/opendata/rdv",
            (_, _) => Task.FromResult(down ? new HttpResponseMessage(HttpStatusCode.BadGateway) : ScriptedHttpHandler.JsonResponse(Catalogue)));
        await using var adapter = Factory.Create(Context(handler, time));
        var request = new PullRequest([Target], Window);

        var first = await adapter.CollectAsync(request);
        down = true;
        time.Advance(TimeSpan.FromMinutes(10));
        var withinTtl = await adapter.CollectAsync(request);
        time.Advance(TimeSpan.FromMinutes(10));
        var stale = await adapter.CollectAsync(request);
        time.Advance(TimeSpan.FromDays(2));
        var forgotten = await adapter.CollectAsync(request);

        Assert.That(withinTtl.Select(static result => result.Outcome.Value?.Coverage.Complete), Is.EqualTo(new bool?[] { true }));
        Assert.That(Slots(stale), Is.EqualTo(Slots(first)));
        Assert.That(stale[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(stale[1].Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
        Assert.That(forgotten.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
    }

    [Test]
    public async Task PullAsync_KeysMissing_SaysWhichOne()
    {
        await AssertErrorAsync(GoodHandler(), HubErrorCode.DirectoryKeyMissing);
        await AssertErrorAsync(GoodHandler(), HubErrorCode.DirectoryKeyMissing, ("campaign", "60"));
        await AssertErrorAsync(GoodHandler(), HubErrorCode.DirectoryKeyMissing, ("option", "1"));
    }

    [Test]
    public async Task PullAsync_ManyTargets_AskForTheCatalogueOnce()
    {
        var handler = GoodHandler();
        await PullAsync(handler, Window, Target, Target, TargetOf(("campaign", "60"), ("option", "1")));

        Assert.That(handler.Requests.Count(static request => request.Url.EndsWith("/opendata/rdv", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void PullAsync_DaysAndTimesInAnyOrderOverAnyPages_GiveTheSameSlots()
    {
        var input = from minutes in Gen.Choose(0, 8 * 24 * 60).ListOf() from seed in Gen.Choose(0, 1000) select (Minutes: minutes.ToArray(), Seed: seed);
        Prop.ForAll(input.ToArbitrary(), item =>
        {
            var shuffled = item.Minutes.OrderBy(minute => (minute * 7919L) % (item.Seed + 13)).ToArray();
            var one = Slots(PullAsync(CalendarOf(Json(item.Minutes)), Days(9), TargetOf(("campaign", "60"), ("option", "1"))).GetAwaiter().GetResult());
            var other = Slots(PullAsync(CalendarOf(Json(shuffled)), Days(9), TargetOf(("campaign", "60"), ("option", "1"))).GetAwaiter().GetResult());
            return one.SequenceEqual(other) && one.Count == item.Minutes.Distinct().Count();
        }).QuickCheckThrowOnFailure();

        static string Json(int[] minutes)
        {
            var midnight = new DateTime(2026, 3, 2, 7, 0, 0);
            var days = minutes.Select(minute => midnight.AddMinutes(minute)).GroupBy(static local => local.Date).Select(static day =>
                $"\"{day.Key:yyyy-MM-dd}\":[{string.Join(',', day.Select(static local => $$"""{"id":1,"time":"{{local:HH:mm}}"}"""))}]");
            return "{" + string.Join(',', days) + "}";
        }
    }

    [TestCase("""{"maxPages":61}""")]
    [TestCase("""{"referer":"nowhere"}""")]
    [TestCase("""{"catalogueTtl":"00:00:30"}""")]
    public void Validate_OptionOutOfBounds_IsAFault(string json)
    {
        using var options = System.Text.Json.JsonDocument.Parse(json);

        Assert.That(Factory.Validate(options.RootElement), Is.Not.Empty);
    }

    private static ScriptedHttpHandler CalendarOf(string calendar) =>
        new ScriptedHttpHandler().Json("/opendata/rdv", Catalogue).Json("/api/public/calendar/", calendar);

    private static PullTarget TargetOf(params (string Name, string Value)[] keys) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000001"),
        Place = new PlaceDetails { Key = "place-1" },
        Keys = keys.ToDictionary(static key => key.Name, static key => key.Value),
    };

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private TimeWindow Days(int days) => new(Now, Now.AddDays(days));

    private async Task<IReadOnlyList<PullResult>> PullAsync(HttpMessageHandler handler, TimeWindow window, params PullTarget[] targets)
    {
        await using var adapter = Factory.Create(Context(handler, new ManualTimeProvider(Now)));
        return await adapter.CollectAsync(new PullRequest(targets, window));
    }

    private async Task<Snapshot> SnapshotAsync(HttpMessageHandler handler, PullTarget? target = null)
    {
        var outcome = (await PullAsync(handler, Window, target ?? Target)).Single().Outcome;
        Assert.That(outcome.Error, Is.Null);
        return outcome.Value ?? throw new InvalidOperationException();
    }

    private async Task AssertErrorAsync(HttpMessageHandler handler, HubErrorCode expected, params (string Name, string Value)[] keys)
    {
        var results = await PullAsync(handler, Window, TargetOf(keys));
        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
    }
}
