using System.Text;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Contracts.Fhir.Validation;
using Sas.Interop.Hub.Appointments.Notices;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>Whatever form a notice came in, what is served is strict.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class StrictAppointmentTests
{
    private static readonly FhirValidator Validator = new(PublishedDefinitions.Load());
    private static readonly DateTimeOffset At = new(2026, 3, 28, 8, 0, 0, TimeSpan.Zero);

    private static IEnumerable<JsonObject> Notices()
    {
        yield return Told.OfPractitioner();
        yield return Told.OfPractitioner(status: "NO-SHOW");
        yield return Told.PendingOfSos();
        var confirmed = Told.OfPractitioner();
        confirmed["meta"] = Told.PendingOfSos()["meta"]!.DeepClone(); // The sample has one.
        yield return confirmed;
        var needsAction = Told.OfPractitioner();
        needsAction["participant"]![0]!["status"] = "needs-action"; // The sample has one.
        yield return needsAction;
        var bare = Told.OfPractitioner();
        bare.Remove("meta");
        bare.Remove("created");
        (bare["id"], bare["priority"]) = ("9", 1);
        yield return bare;
    }

    [TestCaseSource(nameof(Notices))]
    public void Render_AnyNotice_PassesOurOwnJudgement(JsonObject told)
    {
        var rendered = Render(Told.Notice(told));

        Assert.That(Validator.Validate(Encoding.UTF8.GetBytes(rendered), ValidationRequest.Default).Issues.Where(static issue => issue.IsError).Select(static issue => $"{issue.Location} {issue.English}"), Is.Empty);
    }

    [Test]
    public void Render_OfPractitioner_IsTheStrictForm() => Assert.That(
        Render(Told.Notice(Told.OfPractitioner(status: "BOOKED"))),
        Is.EqualTo(
            """{"resourceType":"Appointment","id":"id1","meta":{"versionId":"3","lastUpdated":"2026-03-28T08:00:00.000+00:00","profile":["http://sas.fr/fhir/StructureDefinition/FrAppointmentSAS"]}"""
            + ""","extension":[{"url":"http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator","valueReference":{"identifier":{"type":{"coding":[{"system":"http://interopsante.org/fhir/CodeSystem/fr-v2-0203","code":"IDNPS"}]},"system":"urn:oid:1.2.250.1.71.4.2.1","value":"3990000581/11242343"}}}]"""
            + ""","identifier":[{"system":"https://rdv.vendor.example/appointments","value":"r-1"}],"status":"booked","start":"2026-04-01T09:00:00.000+02:00","end":"2026-04-01T09:15:00.000+02:00","created":"""
            + "\"2026-03-28T08:00:00+01:00\""
            + ""","participant":[{"actor":{"identifier":{"type":{"coding":[{"system":"http://interopsante.org/fhir/CodeSystem/fr-v2-0203","code":"IDNPS"}]},"system":"urn:oid:1.2.250.1.71.4.2.1","value":"810000000017"}},"status":"accepted"}]}"""));

    [Test]
    public void Fingerprint_SameContentInAnotherForm_IsTheSame()
    {
        var other = Told.OfPractitioner(status: "Booked");
        (other["id"], other["meta"]!["versionId"], other["priority"]) = ("x", "9", 1); // The sample has one.
        other["participant"]![0]!["actor"]!["identifier"]!["value"] = Told.Practitioner[1..]; // Likewise.

        Assert.That(new StrictAppointment(Told.Notice(other)).Fingerprint, Is.EqualTo(new StrictAppointment(Told.Notice(Told.OfPractitioner())).Fingerprint));
    }

    [Test]
    public void Fingerprint_OtherContent_IsAnother()
    {
        var moved = Told.OfPractitioner();
        moved["end"] = "2026-04-01T09:20:00+02:00";
        JsonObject[] others = [Told.OfPractitioner("r-2"), Told.OfPractitioner(status: "cancelled"), moved, Told.PendingOfSos("r-1")];

        Assert.That(others.Append(Told.OfPractitioner()).Select(static told => new StrictAppointment(Told.Notice(told)).Fingerprint), Is.Unique);
    }

    private static string Render(AppointmentNotice notice) => new StrictAppointment(notice).Render("id1", 3, At.ToUniversalTime());
}
