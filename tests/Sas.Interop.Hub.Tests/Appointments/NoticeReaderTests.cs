using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>Both sides of every rule of CONTRACT §4.3, §4.4 and §5.9, and of the discrepancies that are accepted.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class NoticeReaderTests
{
    private const string Interop = "http://interopsante.org/fhir/StructureDefinition/";

    [Test]
    public void Read_OfPractitioner_TellsEverything()
    {
        var notice = Told.Notice(Told.OfPractitioner());

        Assert.Multiple(() =>
        {
            Assert.That((notice.IsSos, notice.System, notice.Value, notice.Status), Is.EqualTo((false, Told.System, "r-1", "booked")));
            Assert.That((notice.Regulator?.System, notice.Regulator?.Value), Is.EqualTo((IdentifierSystems.NationalPractitioner, Told.Regulator)));
            Assert.That(notice.Practitioner?.ToString(), Is.EqualTo(Told.Practitioner));
            Assert.That(notice.End.Value - notice.Start.Value, Is.EqualTo(TimeSpan.FromMinutes(15)));
            Assert.That(notice.Created?.Text, Is.EqualTo("2026-03-28T08:00:00+01:00"));
        });
    }

    [Test]
    public void Read_PendingOfSos_NeedsNobody()
    {
        var notice = Told.Notice(Told.PendingOfSos());

        Assert.That((notice.IsSos, notice.Practitioner, notice.ParticipantStatus, notice.Status), Is.EqualTo((true, (object?)null, "needs-action", "pending")));
        Assert.That(notice.Regulator?.System, Is.EqualTo(IdentifierSystems.SasPlatform));
    }

    [TestCase("booked", "booked")]
    [TestCase("BOOKED", "booked")]
    [TestCase("Cancelled", "cancelled")]
    [TestCase("FULFILLED", "fulfilled")]
    [TestCase("NoShow", "noshow")]
    [TestCase("no-show", "noshow")]
    [TestCase("NO-SHOW", "noshow")]
    [TestCase("pending", "pending")]
    public void Read_StatusInAnyCase_IsTheStrictOne(string told, string expected) =>
        Assert.That(Told.Notice(With("status", told)).Status, Is.EqualTo(expected));

    [TestCase("proposed", HubErrorCode.BusinessRule)]
    [TestCase("arrived", HubErrorCode.BusinessRule)]
    [TestCase("entered-in-error", HubErrorCode.BusinessRule)]
    [TestCase("checked-in", HubErrorCode.BusinessRule)]
    [TestCase("waitlist", HubErrorCode.BusinessRule)]
    [TestCase("perhaps", HubErrorCode.RequestInvalid)]
    public void Read_OtherStatus_IsRefused(string told, HubErrorCode code) => Refused(With("status", told), "Appointment.status", code);

    [TestCase(ProfileUrls.Appointment, false)]
    [TestCase(Interop + "FrAppointmentSAS", false)]
    [TestCase(ProfileUrls.GuideBase + "FrAppointmentSAS", false)]
    [TestCase(ProfileUrls.Appointment + "|1.1.0", false)]
    [TestCase(ProfileUrls.AppointmentSos, true)]
    [TestCase(ProfileUrls.SasBase + "sas-sos-appointment", true)]
    public void Read_ProfileOfEitherFamily_IsKnown(string profile, bool isSos)
    {
        var told = Told.OfPractitioner();
        told["meta"] = new JsonObject { ["profile"] = new JsonArray(profile) };

        Assert.That(Told.Notice(told).IsSos, Is.EqualTo(isSos));
    }

    [Test]
    public void Read_NoProfile_IsToldByWhatOnlySosMayLeaveOut()
    {
        var (one, other) = (Told.OfPractitioner(), Told.PendingOfSos());
        one.Remove("meta");
        other.Remove("meta");

        Assert.That((Told.Notice(one).IsSos, Told.Notice(other).IsSos), Is.EqualTo((false, true)));
    }

    [Test]
    public void Read_ProfileOfSomethingElse_IsRefused()
    {
        var told = Told.OfPractitioner();
        told["meta"] = new JsonObject { ["profile"] = new JsonArray(ProfileUrls.SlotSos) };

        Refused(told, "Appointment.meta.profile", HubErrorCode.BusinessRule);
    }

    [TestCase("http://interopsante.org/fhir/CodeSystem/fr-v2-0203")]
    [TestCase("https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203")]
    [TestCase("http://interopsante.org/CodeSystem/v2-0203")]
    [TestCase(null)]
    public void Read_KindOfIdentifierInAnySpelling_IsKnown(string? system)
    {
        var told = Told.OfPractitioner();
        foreach (var identifier in new[] { Regulator(told), Actor(told) })
        {
            Coding(identifier)["system"] = system;
            if (system is null)
            {
                Coding(identifier).Remove("system");
            }
        }

        Assert.That(Told.Notice(told).Practitioner?.ToString(), Is.EqualTo(Told.Practitioner));
    }

    [TestCase("10000000017", "810000000017")]
    [TestCase("810000000017", "810000000017")]
    [TestCase("0750000017", "0750000017")]
    [TestCase("750000017", "0750000017")]
    public void Read_PractitionerWithOrWithoutPrefix_IsPrefixed(string told, string expected)
    {
        var notice = Told.OfPractitioner();
        Actor(notice)["value"] = told;

        Assert.That(Told.Notice(notice).Practitioner?.ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Read_RegulatorWithAuthorityOfStructures_IsTakenForTheRightOne()
    {
        var told = Told.OfPractitioner();
        Regulator(told)["system"] = IdentifierSystems.NationalStructure;

        Assert.That(Told.Notice(told).Regulator?.System, Is.EqualTo(IdentifierSystems.NationalPractitioner));
    }

    [TestCase("001", "001")]
    [TestCase("002", "002")]
    [TestCase("PDM", "002")]
    [TestCase("604", "604")]
    [TestCase("else", null)]
    public void Read_OrientationCategory_IsKeptWhereItIsKnown(string code, string? expected)
    {
        var told = Told.OfPractitioner();
        told["extension"]?.AsArray().Add(JsonNode.Parse(
            $$$"""{"url":"{{{ExtensionUrls.OrientationCategory}}}","valueCodeableConcept":{"coding":[{"system":"{{{CodeSystems.OrientationCategory}}}","code":"{{{code}}}"}]}}"""));

        Assert.That(Told.Notice(told).OrientationCategory, Is.EqualTo(expected));
    }

    [Test]
    public void Read_SosWithoutValueOfRegulator_IsTaken()
    {
        var told = Told.PendingOfSos();
        told["extension"]?[0]?.AsObject().Remove("valueReference");

        Assert.That(Told.Notice(told).Regulator, Is.Null);
    }

    [TestCase("identifier", "Appointment.identifier")]
    [TestCase("status", "Appointment.status")]
    [TestCase("start", "Appointment.start")]
    [TestCase("end", "Appointment.end")]
    [TestCase("participant", "Appointment.participant")]
    [TestCase("extension", "Appointment.extension.where(url='http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator')")]
    public void Read_WithoutAMandatoryElement_IsMalformed(string element, string path)
    {
        var told = Told.OfPractitioner();
        told.Remove(element);

        Refused(told, path, HubErrorCode.RequestRequired);
    }

    [TestCase("system")]
    [TestCase("value")]
    public void Read_OwnIdentifierInPart_IsMalformed(string part)
    {
        var told = Told.OfPractitioner();
        told["identifier"]?[0]?.AsObject().Remove(part);

        Refused(told, "Appointment.identifier[0]." + part, HubErrorCode.RequestRequired);
    }

    [TestCase("type")]
    [TestCase("system")]
    [TestCase("value")]
    public void Read_IdentifierOfAPersonInPart_IsMalformed(string part)
    {
        var (one, other) = (Told.OfPractitioner(), Told.OfPractitioner());
        Actor(one).Remove(part);
        Regulator(other).Remove(part);

        Refused(one, "Appointment.participant[0].actor.identifier." + part, HubErrorCode.RequestRequired);
        Refused(other, $"Appointment.extension.where(url='{ExtensionUrls.AppointmentOperator}').value.identifier.{part}", HubErrorCode.RequestRequired);
    }

    [Test]
    public void Read_TwoOfWhatIsOne_IsRefused()
    {
        var (identifiers, operators, participants) = (Told.OfPractitioner(), Told.OfPractitioner(), Told.OfPractitioner());
        Double(identifiers, "identifier");
        Double(operators, "extension");
        Double(participants, "participant");

        Refused(identifiers, "Appointment.identifier[1]", HubErrorCode.BusinessRule);
        Refused(operators, $"Appointment.extension.where(url='{ExtensionUrls.AppointmentOperator}')", HubErrorCode.BusinessRule);
        Refused(participants, "Appointment.participant[1]", HubErrorCode.BusinessRule);
    }

    [TestCase("2026-04-01T09:00:00+02:00")]
    [TestCase("2026-04-01T08:59:00+02:00")]
    [TestCase("2026-04-02T09:00:01+02:00")]
    public void Read_EndNotAfterStartOrFarFromIt_IsRefused(string end) => Refused(With("end", end), "Appointment.end", HubErrorCode.BusinessRule);

    [Test]
    public void Read_ActorLessOfPractitioner_IsMalformed()
    {
        var told = Told.OfPractitioner();
        told["participant"]?[0]?.AsObject().Remove("actor");

        Refused(told, "Appointment.participant[0].actor", HubErrorCode.RequestRequired);
    }

    [Test]
    public void Read_ActorLessWithoutType_IsMalformed()
    {
        var told = Told.PendingOfSos();
        told["participant"]?[0]?.AsObject().Remove("type");

        Refused(told, "Appointment.participant[0].type", HubErrorCode.RequestRequired);
    }

    [TestCase("declined")]
    [TestCase("tentative")]
    public void Read_ParticipantNotComing_IsRefused(string status)
    {
        var told = Told.OfPractitioner();
        told["participant"]![0]!["status"] = status; // The sample has one.

        Refused(told, "Appointment.participant[0].status", HubErrorCode.BusinessRule);
    }

    [TestCase("Location/1")]
    [TestCase("HealthcareService/1")]
    [TestCase("Jeanne MARTIN")]
    public void Read_ActorOfAnotherKind_IsRefused(string reference)
    {
        var told = Told.OfPractitioner();
        told["participant"]![0]!["actor"]!["reference"] = reference; // The sample has one.

        Refused(told, "Appointment.participant[0].actor.reference", HubErrorCode.BusinessRule);
    }

    [TestCase("INTRN", IdentifierSystems.NationalPractitioner)]
    [TestCase("IDNPS", IdentifierSystems.SasPlatform)]
    [TestCase("IDNST", IdentifierSystems.NationalStructure)]
    public void Read_RegulatorOfMixedKind_IsRefused(string code, string system)
    {
        var told = Told.OfPractitioner();
        (Coding(Regulator(told))["code"], Regulator(told)["system"]) = (code, system);

        Refused(told, $"Appointment.extension.where(url='{ExtensionUrls.AppointmentOperator}').value.identifier.system", HubErrorCode.BusinessRule);
    }

    [TestCase("1234")]
    [TestCase("8100000000171")]
    [TestCase("81000000001X")]
    public void Read_PractitionerOfNoShape_IsRefused(string value)
    {
        var told = Told.OfPractitioner();
        Actor(told)["value"] = value;

        Refused(told, "Appointment.participant[0].actor.identifier.value", HubErrorCode.BusinessRule);
    }

    [TestCase("x\u0000y")]
    [TestCase(" x")]
    [TestCase("x\ty")]
    public void Read_OwnIdentifierWithOddCharacters_IsMalformed(string value)
    {
        var told = Told.OfPractitioner();
        told["identifier"]![0]!["value"] = value; // The sample has one.

        Assert.That(Told.Read(told).Faults.Select(static fault => fault.Path), Does.Contain("Appointment.identifier[0].value"));
    }

    [Test]
    public void Read_OwnIdentifierTooLong_IsMalformed()
    {
        var told = Told.OfPractitioner();
        told["identifier"]![0]!["value"] = new string('x', 256); // The sample has one.

        Refused(told, "Appointment.identifier[0].value", HubErrorCode.RequestInvalid);
    }

    [Test]
    public void Read_Marks_AreThoseOfTheVendor()
    {
        var told = Told.OfPractitioner();
        (told["meta"]!["versionId"], told["meta"]!["lastUpdated"]) = ("17", "2026-03-28T09:00:00Z"); // The sample has one.

        Assert.That(
            Told.Notice(told).Marks,
            Is.EqualTo(new OrderMarks(17, new DateTimeOffset(2026, 3, 28, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 28, 7, 0, 0, TimeSpan.Zero))));
    }

    [TestCase("abc")]
    [TestCase("-1")]
    [TestCase("1234567890123456789")]
    public void Read_VersionThatIsNoNumber_IsNoMark(string version)
    {
        var told = Told.OfPractitioner();
        told["meta"]!["versionId"] = version; // The sample has one.

        Assert.That(Told.Notice(told).Marks.Version, Is.Null);
    }

    [Test]
    public void Read_SeveralFaults_AreAllTold()
    {
        var told = With("comment", "x");
        told.Remove("start");
        told["status"] = "proposed";

        Assert.That(
            Told.Read(told).Faults.Select(static fault => fault.Path),
            Is.EquivalentTo(new[] { "Appointment.comment", "Appointment.status", "Appointment.start" }));
    }

    private static void Refused(JsonObject told, string path, HubErrorCode code)
    {
        var (notice, faults) = Told.Read(told);
        Assert.That(notice, Is.Null);
        Assert.That(faults.Select(static fault => (fault.Path, fault.Code)), Does.Contain((path, code)));
    }

    private static JsonObject With(string name, string value)
    {
        var told = Told.OfPractitioner();
        told[name] = value;
        return told;
    }

    private static void Double(JsonObject told, string name) => told[name]!.AsArray().Add(told[name]![0]!.DeepClone()); // The sample has one.

    private static JsonObject Regulator(JsonObject told) => told["extension"]![0]!["valueReference"]!["identifier"]!.AsObject(); // The sample has one.

    private static JsonObject Actor(JsonObject told) => told["participant"]![0]!["actor"]!["identifier"]!.AsObject(); // The sample has one.

    private static JsonObject Coding(JsonObject identifier) => identifier["type"]!["coding"]![0]!.AsObject(); // The sample has one.
}
