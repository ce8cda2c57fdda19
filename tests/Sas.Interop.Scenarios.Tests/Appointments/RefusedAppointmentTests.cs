using System.Net;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Push;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Appointments;

/// <summary>Malformed is 400, against a rule is 422, always with an OperationOutcome, and nothing of it is kept or said again.</summary>
[Parallelizable]
internal sealed class RefusedAppointmentTests
{
    private const string Secret = "Zénobie MARTIGNAC";
    private PushHub _hub = null!; // Set before any test runs.
    private AppointmentCalls _sut = null!; // Likewise.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _hub = await AppointmentsFixture.HubAsync();
        _sut = new AppointmentCalls(_hub);
    }

    [TestCase("identifier", "required")]
    [TestCase("status", "required")]
    [TestCase("start", "required")]
    [TestCase("end", "required")]
    [TestCase("participant", "required")]
    [TestCase("extension", "required")]
    public async Task Post_MandatoryElementMissing_IsMalformed(string element, string code)
    {
        var told = AppointmentCalls.New();
        told.Remove(element);

        var answer = await _sut.PostAsync(told);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var (issue, at) = AppointmentCalls.Issues(answer).Single();
        Assert.That(issue, Is.EqualTo(code));
        Assert.That(at, Does.StartWith("Appointment." + element));
    }

    [TestCase("start", "2026-03-28T09:00:00")]
    [TestCase("start", "2026-03-28")]
    [TestCase("end", "tomorrow")]
    [TestCase("created", "yesterday")]
    [TestCase("status", "perhaps")]
    public async Task Post_ValueOfAnotherForm_IsMalformed(string element, string value)
    {
        var told = AppointmentCalls.New();
        told[element] = value;

        var answer = await _sut.PostAsync(told);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(AppointmentCalls.Issues(answer)[0].At, Is.EqualTo("Appointment." + element));
    }

    [TestCase("status", "arrived")]
    [TestCase("end", "2026-03-28T08:00:00+01:00")]
    public async Task Post_AgainstARule_IsUnprocessable(string element, string value)
    {
        var told = AppointmentCalls.New();
        told[element] = value;

        var answer = await _sut.PostAsync(told);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(AppointmentCalls.Issues(answer), Is.EqualTo(new[] { ("business-rule", "Appointment." + element) }));
    }

    [TestCase("comment")]
    [TestCase("description")]
    [TestCase("patientInstruction")]
    public async Task Post_FreeText_IsRefusedByNameAndNotSaidAgain(string element)
    {
        var told = AppointmentCalls.New();
        told[element] = Secret;

        var answer = await _sut.PostAsync(told);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(AppointmentCalls.Issues(answer), Does.Contain(("suppressed", "Appointment." + element)));
        Assert.That(System.Text.Encoding.UTF8.GetString(answer.Body), Does.Not.Contain("MARTIGNAC"));
        Assert.That((await _sut.GetAsync("Appointment?" + AppointmentCalls.CriterionOf(told))).Entries, Is.Empty);
    }

    [Test]
    public async Task Post_PatientAmongTheParticipants_IsRefused()
    {
        var told = AppointmentCalls.New();
        told["participant"]!.AsArray().Add(new JsonObject { ["actor"] = new JsonObject { ["reference"] = $"Patient/{PlantedPerson.Word}" }, ["status"] = "accepted" }); // The sample has one.

        var answer = await _sut.PostAsync(told);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(AppointmentCalls.Issues(answer)[0].Code, Is.EqualTo("suppressed"));
    }

    [Test]
    public async Task Post_ASecondParticipant_IsNamed()
    {
        var told = AppointmentCalls.New();
        told["participant"]!.AsArray().Add(new JsonObject { ["actor"] = new JsonObject { ["reference"] = "Location/12" }, ["status"] = "accepted" }); // The sample has one.

        var answer = await _sut.PostAsync(told);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(AppointmentCalls.Issues(answer), Is.EqualTo(new[] { ("business-rule", "Appointment.participant[1]") }));
    }

    [TestCase("{", HttpStatusCode.BadRequest)]
    [TestCase("[]", HttpStatusCode.BadRequest)]
    [TestCase("""{"resourceType":"Slot"}""", HttpStatusCode.BadRequest)]
    [TestCase("", HttpStatusCode.BadRequest)]
    public async Task Post_NoAppointment_IsMalformed(string body, HttpStatusCode status)
    {
        var answer = await _sut.SendAsync(HttpMethod.Post, "Appointment", body);

        Assert.That((answer.Status, answer.Type), Is.EqualTo((status, "OperationOutcome")));
    }

    [Test]
    public async Task Post_NotAcceptable_IsRefused()
    {
        var answer = await _sut.PostAsync(AppointmentCalls.New(), ("Accept", "application/xml"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotAcceptable));
    }

    [Test]
    public async Task Post_PendingOfSos_IsTakenAndConfirmedLater()
    {
        var pending = AppointmentCalls.New(profile: "sas-sos-appointment");
        pending["status"] = "pending";
        var actor = pending["participant"]![0]!.DeepClone(); // The sample has one.
        pending["participant"]![0] = new JsonObject // Likewise.
        {
            ["type"] = new JsonArray(new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = CodeSystems.ParticipationType, ["code"] = "ADM" }) }),
            ["status"] = "needs-action",
        };
        var taken = await _sut.PostAsync(pending);
        (pending["status"], pending["participant"]![0]) = ("booked", actor); // Likewise.
        var confirmed = await _sut.PutAsync(pending);

        Assert.That((taken.Status, confirmed.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK)));
        Assert.That((confirmed.Headers.Location, confirmed.Json.GetProperty("status").GetString()), Is.EqualTo((taken.Headers.Location, "booked")));
    }
}
