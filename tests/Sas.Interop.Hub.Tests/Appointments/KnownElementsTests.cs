using System.Text;
using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Appointments.Notices;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>What has no place in the contract is refused by its name, and never by what it says.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class KnownElementsTests
{
    private const string Secret = "Jeanne MARTIN";

    [TestCase("description")]
    [TestCase("comment")]
    [TestCase("patientInstruction")]
    [TestCase("text")]
    [TestCase("note")]
    [TestCase("cancelationReason")]
    [TestCase("reasonCode")]
    [TestCase("reasonReference")]
    [TestCase("supportingInformation")]
    [TestCase("contained")]
    [TestCase("basedOn")]
    public void Faults_WordsAtTheRoot_AreNamed(string name)
    {
        var told = Told.OfPractitioner();
        told[name] = new JsonArray(new JsonObject { ["text"] = Secret });

        Assert.That(Faults(told), Is.EqualTo(new[] { (HubErrorCode.PatientData, "Appointment." + name) }));
    }

    [TestCase("participant[0].actor.display", "participant", "actor")]
    [TestCase("extension[0].valueReference.display", "extension", "valueReference")]
    public void Faults_DisplayOfAReference_IsNamed(string path, string list, string reference)
    {
        var told = Told.OfPractitioner();
        told[list]![0]![reference]!["display"] = Secret; // The sample has one.

        Assert.That(Faults(told), Is.EqualTo(new[] { (HubErrorCode.PatientData, "Appointment." + path) }));
    }

    [Test]
    public void Faults_TextOfAKind_IsNamed()
    {
        var told = Told.OfPractitioner();
        told["serviceType"] = new JsonArray(new JsonObject { ["text"] = Secret });
        told["identifier"]![0]!["type"] = new JsonObject { ["text"] = Secret }; // The sample has one.

        Assert.That(
            Faults(told),
            Is.EquivalentTo(new[] { (HubErrorCode.PatientData, "Appointment.serviceType[0].text"), (HubErrorCode.PatientData, "Appointment.identifier[0].type.text") }));
    }

    [TestCase("_status", "Appointment._status")]
    [TestCase("requestedPeriod", "Appointment.requestedPeriod")]
    [TestCase("subject", "Appointment.subject")]
    [TestCase(Secret, "Appointment")]
    public void Faults_OtherMembers_AreNamedWhereTheyAreNames(string name, string path)
    {
        var told = Told.OfPractitioner();
        told[name] = Secret;

        Assert.That(Faults(told), Is.EqualTo(new[] { (HubErrorCode.BusinessRule, path) }));
    }

    [Test]
    public void Faults_ValueOfAnUnknownExtension_IsNamed()
    {
        var told = Told.OfPractitioner();
        told["extension"]!.AsArray().Add(new JsonObject { ["url"] = "urn:x", ["valueString"] = Secret }); // The sample has some.

        Assert.That(Faults(told), Is.EqualTo(new[] { (HubErrorCode.PatientData, "Appointment.extension[1].valueString") }));
    }

    [Test]
    public void Faults_CodedElementsOfR4_ArePassedOver()
    {
        var told = Told.OfPractitioner();
        told["id"] = "42";
        told["specialty"] = new JsonArray(new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["code"] = "SM54" }) });
        told["slot"] = new JsonArray(new JsonObject { ["reference"] = "Slot/1" });
        (told["priority"], told["minutesDuration"]) = (1, 15);

        Assert.That(Faults(told), Is.Empty);
    }

    [Test]
    public void Faults_VeryMany_AreBounded()
    {
        var told = Told.OfPractitioner();
        for (var i = 0; i < 500; i++)
        {
            told[$"member{i}"] = Secret;
        }

        Assert.That(Faults(told), Has.Length.EqualTo(20));
    }

    [Test]
    public void Faults_Never_QuoteAValue()
    {
        var told = Told.OfPractitioner();
        (told["comment"], told[Secret], told["status"]) = (Secret, Secret, Secret);

        Assert.That(Told.Read(told).Faults.Select(static fault => fault.Path + fault.Message), Has.None.Contains("MARTIN").And.Not.Empty);
    }

    private static (HubErrorCode Code, string Path)[] Faults(JsonObject told) =>
        [.. KnownElements.Faults(Encoding.UTF8.GetBytes(told.ToJsonString())).Select(static fault => (fault.Code, fault.Path))];
}
