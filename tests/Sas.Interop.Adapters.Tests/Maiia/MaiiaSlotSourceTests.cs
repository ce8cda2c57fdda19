using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Maiia;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Maiia;

[Parallelizable(ParallelScope.All)]
internal sealed class MaiiaSlotSourceTests : AdapterContract
{
    private const string Center = "64f00000000000000000c001";
    private const string Doctor = "64f00000000000000000b001";
    private const string Colleague = "64f00000000000000000b002";

    private const string Reasons = """
        {"items":[
          {"id":"64f00000000000000000e001","name":"Consultation / suivi (adulte + enfant)","position":1,"consultationType":"PHYSICAL","patientLimitation":"PUBLIC","injectionType":"NONE"},
          {"id":"64f00000000000000000e002","name":"Consultation / suivi (adulte +  enfant)","position":2,"consultationType":"PHYSICAL_OR_TELECONSULTATION"},
          {"id":"64f00000000000000000e003","name":"Patients connus","position":3,"consultationType":"PHYSICAL","patientLimitation":"KNOWN_PATIENTS"}],"total":3}
        """;

    private const string Next = """{"availabilityCount":1,"closestPhysicalAvailability":{"startDateTime":"2026-03-05T08:00:00.000Z"},"firstPhysicalStartDateTime":"2026-03-05T08:00:00.000Z"}""";

    private static readonly string First = "consultationReasonName=Consultation%20%2F%20suivi%20%28adulte%20%2B%20enfant%29&";
    private static readonly string Second = "consultationReasonName=Consultation%20%2F%20suivi%20%28adulte%20%2B%20%20enfant%29&";

    protected override IVendorAdapterFactory Factory { get; } = new MaiiaAdapterFactory();

    protected override PullTarget Target => TargetOf(("practitioner", Doctor), ("page", "/medecin-generaliste/42000-saint-etienne/cabinet des essais"));

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers =>
    [
        ("consultation-reason-hcd", Reasons),
        ("availability-closests?", Next),
        (First, List(Item("03T08:20", "03T08:40"), Item("03T08:00", "03T08:20"), Item("03T08:00", "03T08:20", Colleague))),
        (Second + "from=2026-03-02", List()),
        (Second + "from=2026-03-05", List(Item("05T08:00", "05T08:20"), Item("05T08:20", "05T08:30"))),
    ];

    [Test]
    public async Task PullAsync_GoodAnswers_GivesTheExpectedSlots()
    {
        var handler = GoodHandler();
        var snapshot = await OneAsync(handler);
        var slots = snapshot.Schedules.Single().Slots;

        Assert.That(slots.Select(static slot => (slot.Start.ToString("dd HH:mm zzz", CultureInfo.InvariantCulture), (slot.End - slot.Start).TotalMinutes, slot.EndEstimated, slot.VendorKey)), Is.EqualTo(new[]
        {
            ("03 08:00 +00:00", 20d, false, (string?)null), ("03 08:20 +00:00", 20d, false, null), ("05 08:00 +00:00", 20d, false, null), ("05 08:20 +00:00", 10d, false, null),
        }));
        Assert.That(slots.Select(static slot => slot.Kind.Consultations), Is.EqualTo(new[]
        {
            ConsultationTypes.Ambulatory, ConsultationTypes.Ambulatory, ConsultationTypes.Ambulatory | ConsultationTypes.Virtual, ConsultationTypes.Ambulatory | ConsultationTypes.Virtual,
        }));
        Assert.That(slots[0].Kind.BookingUrl?.AbsoluteUri, Is.EqualTo("https://www.maiia.com/medecin-generaliste/42000-saint-etienne/cabinet%20des%20essais?centerid=" + Center));
        Assert.That(slots[0].Kind.Reasons, Is.EqualTo(new[] { "Consultation / suivi (adulte + enfant)" }));
        Assert.That(snapshot.Tally, Is.EqualTo(new SnapshotTally(0, 0, 0, 1)));
        Assert.That(snapshot.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Window, true)));
        Assert.That(handler.Requests.Select(static request => request.Url).ElementAt(1), Is.EqualTo(
            $"https://vendor.example/api/pat-public/availabilities?centerId={Center}&{First}from=2026-03-02T06:00:00Z&to=2026-03-06T06:00:00Z&limit=1000&page=0&size=1000"));
        Assert.That(handler.Requests.Any(static request => request.Url.Contains("connus", StringComparison.Ordinal)), Is.False);
    }

    [Test]
    public async Task PullAsync_SeveralPages_ReadsUntilAShortOne()
    {
        var all = Enumerable.Range(0, 25).Select(static minute => Item($"03T09:{minute:00}", $"03T09:{minute + 1:00}")).ToArray();
        var handler = Paged(all, 10);
        var snapshot = await OneAsync(handler, """{"pageSize":10,"askNextDate":false}""");

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(25));
        Assert.That(snapshot.Coverage.Complete, Is.True);
        Assert.That(handler.Requests.Count(static request => request.Url.Contains("availabilities", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public async Task PullAsync_ServerCapsTheLimit_FollowsItsTotal()
    {
        var all = Enumerable.Range(0, 25).Select(static minute => Item($"03T09:{minute:00}", $"03T09:{minute + 1:00}")).ToArray();
        var snapshot = await OneAsync(Paged(all, 10), """{"askNextDate":false}""");

        Assert.That((snapshot.Schedules.Single().Slots.Count, snapshot.Coverage.Complete), Is.EqualTo((25, true)));
    }

    [Test]
    public async Task PullAsync_ServerDoesNotPage_ReadsTheListOnce()
    {
        var all = Enumerable.Range(0, 25).Select(static minute => Item($"03T09:{minute:00}", $"03T09:{minute + 1:00}")).ToArray();
        var handler = OneReason().Json("availabilities?", List(all));
        var snapshot = await OneAsync(handler, """{"pageSize":10}""");

        Assert.That((snapshot.Schedules.Single().Slots.Count, snapshot.Coverage.Complete, snapshot.Tally.Duplicates), Is.EqualTo((25, true, 0)));
        Assert.That(handler.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task PullAsync_EndlessPages_StopsAndIsIncomplete()
    {
        var handler = OneReason();
        var number = 0;
        handler.On(static request => request.RequestUri?.AbsolutePath.EndsWith("availabilities", StringComparison.Ordinal) == true, (_, _) =>
        {
            var page = Enumerable.Range(0, 10).Select(_ => Item($"03T{number / 60:00}:{number % 60:00}", $"03T{number / 60:00}:{number++ % 60:00}:30")).ToArray();
            return Task.FromResult(ScriptedHttpHandler.JsonResponse($$"""{"items":[{{string.Join(',', page)}}]}"""));
        });
        var snapshot = await OneAsync(handler, """{"pageSize":10,"maxPages":4}""");

        Assert.That((snapshot.Schedules.Single().Slots.Count, snapshot.Coverage.Complete), Is.EqualTo((40, false)));
    }

    [Test]
    public async Task PullAsync_FaultInTheMiddleOfPaging_IsIncompleteAndTold()
    {
        var all = Enumerable.Range(0, 25).Select(static minute => Item($"03T09:{minute:00}", $"03T09:{minute + 1:00}")).ToArray();
        var handler = Paged(all, 10).Override("page=1&", static (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StringContent("<html>") }));
        await using var adapter = Create(handler, """{"pageSize":10}""");
        var results = await CollectAsync(adapter, Target);

        Assert.That(results.Select(static result => result.Outcome.Error?.Code), Is.EqualTo(new HubErrorCode?[] { null, HubErrorCode.VendorBlocked }));
        Assert.That((results[0].Outcome.Value?.Coverage.Complete, results[0].Outcome.Value?.Schedules.Single().Slots.Count), Is.EqualTo(((bool?)false, (int?)10)));
    }

    [Test]
    public async Task PullAsync_NothingNowOneLater_TellsTheNextDateOnly()
    {
        var handler = OneReason().Json("availabilities?", List()).Json("availability-closests", """{"firstPhysicalStartDateTime":"2026-04-01"}""");
        var snapshot = await OneAsync(handler);

        Assert.That((snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count), Is.EqualTo((true, 0)));
        Assert.That(snapshot.NextAvailable, Is.EqualTo(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(2))));
    }

    [Test]
    public async Task PullAsync_NothingAtAll_IsCompleteAndEmpty()
    {
        var handler = OneReason().Json("availabilities?", List()).Json("availability-closests", "{}");
        var snapshot = await OneAsync(handler);

        Assert.That((snapshot.Coverage.Complete, snapshot.Schedules.Single().Slots.Count, snapshot.NextAvailable), Is.EqualTo((true, 0, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task PullAsync_WholeCenterAsOwner_KeepsSlotsOfEachPractitionerApart()
    {
        var handler = OneReason().Json("availabilities?", List(Item("03T08:00", "03T08:20"), Item("03T08:00", "03T08:20", Colleague), Item("03T08:00", "03T08:20")));
        var results = await PullAsync(handler, new ManualTimeProvider(Now), default, TargetOf());
        var snapshot = results.Single().Outcome.Value;

        Assert.That(snapshot?.Schedules.Single().Slots.Select(static slot => slot.VendorKey), Is.EqualTo(new[] { Doctor, Colleague }));
        Assert.That(snapshot?.Tally, Is.EqualTo(new SnapshotTally(0, 0, 1, 0)));
    }

    [Test]
    public async Task PullAsync_SlotOfAnotherCenter_IsAnOrphan()
    {
        var other = Item("03T08:00", "03T08:20").Replace(Center, "64f00000000000000000c009", StringComparison.Ordinal);
        var snapshot = await OneAsync(OneReason().Json("availabilities?", List(other, Item("03T09:00", "03T09:20"))));

        Assert.That((snapshot.Schedules.Single().Slots.Count, snapshot.Tally.Orphans), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task PullAsync_CenterKnownByItsSiret_KeepsItsSlots()
    {
        var target = TargetOf(("center", "12345678900011"));
        var results = await PullAsync(OneReason().Json("availabilities?", List(Item("03T08:00", "03T08:20"))), new ManualTimeProvider(Now), default, target);

        Assert.That(Slots(results), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task PullAsync_SelectById_NamesReasonAndPractitioner()
    {
        var handler = new ScriptedHttpHandler().Json("consultation-reason-hcd", Reasons).Json("availabilities?", List(Item("03T08:00", "03T08:20")));
        await OneAsync(handler, """{"selectById":true}""");

        Assert.That(handler.Requests[1].Url, Does.Contain($"centerId={Center}&consultationReasonId=64f00000000000000000e001&practitionerId={Doctor}&from="));
    }

    [TestCase("""{"startDateTime":null,"endDateTime":"2026-03-03T09:00:00Z"}""")]
    [TestCase("{}")]
    [TestCase("""{"startDateTime":"2026-03-03","endDateTime":"2026-03-03"}""")]
    [TestCase("""{"startDateTime":"2026-03-03T09:00:00Z","endDateTime":"2026-03-03T09:00:00Z"}""")]
    [TestCase("""{"startDateTime":"9999-12-31T23:59:59Z","endDateTime":"x"}""")]
    public async Task PullAsync_UnreadableItem_IsDroppedAndCounted(string item)
    {
        var snapshot = await OneAsync(OneReason().Json("availabilities?", List(item, Item("03T08:00", "03T08:20"))));

        Assert.That((snapshot.Tally.Unreadable, snapshot.Schedules.Single().Slots.Count, snapshot.Coverage.Complete), Is.EqualTo((1, 1, true)));
    }

    [TestCase("""{"items":[{"startDateTime":12}],"total":1}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"items":[[]],"total":1}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("""{"items":{},"total":0}""", HubErrorCode.VendorInvalidValue)]
    [TestCase("{}", HubErrorCode.VendorMalformed)]
    [TestCase("[]", HubErrorCode.VendorMalformed)]
    public async Task PullAsync_WrongShape_FailsTheTarget(string answer, HubErrorCode expected)
    {
        var results = await PullAsync(OneReason().Json("availabilities?", answer), new ManualTimeProvider(Now));

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(expected));
    }

    [Test]
    public async Task PullAsync_NoCenterKey_IsTold()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, Target with { Keys = new Dictionary<string, string> { ["practitioner"] = Doctor } });

        Assert.That(results.Single().Outcome.Error, Is.EqualTo(new HubError(HubErrorCode.DirectoryKeyMissing, "The directory gives no 'center' for this owner and place.")));
    }

    [Test]
    public void PullAsync_AnySplitIntoPages_GivesTheSameSlots() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 59)).ToArbitrary(), Gen.Choose(10, 30).ToArbitrary(), (minutes, size) =>
        {
            var items = minutes.Distinct().Select(static minute => Item($"03T09:{minute:00}", $"03T09:{minute:00}:30")).ToArray();
            var whole = Slots(Finish(PullAsync(OneReason().Json("availability-closests", "{}").Json("availabilities?", List(items)), new ManualTimeProvider(Now))));
            var pages = Slots(Finish(PullAsync(Paged(items, size).Json("availability-closests", "{}"), new ManualTimeProvider(Now))));

            return whole.SequenceEqual(pages) && whole.Count == items.Length;
        }).QuickCheckThrowOnFailure();

    [Test]
    public async Task PullAsync_RecordedPage_HoldsTheDocumentedCount()
    {
        var reasons = RecordedFolder.Read("maiia", "consultation-reason-hcd.json");
        var slots = RecordedFolder.Read("maiia", "availabilities.json");
        var handler = new ScriptedHttpHandler().Json("consultation-reason-hcd", reasons).Json("availabilities?", slots);
        var start = new DateTimeOffset(2021, 5, 13, 0, 0, 0, TimeSpan.Zero);
        await using var adapter = Factory.Create(Context(handler, new ManualTimeProvider(start)) with { Limits = new VendorLimits { RequestsPerSecond = 1000 } });
        var target = TargetOf(("center", "5ffc744c68dedf073a5b87a2"), ("practitioner", "603686bc587c432e366d0b40"));
        var results = await CollectAsync(adapter, target, new TimeWindow(start, start.AddDays(16)));

        // Ten reasons of one agenda give the same page: every time is one slot, all other mentions are duplicates.
        Assert.That(Slots(results), Has.Count.EqualTo(798));
        Assert.That(results.Single().Outcome.Value?.Tally, Is.EqualTo(new SnapshotTally(0, 0, 9 * 798, 0)));
        Assert.That(results.Single().Outcome.Value?.Coverage.Complete, Is.True);
    }

    [TestCase("""{"pageSize":0}""")]
    [TestCase("""{"slotMinutes":241}""")]
    [TestCase("""{"catalogueTtl":"00:00:59"}""")]
    [TestCase("""{"publicBaseUrl":"ftp://pages.example/"}""")]
    [TestCase("""{"patientLimitations":[]}""")]
    public void Validate_OutOfBounds_IsAFault(string options)
    {
        using var document = System.Text.Json.JsonDocument.Parse(options);

        Assert.That(Factory.Validate(document.RootElement), Is.Not.Empty);
    }

    private static IReadOnlyList<PullResult> Finish(Task<IReadOnlyList<PullResult>> pull)
    {
        Assert.That(pull.IsCompletedSuccessfully, Is.True, "The script answers at once.");
        return pull.GetAwaiter().GetResult();
    }

    private static string List(params string[] items) => $$"""{"items":[{{string.Join(',', items)}}],"total":{{items.Length}} }""";

    private static string Item(string start, string end, string practitioner = Doctor) => $$"""
        {"id":"64f0{{Math.Abs(start.GetHashCode(StringComparison.Ordinal)):00000000000000000000}}","practitionerId":"{{practitioner}}","centerId":"{{Center}}","timeSlotId":"64f00000000000000000d001",
        "startDateTime":"2026-03-{{Time(start)}}Z","endDateTime":"2026-03-{{Time(end)}}Z","percentageNewPatient":50.0,"usedResource":[],"substitute":{} }
        """;

    private static string Time(string text) => text.Length == 8 ? text + ":00.000" : text + ".000";

    private static ScriptedHttpHandler OneReason() =>
        new ScriptedHttpHandler().Json("consultation-reason-hcd", """{"items":[{"id":"64f00000000000000000e001","name":"Consultation","consultationType":"PHYSICAL","patientLimitation":"PUBLIC"}],"total":1}""");

    private static ScriptedHttpHandler Paged(string[] items, int size)
    {
        var handler = OneReason();
        for (var page = 0; page * size <= items.Length; page++)
        {
            var part = items.Skip(page * size).Take(size);
            handler.Json($"&page={page}&", $$"""{"items":[{{string.Join(',', part)}}],"total":{{items.Length}} }""");
        }

        return handler;
    }

    private static PullTarget TargetOf(params (string Name, string Value)[] keys) => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "899900000002"),
        Place = new PlaceDetails { Key = "place-1", PostalCode = "42000" },
        Keys = new[] { ("center", Center) }.Concat(keys).GroupBy(static key => key.Item1).ToDictionary(static key => key.Key, static key => key.Last().Item2),
    };

    private IVendorAdapter Create(HttpMessageHandler handler, string options)
    {
        using var document = System.Text.Json.JsonDocument.Parse(options);
        Assert.That(Factory.Validate(document.RootElement), Is.Empty);
        return Factory.Create(Context(handler, new ManualTimeProvider(Now)) with { Options = document.RootElement.Clone() });
    }

    private Task<IReadOnlyList<PullResult>> CollectAsync(IVendorAdapter adapter, PullTarget target, TimeWindow? window = null) =>
        adapter.CollectAsync(new PullRequest([target], window ?? Window));

    private async Task<Snapshot> OneAsync(HttpMessageHandler handler, string options = "{}")
    {
        await using var adapter = Create(handler, options);
        var results = await CollectAsync(adapter, Target);
        Assert.That(results.Single().Outcome.Error, Is.Null);
        return results.Single().Outcome.Value!; // No failure, hence a snapshot.
    }
}
