using System.Globalization;
using System.Net;
using System.Text.Json;

using Sas.Interop.Adapters.Mesoigner;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Mesoigner;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class MesoignerSlotSourceTests : AdapterContract
{
    private const string List = "vaccination/centers";
    private static readonly OwnerKey Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000025");
    private string _options = "{}";
    private PlaceDetails _place = new() { Key = "place-2", PostalCode = "01000" };

    protected override IVendorAdapterFactory Factory { get; } = new MesoignerAdapterFactory();

    protected override string Options => _options;

    protected override IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string> { ["apiKey"] = "invented-key" };

    protected override PullTarget Target => TargetOf("4711");

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
    [
        ("/centers/4711/2026-03-02", """
            {"total":4,"slots":[
              {"2026-03-02":[{"slot_beginning":"2026-03-02T14:50:00+01:00","available_vaccines":["Product B "," ","Product A"],"number_of_slots":2}]},
              {"2026-03-03":[],"2026-03-04":[{"slot_beginning":"2026-03-04T09:00:00+01:00","available_vaccines":[],"number_of_slots":"1"},
                                             {"slot_beginning":"2026-03-04T09:05:00+01:00","available_vaccines":[],"number_of_slots":1}]},
              {"2026-03-05":[],"2026-03-06":null}]}
            """),
    ];

    [Test]
    public async Task PullAsync_Times_AreInstantsWithEstimatedEnds()
    {
        var slots = Slots(await PullAsync(GoodHandler(), new ManualTimeProvider(Now)));

        Assert.That(slots.Select(static slot => slot.Start), Is.EqualTo(new[] { At("2026-03-02T14:50:00+01:00"), At("2026-03-04T09:00:00+01:00"), At("2026-03-04T09:05:00+01:00") }));
        Assert.That(slots.Select(static slot => (slot.End - slot.Start).TotalMinutes), Is.EqualTo(new[] { 15d, 5d, 15d }));
        Assert.That(slots.Select(static slot => slot.EndEstimated), Is.All.True);
        Assert.That(slots[0].Kind.Reasons, Is.EqualTo(new[] { "Product A", "Product B" }));
        Assert.That(slots[1].Kind.Reasons, Is.Empty);
        Assert.That(slots[2].Kind, Is.SameAs(slots[1].Kind));
    }

    [Test]
    public async Task PullAsync_EveryCall_CarriesTheKey()
    {
        var handler = GoodHandler();

        await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(handler.Requests, Has.Count.EqualTo(2));
        Assert.That(handler.Requests.Select(static request => request.Headers["Authorization"]), Is.All.EqualTo("Mesoigner apikey=\"invented-key\""));
    }

    [TestCase("https://pharma.example.org/rendez-vous/vaccination/12-label/pre-inscription?origin=other", "https://pharma.example.org/rendez-vous/vaccination/12-label/pre-inscription")]
    [TestCase("https://pharma.example.org/rdv?a=1&origin=other&b=%C3%A9", "https://pharma.example.org/rdv?a=1&b=%C3%A9")]
    [TestCase("ftp://pharma.example.org/rdv", "https://directory.example/book")]
    [TestCase("pas de site", "https://directory.example/book")]
    [TestCase("", "https://directory.example/book")]
    public async Task PullAsync_BookingPage_IsTheCentersElseTheDirectorys(string page, string expected)
    {
        var handler = GoodHandler().Json(List, Centers("4711", page));

        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, Target with { BookingUrl = new Uri("https://directory.example/book") });

        Assert.That(Slots(results)[0].Kind.BookingUrl?.AbsoluteUri, Is.EqualTo(expected));
    }

    [TestCase("true")]
    [TestCase("1")]
    [TestCase("\"1\"")]
    public async Task PullAsync_BookingDisabled_IsTelephoneOnlyAndNoStatement(string flag)
    {
        var handler = GoodHandler().Json(List, "[{\"id\":4711,\"booking_disabled\":" + flag + "}]");

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.TelephoneOnly, Is.True);
        Assert.That(snapshot?.Coverage.Complete, Is.False);
        Assert.That(snapshot?.Schedules.SelectMany(static schedule => schedule.Slots), Is.Empty);
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_EmptyDays_AreACompleteEmpty()
    {
        var handler = Handler("""{"total":0,"slots":[{"2026-03-02":[]},{"2026-03-10":[]}]}""");

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Coverage, Is.EqualTo(new Coverage(Owner, "place-2", Window, true)));
        Assert.That(snapshot?.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot?.NextAvailable, Is.Null);
    }

    [Test]
    public async Task PullAsync_NoDayAtAll_IsACompleteEmpty()
    {
        var snapshot = (await PullAsync(Handler("""{"total":"0","slots":[]}"""), new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Coverage, Is.EqualTo(new Coverage(Owner, "place-2", Window, true)));
    }

    [Test]
    public async Task PullAsync_FirstTimeAfterTheWindow_IsTheNextDate()
    {
        var handler = Handler("""{"total":1,"slots":[{"2026-03-02":[]},{"2026-03-14":[{"slot_beginning":"2026-03-14T09:00:00+01:00"}]}]}""");

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot?.NextAvailable, Is.EqualTo(At("2026-03-14T09:00:00+01:00")));
    }

    [Test]
    public async Task PullAsync_ShortHorizon_AsksForTheDaysAfter()
    {
        var handler = new ScriptedHttpHandler()
            .Json("/2026-03-02", Day("2026-03-02", "2026-03-03"))
            .Json("/2026-03-04", Day("2026-03-04", "2026-03-05"))
            .Json("/2026-03-06", Day("2026-03-06", "2026-03-07"));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        // The third day's time is four hours after the window.
        Assert.That(Slots(results), Has.Count.EqualTo(2));
        Assert.That(results.Single().Outcome.Value?.Coverage, Is.EqualTo(new Coverage(Owner, "place-2", Window, true)));
        Assert.That(results.Single().Outcome.Value?.NextAvailable, Is.EqualTo(At("2026-03-06T10:00:00+01:00")));
    }

    [Test]
    public async Task PullAsync_HorizonEndsInsideTheWindow_CoversOnlyWhatWasServed()
    {
        var handler = new ScriptedHttpHandler().Json("/2026-03-02", Day("2026-03-02", "2026-03-03"));

        var coverage = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value?.Coverage;

        Assert.That(coverage?.Complete, Is.True);
        Assert.That(coverage?.Window.To, Is.EqualTo(At("2026-03-04T00:00:00+01:00").AddTicks(-1)));
    }

    [Test]
    public async Task PullAsync_VendorIgnoresTheDay_StopsAndCoversWhatWasServed()
    {
        var handler = Handler(Day("2026-03-02", "2026-03-03"));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(Slots(results), Has.Count.EqualTo(1));
        Assert.That(results.Single().Outcome.Value?.Coverage.Window.To, Is.EqualTo(At("2026-03-04T00:00:00+01:00").AddTicks(-1)));
        Assert.That(results.Single().Outcome.Value?.Tally, Is.EqualTo(SnapshotTally.None));
        Assert.That(handler.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task PullAsync_MaxPages_BoundsTheCalls()
    {
        _options = """{"maxPages": 1}""";
        var handler = Handler(Day("2026-03-02", "2026-03-02"));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(handler.Requests, Has.Count.EqualTo(2));
        Assert.That(results.Single().Outcome.Value?.Coverage.Window.To, Is.LessThan(Window.To));
    }

    [Test]
    public async Task PullAsync_OnlyDaysGoneBy_IsMalformed()
    {
        var results = await PullAsync(Handler(Day("2026-02-01", "2026-02-07")), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
    }

    [Test]
    public async Task PullAsync_LaterCallFails_GivesWhatWasReadAndTheFailure()
    {
        var handler = new ScriptedHttpHandler()
            .Json("/2026-03-02", Day("2026-03-02", "2026-03-03"))
            .Answer("/2026-03-04", static () => new HttpResponseMessage(HttpStatusCode.InternalServerError));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(Slots(results), Has.Count.EqualTo(1));
        Assert.That(results[1].Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
    }

    [TestCase("{}", HubErrorCode.VendorMalformed)]
    [TestCase("""{"message":"no"}""", HubErrorCode.VendorMalformed)]
    [TestCase("""{"total":3,"slots":[{"2026-03-02":[]}]}""", HubErrorCode.VendorMalformed)]
    [TestCase("""{"total":0,"slots":{"2026-03-02":[]}}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"total":1,"slots":[{"2026-03-02":{"slot_beginning":"x"}}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"total":1,"slots":[{"2026-03-02":[{"slot_beginning":12}]}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"total":1,"slots":[{"2026-03-02":[{"slot_beginning":"2026-03-02T14:50:00+01:00","number_of_slots":[]}]}]}""", HubErrorCode.VendorInvalidValue)]
    public async Task PullAsync_RefusalOrWrongType_IsACodedOutcome(string body, HubErrorCode expected)
    {
        var results = await PullAsync(Handler(body), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
    }

    [Test]
    public async Task PullAsync_ItemsThatCannotBeSlots_AreCountedByCause()
    {
        var handler = Handler("""
            {"total":1,"slots":[{"2026-03-02":[
              {"slot_beginning":"2026-03-02T14:50:00+01:00","number_of_slots":0},
              {"slot_beginning":null,"number_of_slots":1},
              {"slot_beginning":"2026-03-02","number_of_slots":1},
              {"slot_beginning":"2026-03-02T15:00:00+01:00","number_of_slots":"many"},
              null,
              {"slot_beginning":"2026-03-02T16:00:00+0100"},
              {"slot_beginning":"2026-03-02T15:00:00.000Z","available_vaccines":[null]},
              {"slot_beginning":"2026-03-02T17:00:00"}]},{"2026-03-09":[]}]}
            """);

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Schedules.Single().Slots.Select(static slot => slot.Start.UtcDateTime.Hour), Is.EqualTo(new[] { 15, 16 }));
        Assert.That(snapshot?.Tally, Is.EqualTo(new SnapshotTally(Reserved: 1, Unreadable: 4, Duplicates: 1, Orphans: 0)));
    }

    [Test]
    public async Task PullAsync_DayOfThePlace_IsTheOneAskedFor()
    {
        _place = _place with { PostalCode = "98800" };
        var handler = Handler("""{"total":0,"slots":[]}""");

        await PullAsync(handler, new ManualTimeProvider(Now));

        // 06:00 UTC on the second is 17:00 on the second in Nouméa; the list is asked first.
        Assert.That(handler.Requests[1].Url, Does.EndWith("/api/v1/vaccination/centers/4711/2026-03-02"));
    }

    [TestCase(HttpStatusCode.BadGateway, HubErrorCode.VendorFailed)]
    [TestCase(HttpStatusCode.Forbidden, HubErrorCode.VendorBlocked)]
    public async Task PullAsync_ListRefused_FailsAndAsksNobody(HttpStatusCode status, HubErrorCode expected)
    {
        var handler = GoodHandler().Answer(List, () => new HttpResponseMessage(status));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_KeyMissing_NamesIt()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, Target with { Keys = new Dictionary<string, string>() });

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));
        Assert.That(results.Single().Outcome.Error?.Detail, Does.Contain("'center'"));
    }

    [TestCase("""{"slotMinutes": 4}""")]
    [TestCase("""{"catalogueTtl": "00:00:30"}""")]
    [TestCase("""{"maxPages": 61}""")]
    public void Validate_OutOfBounds_IsAFault(string options)
    {
        using var document = JsonDocument.Parse(options);

        Assert.That(Factory.Validate(document.RootElement), Has.Count.EqualTo(1));
    }

    private static string Day(string first, string last) =>
        $$"""{"total":1,"slots":[{"{{first}}":[{"slot_beginning":"{{first}}T10:00:00+01:00","number_of_slots":1}]},{"{{last}}":[]}]}"""
            .Replace($"\"{last}\":[]", first == last ? "\"empty\":[]" : $"\"{last}\":[]", StringComparison.Ordinal);

    private static string Centers(string id, string page) => JsonSerializer.Serialize(new[]
    {
        new { id = "1", zipcode = "01000", booking_disabled = false, rdv_site_web = "https://wrong.example/" },
        new { id, zipcode = "01000", booking_disabled = false, rdv_site_web = page },
    });

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static ScriptedHttpHandler Handler(string slots) => new ScriptedHttpHandler().Json("/centers/4711/", slots);

    private PullTarget TargetOf(string center) => new() { Owner = Owner, Place = _place, Keys = new Dictionary<string, string> { ["center"] = center } };
}
