using System.Globalization;
using System.Net;
using System.Text.Json;

using Sas.Interop.Adapters.Bimedoc;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Bimedoc;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class BimedocSlotSourceTests : AdapterContract
{
    private const string Id = "00000000-0000-4000-8000-0000000000d1";
    private const string Detail = "/pharmacy-with-slots/" + Id;
    private const string List = "/pharmacy-with-slots?";
    private static readonly OwnerKey Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000033");
    private string _options = "{}";
    private PlaceDetails _place = new() { Key = "place-3", PostalCode = "69001" };

    protected override IVendorAdapterFactory Factory { get; } = new BimedocAdapterFactory();

    protected override string Options => _options;

    protected override IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string> { ["partnerKey"] = "invented-key" };

    protected override PullTarget Target => new() { Owner = Owner, Place = _place, Keys = new Dictionary<string, string> { ["pharmacy"] = Id } };

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers => [(Detail, Pharmacy("2026-03-02T08:15:00Z", "2026-03-02T08:30:00Z"))];

    [Test]
    public async Task PullAsync_UtcTimes_AreTakenAsWritten()
    {
        var slots = Slots(await PullAsync(GoodHandler(), new ManualTimeProvider(Now)));

        Assert.That(slots.Select(static slot => slot.Start), Is.EqualTo(new[] { At("2026-03-02T08:15:00Z"), At("2026-03-02T08:30:00Z") }));
        Assert.That(slots[0].Kind.Reasons, Is.EqualTo(new[] { "Product A" }));
        Assert.That(slots[0].Kind.BookingUrl, Is.EqualTo(new Uri($"https://app.bimedoc.com/application/scheduler/{Id}?vmd=true")));
        Assert.That(slots.Select(static slot => slot.EndEstimated), Is.All.True);
    }

    [TestCase("69001", "2026-03-02T08:15:00Z", "2026-03-02T07:15:00Z")]
    [TestCase("97200", "2026-03-02T08:15:00Z", "2026-03-02T12:15:00Z")]
    [TestCase("69001", "2026-03-02T08:15:00.000z", "2026-03-02T07:15:00Z")]
    [TestCase("69001", "2026-03-02T08:15:00+02:00", "2026-03-02T06:15:00Z")]
    [TestCase("69001", "2026-03-02T08:15:00+0000", "2026-03-02T08:15:00Z")]
    [TestCase("69001", "2026-03-02T08:15:00", "2026-03-02T07:15:00Z")]
    public async Task PullAsync_MislabelledLocalTimes_AreReadOnThePlacesClock(string postalCode, string wire, string expected)
    {
        _options = """{"zMeans": "local"}""";
        _place = _place with { PostalCode = postalCode };

        var slots = Slots(await PullAsync(Handler(Pharmacy(wire)), new ManualTimeProvider(Now)));

        Assert.That(slots.Single().Start, Is.EqualTo(At(expected)));
    }

    [TestCase("utc", "2026-03-29T02:30:00Z", "2026-03-29T02:30:00Z", TestName = "true UTC in the skipped hour")]
    [TestCase("local", "2026-03-29T02:30:00Z", "2026-03-29T01:30:00Z", TestName = "mislabelled in the skipped hour")]
    [TestCase("local", "2026-03-29T03:30:00Z", "2026-03-29T01:30:00Z", TestName = "mislabelled after the spring change")]
    [TestCase("local", "2026-10-25T02:30:00Z", "2026-10-25T00:30:00Z", TestName = "mislabelled in the repeated hour")]
    [TestCase("utc", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z", TestName = "true UTC in the repeated hour")]
    public async Task ReadAsync_ClockChange_IsReadByTheSetting(string zMeans, string wire, string expected)
    {
        _options = $$"""{"zMeans": "{{zMeans}}"}""";
        var day = At(expected).Date;
        var window = new TimeWindow(new DateTimeOffset(day, TimeSpan.Zero), new DateTimeOffset(day.AddDays(1), TimeSpan.Zero));
        await using var adapter = Factory.Create(Context(Handler(Pharmacy(wire)), new ManualTimeProvider(window.From)));
        var results = await adapter.CollectAsync(new PullRequest([Target], window));

        Assert.That(Slots(results).Single().Start, Is.EqualTo(At(expected)));
    }

    [Test]
    public async Task PullAsync_EveryCall_CarriesTheKeyAndWholeDays()
    {
        var handler = GoodHandler().Json(List, ListOf(Id));

        await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(handler.Requests.Select(static request => request.Url), Is.EqualTo(new[]
        {
            "https://vendor.example/vmd/pharmacy-with-slots?start_date=2026-03-01&end_date=2026-03-07",
            $"https://vendor.example/vmd/pharmacy-with-slots/{Id}/?start_date=2026-03-02&end_date=2026-03-07",
        }));
        Assert.That(handler.Requests.Select(static request => request.Headers["Authorization"]), Is.All.EqualTo("Partner invented-key"));
    }

    [Test]
    public async Task PullAsync_NotInTheList_IsACompleteEmptyWithoutAnotherCall()
    {
        var handler = GoodHandler().Json(List, ListOf("00000000-0000-4000-8000-0000000000d2"));

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Coverage, Is.EqualTo(new Coverage(Owner, "place-3", Window, true)));
        Assert.That(snapshot?.Schedules.Single().Slots, Is.Empty);
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_ListedInCapitals_IsListed()
    {
        var handler = GoodHandler().Json(List, ListOf(Id.ToUpperInvariant()));

        Assert.That(Slots(await PullAsync(handler, new ManualTimeProvider(Now))), Has.Count.EqualTo(2));
    }

    [TestCase("""{"id":"x"}""", HubErrorCode.VendorMalformed)]
    [TestCase("""[{"id":["x"]}]""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""[{"id":"x"}""", HubErrorCode.VendorTruncated)]
    [TestCase("<html>", HubErrorCode.VendorBlocked)]
    public async Task PullAsync_ListDamaged_ClosesNothing(string body, HubErrorCode expected)
    {
        var results = await PullAsync(GoodHandler().Json(List, body), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
    }

    [Test]
    public async Task PullAsync_ListFails_ClosesNothingAndAsksNobody()
    {
        var handler = GoodHandler().Answer(List, static () => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("{}")]
    [TestCase("""{"slots": []}""")]
    [TestCase("""{"slots": null}""")]
    public async Task PullAsync_NoSlots_IsACompleteEmpty(string body)
    {
        var snapshot = (await PullAsync(Handler(body), new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Coverage, Is.EqualTo(new Coverage(Owner, "place-3", Window, true)));
    }

    [TestCase("""{"detail": "Not allowed"}""", HubErrorCode.VendorMalformed)]
    [TestCase("""{"message": "maintenance", "other": 1}""", HubErrorCode.VendorMalformed)]
    [TestCase("""{"slots": "none"}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"slots": {}}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"slots": [{"datetime": 1772439300}]}""", HubErrorCode.VendorInvalidValue)]
    public async Task PullAsync_RefusalOrWrongType_IsACodedOutcome(string body, HubErrorCode expected)
    {
        var results = await PullAsync(Handler(body), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
    }

    [Test]
    public async Task PullAsync_SameTimeForTwoProducts_IsOneSlotWithBothReasons()
    {
        var handler = Handler("""
            {"slots": [
              {"vaccine_name": "Product B", "datetime": "2026-03-02T08:15:00Z"},
              {"vaccine_name": null, "datetime": "2026-03-02T08:15:00Z"},
              {"vaccine_name": "Product A", "datetime": "2026-03-02T08:15:00Z"},
              {"vaccine_name": "Product A", "datetime": "not a time"},
              {"vaccine_name": "Product A", "datetime": "2026-03-09T08:15:00Z"},
              {"vaccine_name": "Product A", "datetime": "2026-03-01T08:15:00Z"}]}
            """);

        var snapshot = (await PullAsync(handler, new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Schedules.Single().Slots.Single().Kind.Reasons, Is.EqualTo(new[] { "Product A", "Product B" }));
        Assert.That(snapshot?.Tally, Is.EqualTo(new SnapshotTally(0, 1, 2, 0)));
        Assert.That(snapshot?.NextAvailable, Is.EqualTo(At("2026-03-09T08:15:00Z")));
    }

    [Test]
    public async Task PullAsync_KeyMissing_NamesIt()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, Target with { Keys = new Dictionary<string, string>() });

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));
        Assert.That(results.Single().Outcome.Error?.Detail, Does.Contain("'pharmacy'"));
    }

    [TestCase("""{"zMeans": "paris"}""")]
    [TestCase("""{"zMeans": 7}""")]
    [TestCase("""{"slotMinutes": 241}""")]
    [TestCase("""{"catalogueTtl": "2.00:00:00"}""")]
    public void Validate_OutOfBounds_IsAFault(string options)
    {
        using var document = JsonDocument.Parse(options);

        Assert.That(Factory.Validate(document.RootElement), Has.Count.EqualTo(1));
    }

    private static string Pharmacy(params string[] times) => JsonSerializer.Serialize(new
    {
        id = Id,
        name = "Pharmacie fictive",
        coordinates = new[] { 2.1, 48.1 },
        street = "1 rue Inventée",
        city = "Exempleville",
        postcode = "69001",
        phone_number = "0199000002",
        vaccine_names = new[] { "Product A", null },
        slots = times.Select(static time => new { vaccine_name = "Product A", datetime = time }),
    });

    private static string ListOf(string id) => JsonSerializer.Serialize(new[] { new { id, name = "Pharmacie fictive", slots = new[] { new { datetime = "x" } } } });

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static ScriptedHttpHandler Handler(string detail) => new ScriptedHttpHandler().Json(Detail, detail);
}
