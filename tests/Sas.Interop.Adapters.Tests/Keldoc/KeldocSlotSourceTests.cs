using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Keldoc;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Keldoc;

[Parallelizable(ParallelScope.All)]
internal sealed class KeldocSlotSourceTests : AdapterContract
{
    private const string Clinic = """{"id":9100,"title":"Maison des Essais","type":"Clinic","specialties":[{"id":11,"name":"Médecin généraliste","skills":[{"name":"x"}]}]}""";

    private const string Cabinets = """
        [{"id":9101,"name":"Site A ","location":"1 rue des Essais, 42000 Saint-Étienne","img":"x","latitude":45.4,"longitude":4.4},
         {"id":9102,"name":"Site B","location":"2 rue des Essais, 69003 Lyon","latitude":45.7,"longitude":4.8}]
        """;

    private const string Motives = """
        [{"motive_category_id":1,"name":"Adultes","position":0,"resource_type":"Clinic","motives":[
           {"id":8101,"name":" Consultation ","position":0,"teleconsultation":false,"booking_delay_until":720,"agendas":[{"id":88001,"name":"Salle 1","hidden":true},{"id":88002,"name":"Salle 2","hidden":false}]},
           {"id":8102,"name":"Téléconsultation","position":1,"teleconsultation":true,"booking_delay_until":1440,"agendas":[{"id":88001,"name":"Salle 1","hidden":true}]}]},
         {"motive_category_id":2,"name":"Enfants","position":999,"resource_type":"Clinic","motives":[
           {"id":8101,"name":"Consultation","position":0,"teleconsultation":false,"agendas":[{"id":88003,"name":"Salle 3","hidden":true}]},
           {"id":8103,"name":"Sans agenda","agendas":[]}]}]
        """;

    private const string Practice = """
        {"availabilities":{"2026-03-02":[],"2026-03-03":[
          {"start_time":"2026-03-03T14:05:00.000+01:00","agenda_id":88001},{"start_time":"2026-03-03T14:10:00.000+0100","agenda_id":88001},
          {"start_time":"2026-03-03T14:05:00.000000+01:00","agenda_id":88002},{"agenda_id":88003}],"2026-03-04":[],"2026-03-05":[],"2026-03-06":[],"2026-03-07":[]}}
        """;

    private const string Remote = """{"availabilities":{"2026-03-02":[{"start_time":"2026-03-02T18:00:00.000+01:00","agenda_id":null}],"2026-03-03":[],"2026-03-04":[],"2026-03-05":[],"2026-03-06":[]},"date":"2026-03-20T16:55:00.000+01:00"}""";

    protected override IVendorAdapterFactory Factory { get; } = new KeldocAdapterFactory();

    protected override PullTarget Target => TargetOf(("type", "cabinet-medical"), ("location", "saint-etienne-42000"), ("slug", "maison des essais"), ("cabinet", "9101"));

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
    [
        ("searches/resource", Clinic),
        ("/specialties/11/cabinets/9101/motive_categories", Motives),
        ("/clinics/9100/specialties/11/cabinets", Cabinets),
        ("timetables/8101", Practice),
        ("timetables/8102", Remote),
    ];

    [Test]
    public async Task PullAsync_GoodAnswers_GivesTheExpectedSlots()
    {
        var snapshot = await OneAsync(GoodHandler());
        var slots = snapshot.Schedules.Single().Slots;

        Assert.That(slots.Select(static slot => (slot.Start.ToString("dd HH:mm zzz", CultureInfo.InvariantCulture), (slot.End - slot.Start).TotalMinutes, slot.EndEstimated)), Is.EqualTo(new[]
        {
            ("02 18:00 +01:00", 15d, true), ("03 14:05 +01:00", 5d, true), ("03 14:10 +01:00", 15d, true),
        }));
        Assert.That(slots.Select(static slot => slot.Kind.Consultations), Is.EqualTo(new[] { ConsultationTypes.Virtual, ConsultationTypes.Ambulatory, ConsultationTypes.Ambulatory }));
        Assert.That(slots[1].Kind, Is.SameAs(slots[2].Kind));
        Assert.That(slots[1].Kind.Reasons, Is.EqualTo(new[] { "Consultation" }));
        Assert.That(slots[1].Kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://vaccination-covid.keldoc.com/cabinet-medical/saint-etienne-42000/maison%20des%20essais?cabinet=9101&specialty=11"));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 1, 1, 0)));
        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Window, true)));
        Assert.That(snapshot.NextAvailable, Is.EqualTo(new DateTimeOffset(2026, 3, 20, 16, 55, 0, TimeSpan.FromHours(1))));
    }

    [Test]
    public async Task PullAsync_GoodAnswers_AsksEachMotiveOnceWithAllItsAgendas()
    {
        var handler = GoodHandler();
        await OneAsync(handler);

        Assert.That(handler.Requests.Select(static request => Uri.UnescapeDataString(request.Url["https://vendor.example/api/patients/v2/".Length..])), Is.EqualTo(new[]
        {
            "searches/resource?type=cabinet-medical&location=saint-etienne-42000&slug=maison des essais",
            "clinics/9100/specialties/11/cabinets",
            "clinics/9100/specialties/11/cabinets/9101/motive_categories",
            "timetables/8101?from=2026-03-02&to=2026-03-06&agenda_ids[]=88001&agenda_ids[]=88002&agenda_ids[]=88003",
            "timetables/8102?from=2026-03-02&to=2026-03-06&agenda_ids[]=88001",
        }));
    }

    [Test]
    public async Task PullAsync_NumbersInTheDirectory_SkipTheCatalogueTree()
    {
        var handler = GoodHandler();
        var target = TargetOf(("clinic", "9100"), ("specialty", "11"), ("cabinet", "9101")) with { BookingUrl = new Uri("https://booking.example/page") };
        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, target);

        Assert.That(handler.Requests, Has.Count.EqualTo(3));
        Assert.That(Slots(results)[0].Kind.BookingUrl, Is.EqualTo(target.BookingUrl));
    }

    [Test]
    public async Task PullAsync_NoCabinetKey_TakesTheCabinetsOfThePostalCode()
    {
        var handler = GoodHandler();
        await OneAsync(handler, TargetOf(("type", "cabinet-medical"), ("location", "x"), ("slug", "y")));

        Assert.That(handler.Requests.Count(static request => request.Url.Contains("motive_categories", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_SpecialtyWithoutCabinets_IsPassedOver()
    {
        var clinic = Clinic.Replace("[{\"id\":11", "[{\"id\":99,\"name\":\"x\"},{\"id\":11", StringComparison.Ordinal);
        var snapshot = await OneAsync(GoodHandler().Override("searches/resource", (_, _) => Task.FromResult(ScriptedHttpHandler.JsonResponse(clinic))));

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task PullAsync_ServerServesFewerDays_AsksFromTheLastOneServed()
    {
        var handler = Catalogue()
            .Json("8102?from=2026-03-02", """{"availabilities":{"2026-03-02":[],"2026-03-03":[],"2026-03-04":[{"start_time":"2026-03-04T09:00:00+01:00","agenda_id":1}]}}""")
            .Json("8102?from=2026-03-04", """{"availabilities":{"2026-03-04":[{"start_time":"2026-03-04T09:00:00+01:00","agenda_id":1},{"start_time":"2026-03-04T19:00:00+01:00","agenda_id":1}],"2026-03-05":[],"2026-03-06":[]}}""");
        var snapshot = await OneAsync(handler, OneMotive());

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(2));
        Assert.That((snapshot.Tally.Duplicates, snapshot.Coverage.Window, snapshot.Coverage.Complete), Is.EqualTo((1, Window, true)));
    }

    [Test]
    public async Task PullAsync_OnlyADateInsideTheWindow_ContinuesThere()
    {
        var handler = Catalogue()
            .Json("8102?from=2026-03-02", """{"text":"Prochain RDV ...","date":"2026-03-05T16:55:00.000+01:00"}""")
            .Json("8102?from=2026-03-05", """{"availabilities":{"2026-03-05":[{"start_time":"2026-03-05T16:55:00.000+01:00","agenda_id":1}],"2026-03-06":[]}}""");
        var snapshot = await OneAsync(handler, OneMotive());

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(1));
        Assert.That(snapshot.NextAvailable, Is.Null);
    }

    [Test]
    public async Task PullAsync_OnlyALaterDate_IsAHintAndNoSlot()
    {
        var snapshot = await OneAsync(Catalogue().Json("timetables", """{"text":"Prochain RDV ...","date":"2026-04-20T16:55:00.000+02:00"}"""), OneMotive());

        Assert.That((snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count), Is.EqualTo((true, 0)));
        Assert.That(snapshot.NextAvailable, Is.EqualTo(new DateTimeOffset(2026, 4, 20, 16, 55, 0, TimeSpan.FromHours(2))));
    }

    [TestCase("{}")]
    [TestCase("""{"availabilities":{}}""")]
    [TestCase("""{"availabilities":null,"text":null,"date":null}""")]
    public async Task PullAsync_NothingAtAll_IsCompleteAndEmptyAfterOneCall(string answer)
    {
        var handler = Catalogue().Json("timetables", answer);
        var snapshot = await OneAsync(handler, OneMotive());

        Assert.That((snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count, snapshot.NextAvailable, snapshot.TelephoneOnly), Is.EqualTo((true, 0, (DateTimeOffset?)null, false)));
        Assert.That(handler.Requests.Count(static request => request.Url.Contains("timetables", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_EveryMotiveByTelephone_IsTelephoneOnly()
    {
        var snapshot = await OneAsync(Catalogue().Json("timetables", """{"text":"...","num":"01 99 00 00 01","num_text":"01 99 00...","phone_number":"+33199000001"}"""));

        Assert.That((snapshot.TelephoneOnly, snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count), Is.EqualTo((true, false, 0)));
    }

    [Test]
    public async Task PullAsync_OneMotiveByTelephone_SaysNothingOfTheOthers()
    {
        var handler = Catalogue().Json("timetables/8101", """{"phone_number":"+33199000001"}""").Json("timetables/8102", Remote);
        var snapshot = await OneAsync(handler);

        Assert.That((snapshot.TelephoneOnly, snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count), Is.EqualTo((false, true, 1)));
    }

    [Test]
    public async Task PullAsync_TelephoneBesideFreeTimes_GivesTheTimes()
    {
        var mixed = """{"phone_number":"+33199000001","availabilities":{"2026-03-03":[{"start_time":"2026-03-03T09:00:00+01:00","agenda_id":1}]},"date":"2026-04-20T16:55:00.000+02:00"}""";
        var snapshot = await OneAsync(Catalogue().Json("timetables", mixed), OneMotive());

        Assert.That((snapshot.TelephoneOnly, snapshot.Schedules.Single().Slots.Count, snapshot.NextAvailable is not null), Is.EqualTo((false, 1, true)));
    }

    [Test]
    public async Task PullAsync_AgendasInTheDirectory_AreTheOnlyOnes()
    {
        var handler = GoodHandler();
        var snapshot = await OneAsync(handler, TargetOf(("clinic", "9100"), ("specialty", "11"), ("cabinet", "9101"), ("agendas", "88002")));

        Assert.That(handler.Requests[^1].Url, Does.EndWith("to=2026-03-06&agenda_ids[]=88002"));
        Assert.That((snapshot.Schedules.Single().Slots.Count, snapshot.Tally.Orphans), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task PullAsync_ForeignRedirect_IsNotFollowed()
    {
        var handler = GoodHandler().Override("timetables", static (_, _) => Task.FromResult(
            new HttpResponseMessage(System.Net.HttpStatusCode.Found) { Headers = { Location = new Uri("https://elsewhere.example/redirect/?dom=&inst=&user=&specialty=") } }));
        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorAddressRefused));
        Assert.That(handler.Requests.Select(static request => request.Url), Is.All.StartsWith("https://vendor.example/"));
    }

    [Test]
    public async Task PullAsync_SlowVendor_StopsAfterTheTimeOfATarget()
    {
        var time = new ManualTimeProvider(Now);
        var handler = GoodHandler().Override("timetables/8101", (_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(9));
            return Task.FromResult(ScriptedHttpHandler.JsonResponse(Practice));
        });
        await using var adapter = Create(handler, time, """{"targetTimeout":"00:00:05"}""");
        var results = await CollectAsync(adapter, Target);

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { null, HubErrorCode.VendorTimeout }));
        Assert.That((results[0].Outcome.Value?.Coverage.Complete, Slots(results).Count), Is.EqualTo(((bool?)false, 2)));
    }

    [Test]
    public async Task PullAsync_TimetablesOnAnotherHost_AsksThere()
    {
        var handler = GoodHandler();
        await using var adapter = Create(handler, new ManualTimeProvider(Now), """{"timetableBaseUrl":"https://www.vendor.example/sub"}""");
        await CollectAsync(adapter, Target);

        Assert.That(handler.Requests[^1].Url, Does.StartWith("https://www.vendor.example/sub/api/patients/v2/timetables/8102?"));
    }

    [TestCase("""{"availabilities":[]}""")]
    [TestCase("""{"availabilities":{"2026-03-02":{}}}""")]
    [TestCase("""{"availabilities":{"2026-03-02":["09:00"]}}""")]
    [TestCase("""{"availabilities":{"2026-03-02":[{"start_time":9}]}}""")]
    [TestCase("""{"date":20260302}""")]
    public async Task PullAsync_WrongType_FailsTheTarget(string answer)
    {
        var results = await PullAsync(Catalogue().Json("timetables", answer), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));
    }

    [TestCase("clinic")]
    [TestCase("specialty", "clinic", "9100")]
    [TestCase("location", "type", "cabinet-medical")]
    public async Task PullAsync_KeyMissing_IsNamed(string missing, params string[] given)
    {
        var keys = given.Length == 0 ? [] : new[] { (given[0], given[1]) };
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, TargetOf(keys));

        Assert.That(results.Single().Outcome.Error, Is.EqualTo(new HubError(HubErrorCode.DirectoryKeyMissing, $"The directory gives no '{missing}' for this owner and place.")));
    }

    [TestCase("../admin")]
    [TestCase("12/34")]
    public async Task PullAsync_KeyThatIsNoNumber_MakesNoCall(string clinic)
    {
        var handler = GoodHandler();
        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, TargetOf(("clinic", clinic), ("specialty", "11")));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));
        Assert.That(handler.Requests, Is.Empty);
    }

    [Test]
    public void PullAsync_AnyLengthServed_GivesTheSameSlots() =>
        Prop.ForAll(Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(1, 21).ToArbitrary(), (served, asked) =>
        {
            var handler = Catalogue().On(static request => request.RequestUri?.AbsolutePath.Contains("timetables", StringComparison.Ordinal) == true, (request, _) =>
            {
                var from = DateOnly.ParseExact(request.RequestUri!.Query.Split("from=")[1][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture); // The route tests the address.
                var days = Enumerable.Range(0, served).Select(day => $"\"{from.AddDays(day):yyyy-MM-dd}\":[{{\"start_time\":\"{from.AddDays(day):yyyy-MM-dd}T12:00:00Z\",\"agenda_id\":1}}]");
                return Task.FromResult(ScriptedHttpHandler.JsonResponse($$$"""{"availabilities":{{{{string.Join(',', days)}}}}}"""));
            });
            var adapter = Create(handler, new ManualTimeProvider(Now), $$"""{"daysPerRequest":{{asked}}}""");
            var results = Finish(CollectAsync(adapter, OneMotive()));

            return Slots(results).Count == 4 && results.Single().Outcome.Value?.Coverage == new Coverage(Target.Owner, "place-1", Window, true);
        }).QuickCheckThrowOnFailure();

    [Test]
    public async Task PullAsync_RecordedCenter_HasNoSlotAndANextDate()
    {
        var handler = new ScriptedHttpHandler()
            .Json("searches/resource", RecordedFolder.Read("keldoc", "center1-info.json"))
            .Json("/cabinets/16910/motive_categories", RecordedFolder.Read("keldoc", "center1-cabinet-16910.json"))
            .Json("/specialties/144/cabinets", RecordedFolder.Read("keldoc", "center1-cabinet.json"))
            .Json("timetables/81484", RecordedFolder.Read("keldoc", "center1-timetable-81484.json"))
            .Json("timetables", RecordedFolder.Read("keldoc", "center1-timetable-81486.json"));
        var start = new DateTimeOffset(2021, 4, 3, 0, 0, 0, TimeSpan.Zero);
        await using var adapter = Create(handler, new ManualTimeProvider(start), "{}");
        var target = TargetOf(("type", "cabinet-medical"), ("location", "x"), ("slug", "y"), ("cabinet", "16910"));
        var results = await CollectAsync(adapter, target, new TimeWindow(start, start.AddDays(4)));

        // One motive has a later date, the other is booked by telephone: no slot, and the agenda is not telephone-only as a whole.
        Assert.That(Slots(results), Is.Empty);
        Assert.That(results.Single().Outcome.Value?.Coverage.Complete, Is.True);
        Assert.That(results.Single().Outcome.Value?.NextAvailable, Is.EqualTo(new DateTimeOffset(2021, 4, 20, 16, 55, 0, TimeSpan.FromHours(2))));
    }

    [TestCase("""{"daysPerRequest":0}""")]
    [TestCase("""{"slotMinutes":241}""")]
    [TestCase("""{"catalogueTtl":"00:00:59"}""")]
    [TestCase("""{"timetableBaseUrl":"ftp://pages.example/"}""")]
    [TestCase("""{"targetTimeout":"00:00:01"}""")]
    public void Validate_OutOfBounds_IsAFault(string options)
    {
        using var document = System.Text.Json.JsonDocument.Parse(options);

        Assert.That(Factory.Validate(document.RootElement), Is.Not.Empty);
    }

    private static T Finish<T>(Task<T> pull)
    {
        Assert.That(pull.IsCompletedSuccessfully, Is.True, "The script answers at once.");
        return pull.GetAwaiter().GetResult();
    }

    private static ScriptedHttpHandler Catalogue() => new ScriptedHttpHandler()
        .Json("searches/resource", Clinic)
        .Json("/specialties/11/cabinets/9101/motive_categories", Motives)
        .Json("/clinics/9100/specialties/11/cabinets", Cabinets);

    private static PullTarget OneMotive() => TargetOf(("clinic", "9100"), ("specialty", "11"), ("cabinet", "9101"), ("motives", "8102"));

    private static PullTarget TargetOf(params (string Name, string Value)[] keys) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "899900000003"),
        Place = new PlaceDetails { Key = "place-1", PostalCode = "42000" },
        Keys = keys.ToDictionary(static key => key.Name, static key => key.Value),
    };

    private IVendorAdapter Create(HttpMessageHandler handler, TimeProvider time, string options)
    {
        using var document = System.Text.Json.JsonDocument.Parse(options);
        Assert.That(Factory.Validate(document.RootElement), Is.Empty);
        return Factory.Create(Context(handler, time) with { Options = document.RootElement.Clone() });
    }

    private Task<IReadOnlyList<PullResult>> CollectAsync(IVendorAdapter adapter, PullTarget target, TimeWindow? window = null) =>
        adapter.CollectAsync(new PullRequest([target], window ?? Window));

    private async Task<Snapshot> OneAsync(HttpMessageHandler handler, PullTarget? target = null)
    {
        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, target ?? Target);
        Assert.That(results.Single().Outcome.Error, Is.Null);
        return results.Single().Outcome.Value!; // No failure, hence a snapshot.
    }
}
