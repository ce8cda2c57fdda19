using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Scenarios.Tests.Appointments;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>What one vendor tries on another's data: it learns nothing, and changes nothing.</summary>
internal sealed class ForeignDataTests
{
    private const string Fhir = "application/fhir+json";
    private const string Thief = "vendor-a";
    private AccessHub _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await AccessFixture.HubAsync();

    [Test]
    public async Task Get_AnythingThatNamesAnothersData_TellsNothing()
    {
        var b = _sut.B;
        var cursor = (await _sut.SendAsync("platform", "GET", "v1/orientations?count=1")).Json.Text("next");
        var next = (await _sut.SendAsync("platform", "GET", $"fhir/Appointment?identifier={Tenant.Value}&_count=1")).Json.Items("link").Single(static link => link.Text("relation") == "next").Text("url") ?? string.Empty;
        Assert.That(cursor, Is.Not.Null);
        string[] addresses =
        [
            $"fhir/Appointment?_id={b.Appointment}&_summary=count",
            $"fhir/Appointment?_lastUpdated=ge2000-01-01&_count=500&_total=accurate",
            "fhir/Appointment?date=ge2000-01-01&_sort=-date",
            $"fhir/Appointment/{b.Appointment}/_history?_since=2000-01-01T00:00:00Z",
            $"fhir/Appointment/{b.Appointment}/_history/99",
            new Uri(next).PathAndQuery.TrimStart('/'),
            $"v1/orientations?after={cursor}",
            "v1/orientations?format=csv",
            "v1/orientations?format=ndjson",
            $"v1/orientations?format=csv&owner={b.Practitioner}",
            "v1/regulators/00000000000000000000000000000000/deliveries",
            $"fhir/{SosSearch(b)}",
            $"fhir/{SlotSearchUrl.Of(_sut.Hub.Now, _sut.Hub.Now.AddDays(3), b.Practitioner.ToString())}&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization",
            $"fhir/Slot?_id={b.Slot}&_bad",
            $"fhir/Organization/{b.Finess}",
            $"fhir/Schedule/{b.PlaceOfAssociation}",
            "admin/vendors/third",
        ];
        foreach (var address in addresses)
        {
            var plain = await _sut.SendAsync(Thief, "GET", address);
            var fresh = await _sut.SendAsync(Thief, "GET", address, null, ("Cache-Control", "no-cache"));
            var strict = await _sut.SendAsync(Thief, "GET", address, null, ("Prefer", "handling=strict"), ("If-None-Match", "*"));
            foreach (var answer in new[] { plain, fresh, strict })
            {
                Assert.That(AccessHub.TextOf(answer), Does.Not.Contain(b.Mark).IgnoreCase, address);
                Assert.That((int)answer.Status, Is.LessThan(500), address);
            }
        }
    }

    [TestCase("fhir/Slot/{0}")]
    [TestCase("fhir/Schedule/{1}")]
    [TestCase("fhir/Practitioner/{2}")]
    [TestCase("fhir/PractitionerRole/{1}")]
    [TestCase("fhir/Appointment/{3}")]
    [TestCase("fhir/Appointment/{3}/_history")]
    [TestCase("v1/orientations/{4}")]
    [TestCase("admin/vendors/{5}")]
    public async Task Get_AnothersData_IsAnsweredAsWhatThereIsNot(string address)
    {
        var b = _sut.B;
        var unknown = address.Contains("{1}", StringComparison.Ordinal) ? b.PlaceOfPractitioner[..^1] + "0" : null;
        var foreign = await _sut.SendAsync(Thief, "GET", string.Format(CultureInfo.InvariantCulture, address, b.Slot, b.PlaceOfPractitioner, b.Practitioner, b.Appointment, b.Orientation, b.Id));
        var none = await _sut.SendAsync(Thief, "GET", string.Format(
            CultureInfo.InvariantCulture,
            address,
            $"{b.Practitioner}-0000000000000000",
            unknown,
            MockVendors.Sandbox.CheckDigits.Practitioner(9_999),
            new string('0', 32),
            new string('0', 32),
            "nobody"));

        Assert.That(foreign.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Timeless(foreign), Is.EqualTo(Timeless(none)));
    }

    [Test]
    public async Task Search_AnothersPractitioner_IsAnsweredAsOneNobodyKnows()
    {
        var now = _sut.Hub.Now;
        var (foreign, nobody) = (_sut.B.Practitioner.ToString(), MockVendors.Sandbox.CheckDigits.Practitioner(9_998));
        var (told, none) = (await _sut.SendAsync(Thief, "GET", "fhir/" + SlotSearchUrl.Of(now, now.AddDays(3), foreign)), await _sut.SendAsync(Thief, "GET", "fhir/" + SlotSearchUrl.Of(now, now.AddDays(3), nobody)));

        Assert.That((told.Headers.ETag, told.ContentHeaders.LastModified, told.Headers.Age), Is.EqualTo((none.Headers.ETag, none.ContentHeaders.LastModified, none.Headers.Age)));
        Assert.That((told.Json.At("total")?.GetInt32(), told.Entries), Is.EqualTo(((int?)0, Array.Empty<object>())));
    }

    [Test]
    public async Task Search_SharedPractitioner_CountsAndShowsOwnSlotsAlone()
    {
        var now = _sut.Hub.Now;
        var search = "fhir/" + SlotSearchUrl.Of(now, now.AddDays(3), Tenant.Shared.ToString());

        var (a, b, all) = (await _sut.SendAsync("vendor-a", "GET", search), await _sut.SendAsync("vendor-b", "GET", search), await _sut.SendAsync("tester", "GET", search));

        Assert.That((a.OfType("Slot").Count, b.OfType("Slot").Count), Is.EqualTo((2, 2)));
        Assert.That(all.OfType("Slot"), Has.Count.GreaterThan(2));
        Assert.That(a.Headers.ETag, Is.Not.EqualTo(all.Headers.ETag).And.Not.EqualTo(b.Headers.ETag));
    }

    [Test]
    public async Task Get_AccountThatTheVendorIsNotToHave_IsUnknown()
    {
        var own = await _sut.SendAsync(Thief, "GET", $"v1/regulators/{_sut.Account}/deliveries");

        Assert.That(own.Json.Items("deliveries").Select(static delivery => delivery.Text("vendor")), Is.EqualTo(new[] { Tenant.IdOfA }));
        Assert.That(own.Json.EnumerateObject().Select(static member => member.Name), Is.EquivalentTo(new[] { "id", "version", "active", "deliveries" }));
    }

    [Test]
    public async Task Write_AnothersAppointment_ChangesNothing()
    {
        var b = _sut.B;
        var before = await StateAsync();
        var told = AccessHub.AppointmentOf(b.System, Tenant.Value);
        told["status"] = "cancelled";
        var (body, criterion) = ((Fhir, told.ToJsonString()), AppointmentCalls.CriterionOf(told));
        Answer[] answers =
        [
            await _sut.SendAsync(Thief, "PUT", $"fhir/Appointment?{criterion}", body),
            await _sut.SendAsync(Thief, "PUT", $"fhir/Appointment?{criterion}", body, ("If-Match", "W/\"1\"")),
            await _sut.SendAsync(Thief, "PUT", $"fhir/Appointment?{criterion}", body, ("If-Match", "W/\"9\"")),
            await _sut.SendAsync(Thief, "PUT", $"fhir/Appointment?{criterion}", body, ("If-None-Match", "*")),
            await _sut.SendAsync(Thief, "POST", "fhir/Appointment", body),
            await _sut.SendAsync(Thief, "POST", "fhir/Appointment", body, ("If-None-Exist", criterion)),
            await _sut.SendAsync(Thief, "PUT", $"fhir/Appointment?identifier={Tenant.Value}", body),
        ];

        Assert.That(answers.Select(static answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answers.Select(AccessHub.TextOf), Is.All.Not.Contains(b.Mark).And.All.Not.Contains(b.Appointment).And.All.Not.Contains("ETag"));
        Assert.That(answers.Select(Timeless).Distinct().Count(), Is.EqualTo(1), "No condition tells whether there is such an appointment.");
        Assert.That(await StateAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Write_SystemThatAnotherUsedFirst_IsForbiddenWhetherTheValueExistsOrNot()
    {
        var answers = new List<Answer>();
        foreach (var value in new[] { Tenant.Value, "never-used" })
        {
            var told = AccessHub.AppointmentOf(_sut.A.System, value);
            answers.Add(await _sut.SendAsync("vendor-b", "PUT", $"fhir/Appointment?{AppointmentCalls.CriterionOf(told)}", (Fhir, told.ToJsonString())));
        }

        Assert.That(answers.Select(static answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(Timeless(answers[0]), Is.EqualTo(Timeless(answers[1])));
    }

    [Test]
    public async Task Push_OfAnothersPractitioner_ClosesNoneOfItsSlots()
    {
        var before = await SlotsOfAsync(_sut.B.Contested.ToString());
        var agenda = new PushedAgenda(_sut.B.Contested.ToString());
        var horizon = new Contracts.Fhir.Period { Start = new Contracts.Fhir.FhirDateTime(_sut.Hub.Now), End = new Contracts.Fhir.FhirDateTime(_sut.Hub.Now.AddDays(30)) };
        var bundle = FhirJson.ToUtf8(PushHub.BundleOf(agenda.Empty(horizon), "collection"));

        var answer = await _sut.SendAsync(Thief, "POST", "fhir", (Fhir, System.Text.Encoding.UTF8.GetString(bundle)));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), AccessHub.TextOf(answer));
        Assert.That(AccessHub.TextOf(answer), Does.Contain("0 closed").And.Not.Contain(_sut.B.Mark));
        Assert.That(await SlotsOfAsync(_sut.B.Contested.ToString()), Is.EqualTo(before));
    }

    [Test]
    public async Task Put_AppointmentAtATimeOfAnother_LeavesItsSlots()
    {
        var before = await SlotsOfAsync(_sut.B.Contested.ToString());
        var start = _sut.Hub.Resolve<Hub.Availability.IAvailabilityReader>().Find(_sut.B.Contested)?.Lanes.First(lane => lane.Vendor.VendorId == _sut.B.Id).Slots[0].Start ?? 0;
        var told = AccessHub.AppointmentOf(_sut.A.System, "squatter");
        told["participant"]![0]!["actor"]!["identifier"]!["value"] = _sut.B.Contested.ToString(); // The sample has one.
        (told["start"], told["end"]) = (Text(Hub.Availability.SlotClock.ToInstant(start)), Text(Hub.Availability.SlotClock.ToInstant(start).AddMinutes(15)));

        var answer = await _sut.SendAsync(Thief, "POST", "fhir/Appointment", (Fhir, told.ToJsonString()));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), AccessHub.TextOf(answer));
        Assert.That(await SlotsOfAsync(_sut.B.Contested.ToString()), Is.EqualTo(before).And.Not.Empty);
    }

    [Test]
    public async Task Post_HoldAndBook_AreNotForVendors()
    {
        var question = new JsonObject { ["resourceType"] = "Parameters", ["parameter"] = new JsonArray([.. Booking.BookingHub.OfSlot($"Slot/{_sut.B.Slot}")]) };
        foreach (var operation in new[] { "$hold", "$book", "%24book", "$book/" })
        {
            var answer = await _sut.SendAsync(Thief, "POST", $"fhir/Appointment/{operation}", (Fhir, question.ToJsonString()));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden), operation);
        }

        Assert.That(await SlotsOfAsync(_sut.B.Practitioner.ToString()), Is.Not.Empty);
    }

    [Test]
    public async Task Post_SameIdempotencyKeyByTwoCallers_AreTwoRequests()
    {
        const string Act = """{"kind":"InAddition","regulator":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"3990000581/99000343"},"owner":"810990000019"}""";
        var (mine, others) = (Act, Act.Replace("810990000019", _sut.A.Practitioner.ToString(), StringComparison.Ordinal));

        var first = await _sut.SendAsync("platform", "POST", "v1/orientations", ("application/json", mine), ("Idempotency-Key", "k"));
        var again = await _sut.SendAsync("platform", "POST", "v1/orientations", ("application/json", mine), ("Idempotency-Key", "k"));
        var other = await _sut.SendAsync("everything", "POST", "v1/orientations", ("application/json", others), ("Idempotency-Key", "k"));

        Assert.That((first.Status, again.Status, other.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.Created)));
        Assert.That(again.Json.Text("id"), Is.EqualTo(first.Json.Text("id")).And.Not.EqualTo(other.Json.Text("id")));
    }

    private static string SosSearch(Tenant tenant) =>
        "Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization&_has:Slot:schedule:start=ge2026-03-02"
        + $"&_has:Slot:schedule:start=le2026-04-30&_has:Slot:schedule:status=free&actor:Location.organization.identifier={tenant.Association}";

    // What differs between any two answers.
    private static string Timeless(Answer answer) =>
        string.Join('\n', AccessHub.TextOf(answer).Split('\n').Where(static line => !line.StartsWith("Date:", StringComparison.Ordinal) && !line.StartsWith("X-Request-Id:", StringComparison.OrdinalIgnoreCase)));

    private async Task<string> SlotsOfAsync(string practitioner)
    {
        var now = _sut.Hub.Now;
        var answer = await _sut.SendAsync("vendor-b", "GET", "fhir/" + SlotSearchUrl.Of(now, now.AddDays(3), practitioner));
        return string.Join('\n', answer.OfType("Slot").Select(static slot => slot.GetRawText()));
    }

    /// <summary>Everything that the hub keeps of the other vendor's appointments and slots, as that vendor sees it.</summary>
    private async Task<string> StateAsync()
    {
        var history = await _sut.SendAsync("vendor-b", "GET", $"fhir/Appointment/{_sut.B.Appointment}/_history");
        return string.Join('\n', history.Entries.Select(static entry => entry.GetRawText())) + await SlotsOfAsync(_sut.B.Practitioner.ToString());
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
