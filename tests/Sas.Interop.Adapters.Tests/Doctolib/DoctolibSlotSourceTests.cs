using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Doctolib;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Doctolib;

[Parallelizable(ParallelScope.All)]
internal sealed class DoctolibSlotSourceTests : AdapterContract
{
    private const string Profile = """
        {"data":{"profile":{"id":"910001","name_with_title":"Cabinet des Essais","speciality":{"id":2,"name":"Médecin généraliste","slug":"medecin-generaliste"}},
        "visit_motive_categories":[],
        "visit_motives":[
          {"id":2001,"name":" Consultation ","ref_visit_motive_id":7001,"allow_new_patients":true},
          {"id":"2002","name":"Urgence","ref_visit_motive_id":7002},
          {"id":2003,"name":"Suivi","ref_visit_motive_id":7003,"allow_new_patients":false},
          {"id":2004,"name":"Ailleurs","ref_visit_motive_id":7004}],
        "agendas":[
          {"id":3002,"practice_id":501,"booking_disabled":false,"visit_motive_ids_by_practice_id":{"501":[2001,2003],"502":[2004]}},
          {"id":3001,"practice_id":501,"booking_disabled":false,"visit_motive_ids_by_practice_id":{"501":[2001,2002]}},
          {"id":3003,"practice_id":501,"booking_disabled":true,"visit_motive_ids_by_practice_id":{"501":[2001]}},
          {"id":3004,"practice_id":501,"booking_disabled":false,"booking_temporary_disabled":true,"visit_motive_ids_by_practice_id":{"501":[2001]}}],
        "places":[
          {"id":"practice-77","practice_ids":[501],"address":"4 rue des Essais","city":"Saint-Étienne","zipcode":"42 000","landline_number":"01 99 00 00 01"},
          {"id":"practice-502","practice_ids":[502],"address":"4 rue des Essais","city":"Saint-Étienne","zipcode":"42000"}]}}
        """;

    private const string General = """
        {"availabilities":[
          {"date":"2026-03-02","slots":[]},
          {"date":"2026-03-03","slots":["2026-03-03T09:40:00.000+01:00","2026-03-03T09:20:00.000+01:00",
            {"agenda_id":3001,"practitioner_agenda_id":null,"practice_id":501,"start_date":"2026-03-03T10:00:00.000+01:00","end_date":"2026-03-03T10:20:00.000+01:00","steps":[]}]},
          {"date":"2026-03-04","slots":[]},{"date":"2026-03-05","slots":[]},{"date":"2026-03-06","slots":[]}],
         "total":3,"next_slot":null}
        """;

    private const string Urgent = """
        {"availabilities":[{"slots":["2026-03-03T09:20:00.000+01:00","2026-03-03T17:05:00.000+01:00","2026-03-01T17:00:00.000+01:00"]}],"next_slot":"2026-04-01"}
        """;

    protected override IVendorAdapterFactory Factory { get; } = new DoctolibAdapterFactory();

    protected override PullTarget Target => TargetOf("sandbox-doctor", ("practice", "501"));

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
    [
        ("/booking/sandbox-doctor.json", Profile),
        ("visit_motive_ids=2001&", General),
        ("visit_motive_ids=2002&", Urgent),
    ];

    protected override IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string> { ["token"] = "partner/1.0" };

    [Test]
    public async Task PullAsync_GoodAnswers_GivesTheExpectedSlots()
    {
        var snapshot = await OneAsync(GoodHandler());
        var slots = snapshot.Schedules.Single().Slots;

        Assert.That(slots.Select(static slot => (slot.Start.ToString("dd HH:mm zzz", CultureInfo.InvariantCulture), (slot.End - slot.Start).TotalMinutes, slot.EndEstimated)), Is.EqualTo(new[]
        {
            ("03 09:20 +01:00", 15d, true), ("03 09:40 +01:00", 15d, true), ("03 10:00 +01:00", 20d, false), ("03 17:05 +01:00", 15d, true),
        }));
        Assert.That(slots[0].Kind.Reasons, Is.EquivalentTo(new[] { "Consultation", "Urgence" }));
        Assert.That(slots[1].Kind.Reasons, Is.EqualTo(new[] { "Consultation" }));
        Assert.That(slots[1].Kind, Is.SameAs(slots[2].Kind));
        Assert.That(slots.Select(static slot => (slot.Kind.Types, slot.Kind.Consultations, slot.Kind.Mode)), Is.All.EqualTo((SlotTypes.Public, ConsultationTypes.Ambulatory, BookingMode.Routine)));
        Assert.That(slots[0].Kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://www.doctolib.fr/medecin-generaliste/saint-etienne/sandbox-doctor?pid=practice-77"));
        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Window, true)));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 1, 0)));
        Assert.That(snapshot.NextAvailable, Is.EqualTo(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(2))));
    }

    [Test]
    public async Task PullAsync_GoodAnswers_AsksOnlyWhatCanBeBooked()
    {
        var handler = GoodHandler();
        await OneAsync(handler);

        Assert.That(handler.Requests.Select(static request => request.Url), Is.EqualTo(new[]
        {
            "https://vendor.example/booking/sandbox-doctor.json",
            "https://vendor.example/availabilities.json?start_date=2026-03-02&visit_motive_ids=2001&agenda_ids=3002-3001&insurance_sector=public&practice_ids=501&destroy_temporary=true&limit=5",
            "https://vendor.example/availabilities.json?start_date=2026-03-02&visit_motive_ids=2002&agenda_ids=3001&insurance_sector=public&practice_ids=501&destroy_temporary=true&limit=5",
        }));
        Assert.That(handler.Requests.Select(static request => request.Headers["User-Agent"]), Is.All.EqualTo("partner/1.0"));
    }

    [Test]
    public async Task PullAsync_NextSlotBeyondAnEmptyPage_JumpsToIt()
    {
        var handler = new ScriptedHttpHandler().Json("/booking/", Profile)
            .Json("start_date=2026-03-02", """{"availabilities":[{"date":"2026-03-02","slots":[]}],"next_slot":"2026-03-05T09:00:00.000+01:00"}""")
            .Json("start_date=2026-03-05", """{"availabilities":[{"date":"2026-03-05","slots":["2026-03-05T09:00:00.000+01:00"]},{"date":"2026-03-06","slots":[]}],"next_slot":null}""");
        var snapshot = await OneAsync(handler, TargetOf("x", ("practice", "501"), ("motives", "2002")));

        Assert.That(handler.Requests.Select(static request => request.Url).Count(static url => url.Contains("start_date", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(1));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.NextAvailable, Is.Null);
    }

    [Test]
    public async Task PullAsync_FewerDaysThanAsked_AsksTheOthers()
    {
        var handler = new ScriptedHttpHandler().Json("/booking/", Profile)
            .Json("start_date=2026-03-02", """{"availabilities":[{"date":"2026-03-02","slots":["2026-03-02T09:00:00+01:00"]},{"date":"2026-03-03","slots":[]}]}""")
            .Json("start_date=2026-03-04", """{"availabilities":[{"date":"2026-03-04","slots":["2026-03-04T09:00:00+01:00"]}]}""")
            .Json("start_date=2026-03-05", """{"availabilities":[{"slots":["2026-03-06T07:00:00+01:00"]}]}""");
        var snapshot = await OneAsync(handler, TargetOf("x", ("practice", "501"), ("motives", "2002")));

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(3));
        Assert.That(snapshot.Coverage.Window, Is.EqualTo(Window));
    }

    [Test]
    public async Task PullAsync_NothingNowOneLater_TellsTheNextDateOnly()
    {
        var snapshot = await OneAsync(Answers("""{"availabilities":[{"slots":[]}],"next_slot":"2026-04-10T12:00:00.000+02:00"}"""));

        Assert.That((snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count), Is.EqualTo((true, 0)));
        Assert.That(snapshot.NextAvailable, Is.EqualTo(new DateTimeOffset(2026, 4, 10, 12, 0, 0, TimeSpan.FromHours(2))));
    }

    [Test]
    public async Task PullAsync_NothingAtAll_IsCompleteAndEmpty()
    {
        var snapshot = await OneAsync(Answers("""{"availabilities":[],"next_slot":null,"reason":"no_availabilities","message":"..."}"""));

        Assert.That((snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count, snapshot.NextAvailable), Is.EqualTo((true, 0, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task PullAsync_AllAgendasDisabled_IsTelephoneOnly()
    {
        var snapshot = await OneAsync(new ScriptedHttpHandler().Json("/booking/", Profile), TargetOf("x", ("practice", "501"), ("agendas", "3003, 3004")));

        Assert.That((snapshot.TelephoneOnly, snapshot.Coverage.Complete), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task PullAsync_RefusalWithoutAvailabilities_CoversNothing()
    {
        var results = await PullAsync(Answers("{}"), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
    }

    [Test]
    public async Task PullAsync_SecondMotiveFails_KeepsTheFirstAsIncomplete()
    {
        var handler = GoodHandler().Override("visit_motive_ids=2002&", static (_, _) => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway)));
        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results, Has.Count.EqualTo(2));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(results[0].Outcome.Value?.Schedules.Single().Slots, Has.Count.EqualTo(3));
        Assert.That(results[1].Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorFailed));
    }

    [Test]
    public async Task PullAsync_PlaceIdInsteadOfPracticeId_FindsThePractice()
    {
        var handler = GoodHandler();
        await OneAsync(handler, TargetOf("sandbox-doctor", ("practice", "practice-77")));

        Assert.That(handler.Requests[^1].Url, Does.Contain("practice_ids=501&"));
    }

    [Test]
    public async Task PullAsync_PracticeThatLeft_IsFoundByItsAddress()
    {
        var profile = Profile.Replace("practice-502\",\"practice_ids\":[502],\"address\":\"4 rue", "practice-502\",\"practice_ids\":[502],\"address\":\"9 rue", StringComparison.Ordinal);
        var handler = new ScriptedHttpHandler().Json("/booking/", profile).Json("availabilities", Urgent);
        await OneAsync(handler, TargetOf("x", ("practice", "999")) with { Place = new PlaceDetails { Key = "place-1", PostalCode = "42000", Line = "9, Rue des essais" } });

        Assert.That(handler.Requests[^1].Url, Does.Contain("visit_motive_ids=2004&agenda_ids=3002&insurance_sector=public&practice_ids=502&"));
    }

    [Test]
    public async Task PullAsync_PracticeThatLeftWithoutTrace_IsUnknown()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, TargetOf("sandbox-doctor", ("practice", "999")));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorUnknownTarget));
    }

    [Test]
    public async Task PullAsync_NoPracticeKey_AsksEveryPlace()
    {
        var handler = new ScriptedHttpHandler().Json("/booking/", Profile).Json("availabilities", Urgent);
        await OneAsync(handler, TargetOf("x"));

        Assert.That(handler.Requests.Skip(1).Select(static request => request.Url), Is.All.Contain("practice_ids=501-502&"));
        Assert.That(handler.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task PullAsync_SlotOfAnotherPractice_IsAnOrphan()
    {
        var snapshot = await OneAsync(Answers("""{"availabilities":[{"slots":[{"start_date":"2026-03-03T10:00:00+01:00","practice_id":502},{"practice_id":501}]}]}"""), TargetOf("x", ("practice", "501"), ("motives", "2002")));

        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 1, 0, 1)));
        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
    }

    [Test]
    public async Task PullAsync_ChainedSteps_OnlyTheFirstIsTheSlot()
    {
        var snapshot = await OneAsync(Answers("""
            {"availabilities":[{"slots":[{"start_date":"2026-03-03T10:00:00+01:00","end_date":"2026-04-03T10:05:00+02:00","steps":[
              {"start_date":"2026-03-03T10:00:00+01:00","end_date":"2026-03-03T10:05:00+01:00","visit_motive_id":2002,"agenda_id":1},
              {"start_date":"2026-04-03T10:00:00+02:00","end_date":"2026-04-03T10:05:00+02:00"}]}]}]}
            """), TargetOf("x", ("practice", "501"), ("motives", "2002")));

        Assert.That(snapshot.Schedules.Single().Slots.Select(static slot => slot.End - slot.Start), Is.EqualTo(new[] { TimeSpan.FromMinutes(5) }));
    }

    [TestCase("""{"availabilities":[{"slots":[12]}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"availabilities":[{"slots":[{"start_date":12}]}]}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"availabilities":{"2026-03-02":[]}}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"availabilities":[],"next_slot":{}}""", HubErrorCode.VendorInvalidValue)]
    public async Task PullAsync_WrongType_FailsTheTarget(string answer, HubErrorCode expected)
    {
        var results = await PullAsync(Answers(answer), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
    }

    [TestCase("\"soon\"")]
    [TestCase("\"2026-02-30T10:00:00+01:00\"")]
    [TestCase("\"2026-03-03\"")]
    [TestCase("\"0001-01-01T00:00:00\"")]
    [TestCase("null")]
    [TestCase("""{"start_date":"2026-03-03T10:00:00+01:00","end_date":"2026-03-03T09:00:00+01:00"}""")]
    public async Task PullAsync_UnreadableItem_IsDroppedAndCounted(string slot)
    {
        var snapshot = await OneAsync(Answers($$"""{"availabilities":[{"slots":[{{slot}},"2026-03-03T11:00:00+0100"]}]}"""), TargetOf("x", ("practice", "501"), ("motives", "2002")));

        Assert.That((snapshot.Tally.Unreadable, snapshot.Schedules.Single().Slots.Count, snapshot.Coverage.Complete), Is.EqualTo((1, 1, true)));
    }

    [Test]
    public async Task PullAsync_UnknownZoneInDirectory_IsAnInvalidValue()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, Target with { Place = new PlaceDetails { Key = "p", TimeZone = "Europe/Nowhere" } });

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));
    }

    [Test]
    public async Task PullAsync_NoProfileKey_IsTold()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, Target with { Keys = new Dictionary<string, string>() });

        Assert.That(results.Single().Outcome.Error, Is.EqualTo(new HubError(HubErrorCode.DirectoryKeyMissing, "The directory gives no 'profile' for this owner and place.")));
    }

    [Test]
    public async Task PullAsync_OverseasPlace_AsksItsOwnDays()
    {
        // At 22:00 in Paris the day in Réunion is already the next one.
        var handler = new ScriptedHttpHandler().Json("/booking/", Profile).Json("availabilities", """{"availabilities":[{"slots":["2026-03-03T09:00:00"]}]}""");
        var target = TargetOf("x", ("practice", "501"), ("motives", "2002")) with { Place = new PlaceDetails { Key = "place-1", PostalCode = "97400" } };
        var start = new DateTimeOffset(2026, 3, 2, 21, 0, 0, TimeSpan.Zero);
        await using var adapter = Factory.Create(Context(handler, new ManualTimeProvider(start)));
        var results = await CollectAsync(adapter, target, new TimeWindow(start, start.AddDays(1)));

        Assert.That(handler.Requests[^1].Url, Does.Contain("start_date=2026-03-03").And.EndWith("limit=2"));
        Assert.That(Slots(results).Select(static slot => slot.Start), Is.EqualTo(new[] { new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.FromHours(4)) }));
    }

    [TestCase("2026-03-29T02:30:00", "2026-03-29T03:30:00+02:00", Description = "a local time that the spring change skips")]
    [TestCase("2026-10-25T02:30:00", "2026-10-25T02:30:00+02:00", Description = "a local time that the autumn change repeats")]
    public async Task PullAsync_ClockChange_ReadsLocalTimes(string local, string expected)
    {
        var instant = DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture);
        var start = new DateTimeOffset(instant.UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);
        await using var adapter = Factory.Create(Context(Answers($$"""{"availabilities":[{"slots":["{{local}}"]}]}"""), new ManualTimeProvider(start)));
        var results = await CollectAsync(adapter, TargetOf("x", ("practice", "501"), ("motives", "2002")), new TimeWindow(start, start.AddDays(3)));

        Assert.That(Slots(results).Select(static slot => slot.Start), Is.EqualTo(new[] { instant }));
    }

    [Test]
    public async Task PullAsync_DirtyDirectoryLink_IsCleanedAndNamesThePlace()
    {
        var target = TargetOf("sandbox-doctor", ("practice", "501")) with { BookingUrl = new Uri("https://www.doctolib.fr/medecin-generaliste/saint-etienne/sandbox-doctor?pid=practice-1&?speciality_id=2&utm_source=x") };
        var snapshot = await OneAsync(GoodHandler(), target);

        Assert.That(snapshot.Schedules.Single().Slots[0].Kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://www.doctolib.fr/medecin-generaliste/saint-etienne/sandbox-doctor?pid=practice-77"));
    }

    [Test]
    public async Task PullAsync_LyingVendorThatNeverAdvances_EndsWithWhatItCovered()
    {
        var handler = new ScriptedHttpHandler().Json("/booking/", Profile);
        handler.On(static request => request.RequestUri?.AbsolutePath == "/availabilities.json", static (request, _) =>
        {
            var day = request.RequestUri!.Query.Split("start_date=")[1][..10]; // The route tests the path of the address, so there is one.
            return Task.FromResult(ScriptedHttpHandler.JsonResponse($$"""{"availabilities":[{"date":"{{day}}","slots":["{{day}}T12:00:00Z"]}]}"""));
        });
        await using var adapter = Factory.Create(Context(handler, new ManualTimeProvider(Now)));
        var results = await CollectAsync(adapter, TargetOf("x", ("practice", "501"), ("motives", "2002")), new TimeWindow(Now, Now.AddDays(60)));

        Assert.That(handler.Requests, Has.Count.EqualTo(1 + 12));
        Assert.That(Slots(results), Has.Count.EqualTo(12));
        Assert.That(results.Single().Outcome.Value?.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", new TimeWindow(Now, new DateTimeOffset(2026, 3, 13, 22, 59, 59, TimeSpan.Zero)), true)));
    }

    [Test]
    public void PullAsync_AnyOrderAndRepetitionOfItems_GivesTheSameSlots() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 11)).ToArbitrary(), minutes =>
        {
            string Answer(IEnumerable<int> items) => $$"""{"availabilities":[{"slots":[{{string.Join(',', items.Select(static item => $"\"2026-03-03T10:{item * 5:00}:00.000+01:00\""))}}]}]}""";
            var target = TargetOf("x", ("practice", "501"), ("motives", "2002"));
            var one = Slots(Finish(PullAsync(Answers(Answer(minutes)), new ManualTimeProvider(Now), default, target)));
            var other = Slots(Finish(PullAsync(Answers(Answer(minutes.Reverse().Concat(minutes))), new ManualTimeProvider(Now), default, target)));

            return one.SequenceEqual(other) && one.Count == minutes.Distinct().Count();
        }).QuickCheckThrowOnFailure();

    [TestCase("""{"daysPerRequest":0}""")]
    [TestCase("""{"slotMinutes":4}""")]
    [TestCase("""{"catalogueTtl":"2.00:00:00"}""")]
    [TestCase("""{"insuranceSector":"a&b=c"}""")]
    [TestCase("""{"publicBaseUrl":7}""")]
    [TestCase("""{"publicBaseUrl":"pages"}""")]
    [TestCase("""{"publicBaseUrl":null}""")]
    [TestCase("""{"referenceMotives":null}""")]
    public void Validate_OutOfBounds_IsAFault(string options)
    {
        using var document = System.Text.Json.JsonDocument.Parse(options);

        Assert.That(Factory.Validate(document.RootElement), Is.Not.Empty);
    }

    [TestCase("basic", 1, null)]
    [TestCase("next-slot", 0, "2021-04-10T12:00:00+02:00")]
    public async Task PullAsync_RecordedCenter_HoldsTheDocumentedCount(string name, int count, string? next)
    {
        var handler = new ScriptedHttpHandler()
            .Json("/booking/", RecordedFolder.Read("doctolib", name + "-booking.json"))
            .Json("/availabilities.json", RecordedFolder.Read("doctolib", name + "-availabilities.json"));
        var start = new DateTimeOffset(2021, 4, 3, 0, 0, 0, TimeSpan.Zero);
        await using var adapter = Factory.Create(Context(handler, new ManualTimeProvider(start)));
        var results = await CollectAsync(adapter, TargetOf("recorded"), new TimeWindow(start, start.AddDays(14)));

        // Of the two recorded times one lies before the window; the other comes back on every page and is one slot.
        Assert.That(Slots(results), Has.Count.EqualTo(count));
        Assert.That(results.Single().Outcome.Value?.Coverage.Complete, Is.True);
        Assert.That(results.Single().Outcome.Value?.NextAvailable, Is.EqualTo(next is null ? null : DateTimeOffset.Parse(next, CultureInfo.InvariantCulture)));
    }

    private static IReadOnlyList<PullResult> Finish(Task<IReadOnlyList<PullResult>> pull)
    {
        Assert.That(pull.IsCompletedSuccessfully, Is.True, "The script answers at once.");
        return pull.GetAwaiter().GetResult();
    }

    private static ScriptedHttpHandler Answers(string availabilities) => new ScriptedHttpHandler().Json("/booking/", Profile).Json("/availabilities.json", availabilities);

    private static PullTarget TargetOf(string profile, params (string Name, string Value)[] keys) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "899900000001"),
        Place = new PlaceDetails { Key = "place-1", City = "Saint-Étienne" },
        Keys = keys.Append(("profile", profile)).ToDictionary(static key => key.Item1, static key => key.Item2),
    };

    private static Task<IReadOnlyList<PullResult>> CollectAsync(IVendorAdapter adapter, PullTarget target, TimeWindow window) =>
        adapter.CollectAsync(new PullRequest([target], window));

    private async Task<Snapshot> OneAsync(HttpMessageHandler handler, PullTarget? target = null)
    {
        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, target ?? Target);
        Assert.That(results.Single().Outcome.Error, Is.Null);
        return results.Single().Outcome.Value!; // No failure, hence a snapshot.
    }
}
