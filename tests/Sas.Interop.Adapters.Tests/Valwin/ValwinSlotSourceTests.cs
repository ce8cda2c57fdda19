using System.Net;
using System.Text.Json;

using Sas.Interop.Adapters.Valwin;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Valwin;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ValwinSlotSourceTests : AdapterContract
{
    private static readonly OwnerKey Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000017");
    private PlaceDetails _place = new() { Key = "place-1", PostalCode = "78114" };
    private string _options = "{}";

    protected override IVendorAdapterFactory Factory { get; } = new ValwinAdapterFactory();

    protected override string Options => _options;

    protected override PullTarget Target => TargetOf("groupe1-inventee-exempleville");

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
    [
        ("/slots", ValwinSample.Page(
        [
            ValwinSample.Item("2026-03-02T10:10:00", "2026-03-02T10:20:00", ValwinSample.Vaccination),
            ValwinSample.Item("2026-03-02T10:00:00", "2026-03-02T10:10:00", ValwinSample.Vaccination, ValwinSample.Test),
        ])),
    ];

    [Test]
    public async Task PullAsync_LocalTimes_AreInstantsOfThePlaceWithReasonsAndLink()
    {
        var slots = Slots(await PullAsync(GoodHandler(), new ManualTimeProvider(Now)));

        Assert.That(slots, Has.Count.EqualTo(2));
        Assert.That(slots[0].Start, Is.EqualTo(At("2026-03-02T10:00:00+01:00")));
        Assert.That(slots[0].Start.Offset, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(slots[0].End, Is.EqualTo(At("2026-03-02T10:10:00+01:00")));
        Assert.That(slots[0].EndEstimated, Is.False);
        Assert.That(slots[0].Kind.Reasons, Is.EqualTo(new[] { "Test rapide", "Vaccination" }));
        Assert.That(slots[0].Kind.BookingUrl, Is.EqualTo(new Uri("https://pharmacie.example.org/animations")));
        Assert.That(slots[0].Kind.Consultations, Is.EqualTo(ConsultationTypes.Ambulatory));
        Assert.That(slots[0].Kind.Mode, Is.EqualTo(BookingMode.Routine));
        Assert.That(slots[1].Kind.Reasons, Is.EqualTo(new[] { "Vaccination" }));
        Assert.That(slots[1].Kind.BookingUrl, Is.EqualTo(new Uri($"https://pharmacie.example.org/animation-details/{ValwinSample.Vaccination.Id}/1/60")));
    }

    [TestCase("97300", "2026-03-02T13:00:00Z", TestName = "Guyane by postal code")]
    [TestCase("97400", "2026-03-02T06:00:00Z", TestName = "Réunion by postal code")]
    public async Task PullAsync_OverseasPlace_ReadsItsOwnClock(string postalCode, string expected)
    {
        _place = _place with { PostalCode = postalCode };

        Assert.That(Slots(await PullAsync(GoodHandler(), new ManualTimeProvider(Now)))[0].Start, Is.EqualTo(At(expected)));
    }

    [Test]
    public async Task PullAsync_PostalCodeOnlyInTheList_GivesTheZone()
    {
        _place = _place with { PostalCode = null };
        var handler = GoodHandler().Json("pharmacies-with-vaccines", ValwinSample.List(("groupe1-inventee-exempleville", true, null, "97 300")));

        Assert.That(Slots(await PullAsync(handler, new ManualTimeProvider(Now)))[0].Start, Is.EqualTo(At("2026-03-02T13:00:00Z")));
    }

    [Test]
    public async Task PullAsync_UnknownZone_IsInvalidValue()
    {
        _place = _place with { TimeZone = "Europe/Nowhere" };

        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));
    }

    [Test]
    public async Task PullAsync_ListSaysNone_IsACompleteEmptyWithoutAnotherCall()
    {
        var handler = GoodHandler().Json("pharmacies-with-vaccines", ValwinSample.List(("groupe1-inventee-exempleville", false, null, "78114")));

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Coverage, Is.EqualTo(new Coverage(Owner, "place-1", Window, true)));
        Assert.That(snapshot?.Schedules.Single().Slots, Is.Empty);
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_NothingInTheWindow_GivesTheNextDateOfTheList()
    {
        var handler = new ScriptedHttpHandler()
            .Json("/slots", ValwinSample.Page([]))
            .Json("pharmacies-with-vaccines", ValwinSample.List(("groupe1-inventee-exempleville", true, "2026-03-20T09:00:00", "78114")));

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Coverage.Complete, Is.True);
        Assert.That(snapshot?.NextAvailable, Is.EqualTo(At("2026-03-20T09:00:00+01:00")));
    }

    [Test]
    public async Task PullAsync_StartsOutsideTheWindow_AreLeftOutAndTheNextIsTold()
    {
        var handler = Handler(ValwinSample.Page(
        [
            ValwinSample.Item("2026-03-01T10:00:00", "2026-03-01T10:10:00"),
            ValwinSample.Item("2026-03-12T10:00:00", "2026-03-12T10:10:00"),
            ValwinSample.Item("2026-03-09T10:00:00", "2026-03-09T10:10:00"),
        ]));

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot?.NextAvailable, Is.EqualTo(At("2026-03-09T10:00:00+01:00")));
        Assert.That(snapshot?.Tally, Is.EqualTo(SnapshotTally.None));
    }

    [TestCase(HttpStatusCode.InternalServerError, HubErrorCode.VendorFailed)]
    [TestCase(HttpStatusCode.Forbidden, HubErrorCode.VendorBlocked)]
    [TestCase(HttpStatusCode.TooManyRequests, HubErrorCode.VendorThrottled)]
    [TestCase(HttpStatusCode.BadRequest, HubErrorCode.VendorRejectedRequest)]
    public async Task PullAsync_ListRefused_FailsEveryTargetAndAsksNobody(HttpStatusCode status, HubErrorCode expected)
    {
        var handler = GoodHandler().Answer("pharmacies-with-vaccines", () => new HttpResponseMessage(status));

        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, TargetOf("a"), TargetOf("b"));

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { expected, expected }));
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("""{"message": "maintenance"}""", HubErrorCode.VendorMalformed)]
    [TestCase("""[]""", HubErrorCode.VendorMalformed)]
    [TestCase("""<html>""", HubErrorCode.VendorBlocked)]
    [TestCase("""{"Pharmacie 1": {"id": "x" """, HubErrorCode.VendorTruncated)]
    public async Task PullAsync_ListDamaged_IsACodedOutcome(string body, HubErrorCode expected)
    {
        var results = await PullAsync(GoodHandler().Json("pharmacies-with-vaccines", body), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
    }

    [Test]
    public async Task PullAsync_OneListEntryUnreadable_CostsNobodyItsSlots()
    {
        var handler = GoodHandler().Json("pharmacies-with-vaccines", """{"Pharmacie 0": {"id": "groupe1-inventee-exempleville", "hasAvailableSlot": "maybe"}}""");

        Assert.That(Slots(await PullAsync(handler, new ManualTimeProvider(Now))), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task PullAsync_ManyTargets_AskTheListOnce()
    {
        var handler = GoodHandler().Json("pharmacies-with-vaccines", ValwinSample.List(("a", true, null, "78114"), ("b", false, null, "78114")));

        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, TargetOf("a"), TargetOf("b"), TargetOf("c"));

        Assert.That(results.Select(static result => result.Outcome.Value?.Schedules.Single().Slots.Count), Is.EqualTo(new int?[] { 2, 0, 2 }));
        Assert.That(handler.Requests.Count(static request => request.Url.Contains("pharmacies-with-vaccines", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase(null)]
    [TestCase(" ")]
    [TestCase("..")]
    public async Task PullAsync_KeyMissing_NamesItAndMakesNoCall(string? key)
    {
        var handler = GoodHandler();
        var target = Target with { Keys = key is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["pharmacy"] = key } };

        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, target);

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));
        Assert.That(results.Single().Outcome.Error?.Detail, Does.Contain("'pharmacy'"));
        Assert.That(handler.Requests, Is.Empty);
    }

    [Test]
    public async Task PullAsync_KeyWithOddCharacters_StaysOneSegment()
    {
        var handler = GoodHandler();

        await PullAsync(handler, new ManualTimeProvider(Now), default, TargetOf("a/b?c#d é"));

        Assert.That(handler.Requests[^1].Url, Is.EqualTo("https://vendor.example/global/api/meetings/v2/a%2Fb%3Fc%23d%20%C3%A9/slots?pageSize=500"));
    }

    [TestCase("{}")]
    [TestCase("""{"message": "no"}""")]
    [TestCase("""{"links": {"total": 0}}""")]
    public async Task PullAsync_NoListOfSlots_IsNotAnEmptyAnswer(string body)
    {
        var results = await PullAsync(Handler(body), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
    }

    [TestCase("""{"result": {"start": "x"}}""")]
    [TestCase("""{"result": [{"start": 5}]}""")]
    [TestCase("""{"result": [{"start": "2026-03-02T10:00:00", "types": "all"}]}""")]
    [TestCase("""{"result": ["2026-03-02T10:00:00"]}""")]
    public async Task PullAsync_WrongType_IsInvalidValue(string body)
    {
        var results = await PullAsync(Handler(body), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));
    }

    [Test]
    public async Task PullAsync_ImpossibleItems_AreDroppedAndCounted()
    {
        var handler = Handler(ValwinSample.Page(
        [
            ValwinSample.Item(null, "2026-03-02T10:10:00"),
            ValwinSample.Item("2026-02-30T10:00:00", null),
            ValwinSample.Item("2026-03-02", null),
            ValwinSample.Item("2026-03-02T10:20:00", "2026-03-02T10:10:00"),
            ValwinSample.Item("2026-03-02T10:30:00", "later"),
            ValwinSample.Item("2026-03-02T10:40:00", "2026-03-02T10:50:00"),
        ]));

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Schedules.Single().Slots, Has.Count.EqualTo(1));
        Assert.That(snapshot?.Tally, Is.EqualTo(new SnapshotTally(0, 5, 0, 0)));
    }

    [Test]
    public async Task PullAsync_NoEnd_EstimatesItByTheNextTimeElseTheDefault()
    {
        _options = """{"slotMinutes": 20}""";
        var handler = Handler(ValwinSample.Page([ValwinSample.Item("2026-03-02T10:00:00", null), ValwinSample.Item("2026-03-02T10:10:00", " ")]));

        var slots = Slots(await PullAsync(handler, new ManualTimeProvider(Now)));

        Assert.That(slots.Select(static slot => (slot.End - slot.Start).TotalMinutes), Is.EqualTo(new[] { 10d, 20d }));
        Assert.That(slots.Select(static slot => slot.EndEstimated), Is.All.True);
    }

    [Test]
    public async Task PullAsync_SameTimeForTwoServices_IsOneSlotWithBothReasons()
    {
        var handler = Handler(ValwinSample.Page(
        [
            ValwinSample.Item("2026-03-02T10:00:00", "2026-03-02T10:10:00", ValwinSample.Vaccination),
            ValwinSample.Item("2026-03-02T10:00:00", "2026-03-02T10:20:00", ValwinSample.Test),
        ]));

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        var slot = snapshot!.Schedules.Single().Slots.Single(); // Null would fail the test here.
        Assert.That(slot.End - slot.Start, Is.EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(slot.Kind.Reasons, Is.EqualTo(new[] { "Test rapide", "Vaccination" }));
        Assert.That(slot.Kind.BookingUrl?.AbsolutePath, Is.EqualTo("/animations"));
        Assert.That(snapshot.Tally.Duplicates, Is.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_SlotsOfOneKind_ShareOneInstance()
    {
        var handler = Handler(ValwinSample.Page(
        [
            ValwinSample.Item("2026-03-02T10:00:00", null, ValwinSample.Vaccination),
            ValwinSample.Item("2026-03-02T11:00:00", null, ValwinSample.Vaccination),
        ]));

        var slots = Slots(await PullAsync(handler, new ManualTimeProvider(Now)));

        Assert.That(slots[1].Kind, Is.SameAs(slots[0].Kind));
    }

    [Test]
    public async Task PullAsync_UnusableWebsite_FallsBackToTheDirectoryPage()
    {
        var handler = Handler("""{"result": [{"start": "2026-03-02T10:00:00", "end": "2026-03-02T10:10:00", "websiteUrl": "javascript:alert(1)"}]}""");

        var slots = Slots(await PullAsync(handler, new ManualTimeProvider(Now), default, Target with { BookingUrl = new Uri("https://directory.example/book") }));

        Assert.That(slots.Single().Kind.BookingUrl, Is.EqualTo(new Uri("https://directory.example/book")));
    }

    [TestCase("2026-03-29T02:30:00", "2026-03-29T02:40:00", "2026-03-29T01:30:00Z", TestName = "skipped hour")]
    [TestCase("2026-03-29T01:50:00", "2026-03-29T03:00:00", "2026-03-29T00:50:00Z", TestName = "across the skipped hour")]
    [TestCase("2026-03-29T02:50:00", "2026-03-29T03:00:00", "2026-03-29T01:50:00Z", TestName = "from the skipped hour")]
    [TestCase("2026-10-25T02:30:00", "2026-10-25T02:40:00", "2026-10-25T00:30:00Z", TestName = "repeated hour")]
    [TestCase("2026-10-25T02:50:00", "2026-10-25T03:00:00", "2026-10-25T00:50:00Z", TestName = "out of the repeated hour")]
    public async Task Page_ClockChange_KeepsTheLengthOfTheSlot(string start, string end, string expectedStart)
    {
        var page = await ReadPageAsync(ValwinSample.Page([ValwinSample.Item(start, end)]), new TimeWindow(At("2026-01-01T00:00:00Z"), At("2027-01-01T00:00:00Z")));

        Assert.That(page.Entries.Single().Start, Is.EqualTo(At(expectedStart)));
        Assert.That(page.Entries.Single().End - page.Entries.Single().Start, Is.EqualTo(TimeSpan.FromMinutes(10)));
    }

    [TestCase("""{"slotMinutes": 4}""")]
    [TestCase("""{"slotMinutes": 241}""")]
    [TestCase("""{"slotMinutes": "15 min"}""")]
    [TestCase("""{"catalogueTtl": "00:00:59"}""")]
    [TestCase("""{"catalogueTtl": "1.00:00:01"}""")]
    [TestCase("""{"pageSize": 9}""")]
    [TestCase("""{"maxPages": 0}""")]
    [TestCase("""{"pageParameter": "a&b"}""")]
    [TestCase("""{"pageParameter": ""}""")]
    public void Validate_OutOfBounds_IsAFault(string options)
    {
        using var document = JsonDocument.Parse(options);

        Assert.That(Factory.Validate(document.RootElement), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_RecordedPage_HasItsTwelveSlots()
    {
        var recorded = RecordedFolder.Read("valwin", "slots_available.json");
        var window = new TimeWindow(At("2021-09-16T00:00:00Z"), At("2021-09-20T00:00:00Z"));
        await using var adapter = Factory.Create(Context(Handler(recorded), new ManualTimeProvider(window.From)));
        var results = await adapter.CollectAsync(new PullRequest([Target], window));

        var slots = Slots(results);
        Assert.That(slots, Has.Count.EqualTo(12));
        Assert.That(slots[0].Start, Is.EqualTo(At("2021-09-17T10:00:00+02:00")));
        Assert.That(slots.Select(static slot => slot.End - slot.Start), Is.All.EqualTo(TimeSpan.FromMinutes(10)));
        Assert.That(results.Single().Outcome.Value?.Tally, Is.EqualTo(SnapshotTally.None));
    }

    private static async Task<ValwinPage> ReadPageAsync(string json, TimeWindow window)
    {
        using var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        var page = await ValwinPage.ReadAsync(new Adapters.Http.VendorAnswer(body, null), zone, window, CancellationToken.None);
        return page.Value ?? throw new InvalidOperationException(page.Error?.Detail);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ScriptedHttpHandler Handler(string slots) => new ScriptedHttpHandler().Json("/slots", slots);

    private PullTarget TargetOf(string pharmacy) => new()
    {
        Owner = Owner,
        Place = _place,
        Keys = new Dictionary<string, string> { ["pharmacy"] = pharmacy },
    };
}
