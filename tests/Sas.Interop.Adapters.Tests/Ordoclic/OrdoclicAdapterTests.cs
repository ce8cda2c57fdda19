using Sas.Interop.Adapters.Ordoclic;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Ordoclic;

internal sealed class OrdoclicAdapterTests : AdapterContract
{
    private const string Profile = """
        {"profileSlug":"-l'officine-d-essai","entityId":"00000000-0000-4000-8000-0000000000e1","name":"Officine d'essai","zip":"75011","city":"75011 - PARIS",
         "publicProfessionals":[{"id":"00000000-0000-4000-8000-0000000000c1","fullName":"Ada Essai"},{"id":"00000000-0000-4000-8000-0000000000c2"},
                                {"id":"00000000-0000-4000-8000-0000000000c1"}],
         "attributeValues":[{"label":"introduction","value":""},{"label":"keywords","value":["a",{"option":"any"}]},{"label":"waiting_room_link","value":{"option":"any"}},
                            {"label":"booking_settings","value":{"option":"internal"}}],"partnerId":null}
        """;

    private const string Reasons = """
        {"reasons":[
          {"id":"00000000-0000-4000-8000-0000000000b1","name":" Consultation ","duration":20,"canBookOnline":true,"isAcceptNewPatient":true,"isTcsMode":false,
           "professionalId":"00000000-0000-0000-0000-000000000000","advice":"[\"Venir à l'heure\"]","entityId":null},
          {"id":"00000000-0000-4000-8000-0000000000b2","name":"Téléconsultation","duration":"5","canBookOnline":true,"isTcsMode":true,
           "professionalId":"00000000-0000-4000-8000-0000000000C2"},
          {"id":"00000000-0000-4000-8000-0000000000b3","name":"Patients connus","duration":10,"canBookOnline":true,"isAcceptNewPatient":false},
          {"id":"00000000-0000-4000-8000-0000000000b4","name":"Par téléphone","duration":10,"canBookOnline":false,"isAcceptNewPatient":true}],"limitedMode":false}
        """;

    private const string SlotList = """
        {"slots":[
          {"id":"00000000-0000-4000-8000-0000000000a1","timeStart":"2026-03-02T14:50:00Z","timeStartUtcOffset":60,"timeEnd":"2026-03-02T15:00:00Z","timeEndUtcOffset":60,
           "tzId":"Europe/Paris","reasonIDs":[],"isRepeated":true,"rrule":"FREQ=DAILY","overlapped":false,
           "status":{"eventID":"00000000-0000-0000-0000-000000000000","statusID":0},"updatedAt":"0001-01-01T00:00:00Z"},
          {"id":"00000000-0000-4000-8000-0000000000a1","timeStart":"2026-03-02T14:30:00Z","timeStartUtcOffset":60,"timeEnd":"2026-03-02T14:40:00Z","tzId":"Europe/Paris"}],
         "nextAvailableSlotDate":null}
        """;

    protected override IVendorAdapterFactory Factory { get; } = new OrdoclicAdapterFactory(new OrdoclicOptionsValidator());

    protected override PullTarget Target => TargetOf(("slug", "-l'officine-d-essai"));

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
        [("/entities/profile/", Profile), ("/reasons", Reasons), ("/availableSlots", SlotList)];

    [Test]
    public async Task PullAsync_GoodAnswers_GiveTheNormalizedSlots()
    {
        var snapshot = await SnapshotAsync(GoodHandler());

        Assert.That(snapshot.Schedules.Single().Slots.Select(static slot => (slot.Start, slot.End, slot.EndEstimated)), Is.EqualTo(new[]
        {
            (Utc(2, 14, 30), Utc(2, 14, 40), false),
            (Utc(2, 14, 50), Utc(2, 15, 0), false),
        }));
        var kind = snapshot.Schedules.Single().Slots[0].Kind;
        Assert.That(kind.Reasons, Is.EqualTo(new[] { "Consultation", "Téléconsultation" }));
        Assert.That(kind.Consultations, Is.EqualTo(ConsultationTypes.Ambulatory | ConsultationTypes.Virtual));
        Assert.That(kind.Types, Is.EqualTo(SlotTypes.Public | SlotTypes.Snp));
        Assert.That(kind.Mode, Is.EqualTo(BookingMode.Routine));
        Assert.That(kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://app.ordoclic.fr/app/pharmacie/-l%27officine-d-essai"));
        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Window, true)));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 4, 0)));
    }

    [Test]
    public async Task PullAsync_GoodAnswers_AsksEachProfessionalForTheReasonsOpenToAnyone()
    {
        var handler = GoodHandler();
        await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(handler.Requests[0].Url, Is.EqualTo("https://vendor.example/v1/public/entities/profile/-l%27officine-d-essai"));
        Assert.That(handler.Requests[1].Url, Is.EqualTo("https://vendor.example/v1/solar/entities/00000000-0000-4000-8000-0000000000e1/reasons"));
        Assert.That(handler.Requests.Skip(2).Select(static request => request.Body), Is.EqualTo(new[] { Body("c1", "b1"), Body("c2", "b1"), Body("c2", "b2") }));
        Assert.That(handler.Requests.Skip(2).Select(static request => request.Headers["Accept"]), Is.All.EqualTo("text/plain"));

        static string Body(string professional, string reason) =>
            $$"""{"entityId":"00000000-0000-4000-8000-0000000000e1","medicalStaffId":"00000000-0000-4000-8000-0000000000{{professional}}","reasonId":"00000000-0000-4000-8000-0000000000{{reason}}","dateStart":"2026-03-01T23:00:00.000Z","dateEnd":"2026-03-06T23:00:00.000Z"}""";
    }

    [Test]
    public async Task PullAsync_SameHourLater_AsksTheSameQuestions()
    {
        var (first, second) = (GoodHandler(), GoodHandler());
        await PullAsync(first, new ManualTimeProvider(Now));
        await PullAsync(second, new ManualTimeProvider(Now.AddMinutes(59)));

        Assert.That(second.Requests.Select(static request => (request.Url, request.Body)), Is.EqualTo(first.Requests.Select(static request => (request.Url, request.Body))));
    }

    [Test]
    public async Task PullAsync_BookingSettingsAny_IsTelephoneOnly()
    {
        var handler = new ScriptedHttpHandler().Json("/entities/profile/", Profile.Replace("internal", "any", StringComparison.Ordinal));

        var snapshot = await SnapshotAsync(handler);

        Assert.That(snapshot.TelephoneOnly, Is.True);
        Assert.That(snapshot.Coverage.Complete, Is.False);
        Assert.That(snapshot.Schedules.SelectMany(static schedule => schedule.Slots), Is.Empty);
        Assert.That(handler.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("""{"option":"external","externalUrl":"https://other.example/x"}""")]
    [TestCase("""{"externalUrl":null}""")]
    [TestCase("[]")]
    [TestCase("null")]
    public async Task PullAsync_OtherBookingSettings_AreAsked(string value)
    {
        var handler = GoodHandler();
        var profile = Profile.Replace("""{"option":"internal"}""", value, StringComparison.Ordinal);
        handler.Override("/entities/profile/", (_, _) => Task.FromResult(ScriptedHttpHandler.JsonResponse(profile)));

        var snapshot = await SnapshotAsync(handler);

        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(2));
    }

    [TestCase("""{"slots":[],"nextAvailableSlotDate":null}""", null)]
    [TestCase("""{"slots":null,"nextAvailableSlotDate":null}""", null)]
    [TestCase("""{"slots":[]}""", null)]
    [TestCase("""{"slots":[],"nextAvailableSlotDate":"2026-06-12T10:30:00Z"}""", "2026-06-12T10:30:00Z")]
    [TestCase("""{"slots":[],"nextAvailableSlotDate":"2026-06-12"}""", "2026-06-11T22:00:00Z")]
    [TestCase("""{"slots":[],"nextAvailableSlotDate":"0001-01-01T00:00:00Z"}""", null)]
    public async Task PullAsync_NothingFree_IsACompleteSnapshotWithTheHint(string json, string? next)
    {
        var snapshot = await SnapshotAsync(HandlerWith(json));

        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.NextAvailable, Is.EqualTo(next is null ? null : DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase("/entities/profile/")]
    [TestCase("/reasons")]
    [TestCase("/availableSlots")]
    public async Task PullAsync_EmptyObject_IsARefusalAndCoversNothing(string path)
    {
        var handler = GoodHandler().Override(path, static (_, _) => Task.FromResult(ScriptedHttpHandler.JsonResponse("{}")));

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorMalformed));
    }

    [TestCase("""{"slots":"none","nextAvailableSlotDate":null}""")]
    [TestCase("""{"slots":[{"timeStart":1782916200}]}""")]
    [TestCase("""{"slots":[{"timeStart":"2026-03-02T14:30:00Z","overlapped":"maybe"}]}""")]
    [TestCase("""{"slots":[{"timeStart":"2026-03-02T14:30:00Z","tzId":"Europe/Nowhere"}]}""")]
    [TestCase("""{"slots":[],"nextAvailableSlotDate":12}""")]
    public async Task PullAsync_WrongTypeOrUnknownZone_IsAnInvalidValue(string json)
    {
        var results = await PullAsync(HandlerWith(json), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorInvalidValue));
    }

    [TestCase("""{"timeStart":"2026-03-02T14:30:00Z","overlapped":true}""", 1, 0)]
    [TestCase("""{"timeStart":"2026-03-02T14:30:00Z","status":{"eventID":"00000000-0000-4000-8000-0000000000f1","statusID":0}}""", 1, 0)]
    [TestCase("""{"timeStart":"2026-03-02T14:30:00Z","status":{"eventID":null,"statusID":2}}""", 1, 0)]
    [TestCase("""{"timeEnd":"2026-03-02T14:30:00Z"}""", 0, 1)]
    [TestCase("""{"timeStart":"2026-02-30T14:30:00Z"}""", 0, 1)]
    [TestCase("null", 0, 1)]
    [TestCase("""{"timeStart":"2026-03-01T14:30:00Z"}""", 0, 0, Description = "before the window")]
    [TestCase("""{"timeStart":"2026-05-01T14:30:00Z"}""", 0, 0, Description = "after the window")]
    public async Task PullAsync_ItemThatIsNoFreeSlot_IsLeftOutAndCounted(string item, int reserved, int unreadable)
    {
        var snapshot = await SnapshotAsync(HandlerWith($$"""{"slots":[{{item}}]}"""), TargetOf(("entity", "e1"), ("professional", "c1")));

        Assert.That(snapshot.Schedules.Single().Slots, Is.Empty);
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(reserved, unreadable, 0, 0)));
        Assert.That(snapshot.Coverage.Complete, Is.True);
    }

    [TestCase("""{"timeStart":"2026-03-02T14:30:00Z"}""", 20, Description = "no end: the reason's duration")]
    [TestCase("""{"timeStart":"2026-03-02T14:30:00Z","timeEnd":"0001-01-01T00:00:00Z"}""", 20)]
    [TestCase("""{"timeStart":"2026-03-02T14:30:00Z","timeEnd":"2026-03-02T14:30:00Z"}""", 20)]
    [TestCase("""{"timeStart":"2026-03-02T14:30:00Z","timeEnd":"2027-03-02T14:30:00Z"}""", 20)]
    public async Task PullAsync_NoUsableEnd_IsEstimatedFromTheReason(string item, int minutes)
    {
        var snapshot = await SnapshotAsync(HandlerWith($$"""{"slots":[{{item}}]}"""), TargetOf(("entity", "e1"), ("professional", "c1")));

        var slot = snapshot.Schedules.Single().Slots.Single();
        Assert.That(slot.End - slot.Start, Is.EqualTo(TimeSpan.FromMinutes(minutes)));
        Assert.That(slot.EndEstimated, Is.True);
    }

    [TestCase("Indian/Reunion", "2026-03-02T14:30:00", "2026-03-02T10:30:00Z")]
    [TestCase("", "2026-03-02T14:30:00", "2026-03-02T13:30:00Z")]
    [TestCase("Indian/Reunion", "2026-03-02T14:30:00Z", "2026-03-02T14:30:00Z")]
    public async Task PullAsync_TimeWithoutOffset_BelongsToTheSlotsZone(string zone, string start, string expected)
    {
        var snapshot = await SnapshotAsync(HandlerWith($$"""{"slots":[{"timeStart":"{{start}}","tzId":"{{zone}}"}]}"""));

        Assert.That(snapshot.Schedules.Single().Slots.Single().Start, Is.EqualTo(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public async Task PullAsync_PlaceOverseas_AsksFromItsOwnMidnight()
    {
        var handler = GoodHandler();
        await SnapshotAsync(handler, Target with { Place = new PlaceDetails { Key = "place-1", PostalCode = "97400" } });

        Assert.That(handler.Requests[2].Body, Does.Contain("\"dateStart\":\"2026-03-01T20:00:00.000Z\",\"dateEnd\":\"2026-03-06T20:00:00.000Z\""));
    }

    [Test]
    public async Task PullAsync_OneProfessionalFails_TheOtherIsReadAndNothingIsClosed()
    {
        var handler = GoodHandler().On(static _ => false, static (_, _) => throw new InvalidOperationException());
        handler.Override("/availableSlots", static async (request, cancellationToken) =>
        {
            var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            return body.Contains("00000000c1", StringComparison.Ordinal)
                ? new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError)
                : ScriptedHttpHandler.JsonResponse(SlotList);
        });

        var results = await PullAsync(handler, new ManualTimeProvider(Now));

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { null, HubErrorCode.VendorFailed }));
        Assert.That(results[0].Outcome.Value?.Coverage.Complete, Is.False);
        Assert.That(Slots(results), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task PullAsync_NamedProfessional_OthersAreNotAskedAndTheirSlotsAreOrphans()
    {
        const string Mixed = """
            {"slots":[{"timeStart":"2026-03-02T14:30:00Z","medicalStaffID":"00000000-0000-4000-8000-0000000000C2"},
                      {"timeStart":"2026-03-02T15:30:00Z","medicalStaffID":"00000000-0000-4000-8000-0000000000c1"}]}
            """;
        var handler = HandlerWith(Mixed);

        var snapshot = await SnapshotAsync(handler, TargetOf(("slug", "x"), ("professional", "00000000-0000-4000-8000-0000000000C2")));

        Assert.That(snapshot.Schedules.Single().Slots.Select(static slot => slot.Start), Is.EqualTo(new[] { Utc(2, 14, 30) }));
        Assert.That(snapshot.Tally.Orphans, Is.EqualTo(2));
        Assert.That(handler.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task PullAsync_ProfessionalNotOnTheProfile_IsUnknown()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, TargetOf(("slug", "x"), ("professional", "c9")));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.VendorUnknownTarget));
    }

    [Test]
    public async Task PullAsync_ProfessionalProfile_IsReadFromItsOwnPathAndLinksToTheDirectorysPage()
    {
        var handler = new ScriptedHttpHandler().Json("/v1/professionals/profile/ada", Profile).Json("/reasons", Reasons).Json("/availableSlots", SlotList);
        var page = new Uri("https://booking.example/ada");

        var snapshot = await SnapshotAsync(handler, TargetOf(("professionalSlug", "ada")) with { BookingUrl = page });

        Assert.That(snapshot.Schedules.Single().Slots[0].Kind.BookingUrl, Is.EqualTo(page));
    }

    [Test]
    public async Task PullAsync_KeysMissing_SaysWhichOne()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, TargetOf(), TargetOf(("entity", "e1")), Target with { Place = null });

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.All.EqualTo(HubErrorCode.DirectoryKeyMissing));
        Assert.That(results.Select(static result => result.Outcome.Error?.Detail), Is.EqualTo(new[] { "slug", "professional", "place" }).Using<string, string>(static (detail, key) => detail.Contains($"'{key}'", StringComparison.Ordinal)));
    }

    [Test]
    public async Task PullAsync_TwoTargets_ShareTheCatalogueAnswers()
    {
        var handler = GoodHandler();
        await PullAsync(handler, new ManualTimeProvider(Now), default, Target, Target with { DefaultTypes = SlotTypes.Professional });

        Assert.That(handler.Requests.Count(static request => request.Method == "GET"), Is.EqualTo(2));
        Assert.That(handler.Requests.Count(static request => request.Method == "POST"), Is.EqualTo(6));
    }

    [TestCase("""{"slotMinutes":4}""")]
    [TestCase("""{"slotMinutes":"long"}""")]
    [TestCase("""{"catalogueTtl":"00:00:10"}""")]
    [TestCase("""{"catalogueTtl":"2.00:00:00"}""")]
    [TestCase("""{"maxCalls":0}""")]
    [TestCase("""{"bookingPage":"not an address"}""")]
    [TestCase("""{"bookingPage":"javascript:alert(1)"}""")]
    public void Validate_OptionOutOfBounds_IsAFault(string json)
    {
        using var options = System.Text.Json.JsonDocument.Parse(json);

        Assert.That(Factory.Validate(options.RootElement), Is.Not.Empty);
    }

    private static PullTarget TargetOf(params (string Name, string Value)[] keys) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000001"),
        Place = new PlaceDetails { Key = "place-1" },
        Keys = keys.ToDictionary(static key => key.Name, static key => key.Value),
        DefaultTypes = SlotTypes.Public | SlotTypes.Snp,
    };

    private static DateTimeOffset Utc(int day, int hour, int minute) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    private static ScriptedHttpHandler HandlerWith(string slots) =>
        new ScriptedHttpHandler().Json("/entities/profile/", Profile).Json("/reasons", Reasons).Json("/availableSlots", slots);

    private async Task<Snapshot> SnapshotAsync(HttpMessageHandler handler, params PullTarget[] targets)
    {
        var outcome = (await PullAsync(handler, new ManualTimeProvider(Now), default, targets)).Single().Outcome;
        Assert.That(outcome.Error, Is.Null);
        return outcome.Value ?? throw new InvalidOperationException();
    }
}
