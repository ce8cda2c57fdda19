using System.Net;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Appointments;

/// <summary>Create and update as CONTRACT §4.1 and §4.3 have them, with conditions, repeats, lateness and races.</summary>
[Parallelizable]
internal sealed class WriteAppointmentTests
{
    private PushHub _hub = null!; // Set before any test runs.
    private AppointmentCalls _sut = null!; // Likewise.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _hub = await AppointmentsFixture.HubAsync();
        _sut = new AppointmentCalls(_hub);
    }

    [TestCase("FrAppointmentSAS")]
    [TestCase("sas-sos-appointment")]
    public async Task Post_New_IsCreatedStrictAndReadBack(string profile)
    {
        var told = AppointmentCalls.New(profile: profile);
        told["status"] = "BOOKED";

        var created = await _sut.PostAsync(told);
        var location = created.Headers.Location?.OriginalString ?? string.Empty;
        var read = await _sut.GetAsync(location);

        Assert.That((created.Status, created.Headers.ETag?.ToString(), read.Status), Is.EqualTo((HttpStatusCode.Created, "W/\"1\"", HttpStatusCode.OK)));
        Assert.That(location, Is.EqualTo($"{_hub.Hub.FhirBase}/Appointment/{created.Json.Text("id")}"));
        Assert.That(created.MediaType, Is.EqualTo("application/fhir+json"));
        Assert.That(created.Json.Text("status"), Is.EqualTo("booked"));
        Assert.That(created.Json.At("meta")?.Text("versionId"), Is.EqualTo("1"));
        Assert.That(read.Body, Is.EqualTo(created.Body));
        Assert.That(new FhirValidator(PublishedDefinitions.Load()).Validate(created.Body, ValidationRequest.Default).Issues.Where(static issue => issue.IsError), Is.Empty);
    }

    [Test]
    public async Task Post_PreferMinimal_HasNoBody()
    {
        var created = await _sut.PostAsync(AppointmentCalls.New(), ("Prefer", "return=minimal"));

        Assert.That((created.Status, created.Body.Length, created.Headers.Location is null), Is.EqualTo((HttpStatusCode.Created, 0, false)));
    }

    [Test]
    public async Task Post_Again_IsTheSameOrRefused()
    {
        var told = AppointmentCalls.New();
        var first = await _sut.PostAsync(told);
        var again = await _sut.PostAsync(told);
        told["status"] = "cancelled";
        var other = await _sut.PostAsync(told);

        Assert.That((again.Status, again.Headers.Location), Is.EqualTo((HttpStatusCode.OK, first.Headers.Location)));
        Assert.That(again.Headers.ETag?.ToString(), Is.EqualTo("W/\"1\""));
        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(AppointmentCalls.Issues(other), Is.EqualTo(new[] { ("duplicate", "Appointment.identifier") }));
    }

    [Test]
    public async Task Post_IfNoneExist_ChangesNothingThatIsThere()
    {
        var told = AppointmentCalls.New();
        var first = await _sut.PostAsync(told, ("If-None-Exist", AppointmentCalls.CriterionOf(told)));
        told["status"] = "cancelled";
        var second = await _sut.PostAsync(told, ("If-None-Exist", AppointmentCalls.CriterionOf(told)));
        var mixed = await _sut.PostAsync(told, ("If-None-Exist", "identifier=urn:x|y"));

        Assert.That((first.Status, second.Status, second.Json.Text("status")), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK, "booked")));
        Assert.That(mixed.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [TestCase("cancelled", "cancelled")]
    [TestCase("fulfilled", "fulfilled")]
    [TestCase("no-show", "noshow")]
    public async Task Put_Known_IsUpdatedWithLocation(string told, string expected)
    {
        var appointment = AppointmentCalls.New();
        var created = await _sut.PostAsync(appointment);
        appointment["status"] = told;

        var updated = await _sut.PutAsync(appointment);

        Assert.That((updated.Status, updated.Headers.Location), Is.EqualTo((HttpStatusCode.OK, created.Headers.Location)));
        Assert.That((updated.Headers.ETag?.ToString(), updated.Json.Text("status")), Is.EqualTo(("W/\"2\"", expected)));
    }

    [Test]
    public async Task Put_Unknown_IsCreated()
    {
        var appointment = AppointmentCalls.New();

        var created = await _sut.PutAsync(appointment);
        var again = await _sut.PutAsync(appointment);

        Assert.That((created.Status, created.Headers.Location is null, created.Headers.ETag?.ToString()), Is.EqualTo((HttpStatusCode.Created, false, "W/\"1\"")));
        Assert.That((again.Status, again.Headers.ETag?.ToString()), Is.EqualTo((HttpStatusCode.OK, "W/\"1\"")));
    }

    [TestCase("identifier={0}|{1}")]
    [TestCase("Identifier={0}|{1}")]
    [TestCase("identifier={0}%7C{1}")]
    [TestCase("identifier={0}%7c{1}&_format=json")]
    [TestCase("%69dentifier=%68ttps%3A%2F%2Fvendor.example%2Frdv%7C{1}")]
    [TestCase("identifier={1}")]
    public async Task Put_CriterionInAnyForm_IsUnderstood(string form)
    {
        var appointment = AppointmentCalls.New();
        var query = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, AppointmentCalls.System, AppointmentCalls.ValueOf(appointment));

        var answer = await _sut.SendAsync(HttpMethod.Put, "Appointment?" + query, appointment.ToJsonString());

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("", HttpStatusCode.BadRequest)]
    [TestCase("?identifier=", HttpStatusCode.BadRequest)]
    [TestCase("?identifier=a%7Cb&identifier=a%7Cc", HttpStatusCode.PreconditionFailed)]
    [TestCase("?identifier=a%7Cb&status=booked", HttpStatusCode.BadRequest)]
    [TestCase("?identifier=%00", HttpStatusCode.BadRequest)]
    [TestCase("?identifier=urn:other%7Cb", HttpStatusCode.UnprocessableEntity)]
    public async Task Put_WithoutTheOneCriterion_IsRefused(string query, HttpStatusCode status)
    {
        var answer = await _sut.SendAsync(HttpMethod.Put, "Appointment" + query, AppointmentCalls.New().ToJsonString());

        Assert.That((answer.Status, answer.Type), Is.EqualTo((status, "OperationOutcome")));
    }

    [TestCase("PUT", "Appointment/1")]
    [TestCase("DELETE", "Appointment/1")]
    [TestCase("DELETE", "Appointment?identifier=a%7Cb")]
    [TestCase("PATCH", "Appointment/1")]
    public async Task Send_WhatTheContractHasNot_IsNotAllowed(string method, string path)
    {
        var answer = await _sut.SendAsync(new HttpMethod(method), path, AppointmentCalls.New().ToJsonString());

        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.MethodNotAllowed, "OperationOutcome")));
    }

    [Test]
    public async Task Put_IfMatch_GuardsAgainstWhatTheSenderHasNotSeen()
    {
        var appointment = AppointmentCalls.New();
        var unknown = await _sut.PutAsync(appointment, ("If-Match", "W/\"1\""));
        await _sut.PostAsync(appointment);
        appointment["status"] = "cancelled";
        var first = await _sut.PutAsync(appointment, ("If-Match", "W/\"1\""));
        appointment["status"] = "fulfilled";
        var late = await _sut.PutAsync(appointment, ("If-Match", "\"1\""));
        var malformed = await _sut.PutAsync(appointment, ("If-Match", "two"));

        Assert.That(
            new[] { unknown, first, late, malformed }.Select(static answer => (int)answer.Status),
            Is.EqualTo(new[] { 412, 200, 412, 400 }));
        Assert.That((await _sut.GetAsync("Appointment/" + first.Json.Text("id"))).Json.Text("status"), Is.EqualTo("cancelled"));
    }

    [Test]
    public async Task Put_OnlyIfNew_IsTakenOnce()
    {
        var appointment = AppointmentCalls.New();

        var first = await _sut.PutAsync(appointment, ("If-None-Match", "*"));
        var second = await _sut.PutAsync(appointment, ("If-None-Match", "*"));

        Assert.That((first.Status, second.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.PreconditionFailed)));
    }

    [Test]
    public async Task Put_OlderByTheVendorsOwnWord_ChangesNothing()
    {
        var appointment = AppointmentCalls.New();
        await PutVersionAsync(appointment, 2, "booked");
        await PutVersionAsync(appointment, 10, "cancelled");

        var late = await PutVersionAsync(appointment, 9, "fulfilled");

        Assert.That((late.Status, late.Json.Text("status"), late.Headers.ETag?.ToString()), Is.EqualTo((HttpStatusCode.OK, "cancelled", "W/\"2\"")));
    }

    [Test]
    public async Task Put_SameVersionByIfMatch_IsAppliedWhateverTheMarksSay()
    {
        var appointment = AppointmentCalls.New();
        await PutVersionAsync(appointment, 10, "booked");
        appointment["meta"]!["versionId"] = "3"; // The sample has one.
        appointment["status"] = "cancelled";

        var answer = await _sut.PutAsync(appointment, ("If-Match", "W/\"1\""));

        Assert.That((answer.Status, answer.Json.Text("status")), Is.EqualTo((HttpStatusCode.OK, "cancelled")));
    }

    [Test]
    public async Task Put_ManyAtOnce_MakeOneAppointmentWithEveryVersion()
    {
        var appointment = AppointmentCalls.New();
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(minute =>
        {
            var told = appointment.DeepClone().AsObject();
            told["end"] = $"2026-03-28T10:{minute % 60:00}:{minute / 60:00}.000+01:00";
            return _sut.PutAsync(told);
        }));

        var history = await _sut.GetAsync($"{answers[0].Headers.Location?.OriginalString}/_history?_count=100");
        Assert.That(answers.Count(static answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Select(static answer => answer.Headers.Location?.OriginalString).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers.Select(static answer => answer.Headers.ETag?.Tag), Is.EquivalentTo(Enumerable.Range(1, 64).Select(static version => $"\"{version}\"")));
        Assert.That(history.Resources.Select(static version => version.At("meta")?.Text("versionId")), Is.EqualTo(Enumerable.Range(1, 64).Reverse().Select(static version => $"{version}")));
        Assert.That(history.Resources.Select(static version => version.Text("end")), Is.Unique);
    }

    [Test]
    public async Task Post_ManyAtOnce_CreateOnce()
    {
        var appointment = AppointmentCalls.New();

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _sut.PostAsync(appointment.DeepClone().AsObject())));

        Assert.That(answers.Select(static answer => (int)answer.Status).Order(), Is.EqualTo(Enumerable.Repeat(200, 15).Append(201)));
    }

    [Test]
    public async Task Put_AnotherSendersSystem_IsForbidden()
    {
        var agenda = new AppointmentCalls(_hub, PushHub.Pushes);
        var own = AppointmentCalls.New($"https://agenda.example/{Guid.NewGuid():N}");
        var first = await agenda.PutAsync(own);
        var namelessTakesNames = await _sut.PutAsync(own);
        var otherTakesNameless = await agenda.PutAsync(AppointmentCalls.New());

        Assert.That(new[] { first, namelessTakesNames, otherTakesNameless }.Select(static answer => (int)answer.Status), Is.EqualTo(new[] { 201, 403, 403 }));
        Assert.That(AppointmentCalls.Issues(namelessTakesNames), Is.EqualTo(new[] { ("forbidden", "Appointment.identifier[0].system") }));
    }

    [Test]
    public async Task Put_SystemThatTheConfigurationGivesAway_IsThatVendorsAlone()
    {
        var told = AppointmentCalls.New(PushHub.SystemOfPolled);

        var nameless = await _sut.PutAsync(told);
        var other = await new AppointmentCalls(_hub, PushHub.Pushes).PutAsync(told);
        var owner = await new AppointmentCalls(_hub, PushHub.Polled).PutAsync(told);

        Assert.That(new[] { nameless, other, owner }.Select(static answer => (int)answer.Status), Is.EqualTo(new[] { 403, 403, 201 }));
    }

    [TestCase("urn:oid:1.2.250.1.213.3.6")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.2")]
    public async Task Put_SystemOfThePlatformOrTheState_IsNobodys(string system) =>
        Assert.That((await _sut.PutAsync(AppointmentCalls.New(system))).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [TestCase("nobody", HttpStatusCode.Unauthorized)]
    [TestCase(PushHub.Off, HttpStatusCode.Forbidden)]
    public async Task Send_VendorUnknownOrSwitchedOff_IsRefused(string vendor, HttpStatusCode status)
    {
        var calls = new AppointmentCalls(_hub, vendor);

        var answers = new[]
        {
            await calls.PostAsync(AppointmentCalls.New()),
            await calls.PutAsync(AppointmentCalls.New()),
            await calls.SendAsync(HttpMethod.Put, "Appointment", "{"),
            await calls.GetAsync("Appointment"),
            await calls.GetAsync($"Appointment/{new string('0', 32)}"),
        };

        Assert.That(answers.Select(static answer => (answer.Status, answer.Type)), Has.All.EqualTo((status, "OperationOutcome")));
    }

    private Task<Answer> PutVersionAsync(JsonObject appointment, int version, string status)
    {
        var told = appointment.DeepClone().AsObject();
        told["meta"]!["versionId"] = $"{version}"; // The sample has one.
        told["status"] = status;
        return _sut.PutAsync(told);
    }
}
