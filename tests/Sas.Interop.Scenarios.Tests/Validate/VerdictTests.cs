using System.Text.Json.Nodes;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>Every profile: a good resource conforms, and a broken one is told the rule in both languages.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class VerdictTests
{
    private static IEnumerable<string> Profiles => GoodResources.Profiles;

    [TestCaseSource(nameof(Profiles))]
    public async Task Validate_GoodResource_Conforms(string profile)
    {
        var hub = await HubFixture.HubAsync();
        var resource = GoodResources.Of(profile);

        var answer = await hub.ValidateAsync($"{resource["resourceType"]}/$validate", resource.ToJsonString());

        Assert.That(answer.Errors(), Is.Empty);
        Assert.That(answer.Issues[0].Text("severity"), Is.EqualTo("information"));
        Assert.That(answer.Issues[0].Text("diagnostics"), Does.Contain("conforms"));
        Assert.That(answer.Issues.Select(static issue => issue.Text("severity")), Is.All.EqualTo("information").Or.EqualTo("warning"));
    }

    [TestCase("FrSlotAgregateur", "status", "\"busy\"", "FrSlotAgregateur#Slot.status", "Slot.status")]
    [TestCase("FrSlotAgregateur", "status", "\"gone\"", "FrSlotAgregateur#Slot.status", "Slot.status")]
    [TestCase("FrSlotAgregateur", "schedule", null, "FrSlotAgregateur#Slot.schedule", "Slot.schedule")]
    [TestCase("FrSlotAgregateur", "start", "\"2026-03-28T09:00:00\"", "R4#Slot.start", "Slot.start")]
    [TestCase("FrSlotAgregateur", "comment", "\"\"", "ele-1", "Slot.comment")]
    [TestCase("FrSlotAgregateur", "colour", "\"red\"", "R4#Slot", "Slot.colour")]
    [TestCase("FrSlotAgregateur", "meta.security.0.code", "\"CPTS\"", "FrSlotAgregateur#Slot.meta.security", "Slot.meta.security[0]")]
    [TestCase("FrSlotAgregateur", "serviceType.0.coding.0.code", "\"XX\"", "FrSlotAgregateur#Slot.serviceType:TypeConsultation", "Slot.serviceType[0]")]
    [TestCase("FrSlotAgregateur", "schedule.reference", "\"Practitioner/p1\"", "FrSlotAgregateur#Slot.schedule", "Slot.schedule")]
    [TestCase("sas-cpts-slot-aggregator", "serviceType.1.extension", null, "sas-cpts-slot-aggregator#Slot.serviceType:referencecpts.extension", "Slot.serviceType[1].extension")]
    [TestCase("sas-cpts-slot-aggregator", "serviceType.1.extension.0.valueReference.reference", "\"Organization/o1\"", "sas-cpts-slot-aggregator#Slot.serviceType:referencecpts.extension:sas-servicetype-r5.value[x]", "Slot.serviceType[1].extension[0].value")]
    [TestCase("sas-sos-slot-aggregator", "meta.security.0.code", "\"PRO\"", "sas-sos-slot-aggregator#Slot.meta.security", "Slot.meta.security[0]")]
    [TestCase("FrScheduleAgregateur", "serviceType", "[{\"text\":\"x\"}]", "FrScheduleAgregateur#Schedule.serviceType", "Schedule.serviceType[0]")]
    [TestCase("FrScheduleAgregateur", "actor", null, "FrScheduleAgregateur#Schedule.actor", "Schedule.actor")]
    [TestCase("sas-sos-schedule-aggregator", "actor.0", "{\"display\":\"PFG\"}", "sas-sos-schedule-aggregator#Schedule.actor.reference", "Schedule.actor[0].reference")]
    [TestCase("FrPractitionerAgregateur", "identifier.0.system", "\"urn:oid:1.2.3\"", "FrPractitionerAgregateur#Practitioner.identifier.system", "Practitioner.identifier[0].system")]
    [TestCase("FrPractitionerAgregateur", "identifier.0.type.coding.0.code", "\"INTRN\"", "FrPractitionerAgregateur#Practitioner.identifier.type", "Practitioner.identifier[0].type")]
    [TestCase("FrPractitionerAgregateur", "telecom.0.system", "\"pigeon\"", "FrPractitionerAgregateur#Practitioner.telecom.system", "Practitioner.telecom[0].system")]
    [TestCase("FrPractitionerRegul", "telecom.0.system", "\"phone\"", "FrPractitionerRegul#Practitioner.telecom.system", "Practitioner.telecom[0].system")]
    [TestCase("FrPractitionerRegul", "active", null, "FrPractitionerRegul#Practitioner.active", "Practitioner.active")]
    [TestCase("FrPractitionerRegul", "name.0.given.1", "\"Paul\"", "FrPractitionerRegul#Practitioner.name.given", "Practitioner.name[0].given[1]")]
    [TestCase("FrPractitionerRegul", "identifier.0.type.coding.0.code", "\"IDNPS\"", "FrPractitionerRegul#Practitioner.identifier:IdentifiantInterne.type", "Practitioner.identifier[0].type")]
    [TestCase("FrPractitionerRoleExerciceAgregateur", "location.0.reference", "\"Location/l1\"", "FrPractitionerRoleExerciceAgregateur#PractitionerRole.location", "PractitionerRole.location[0]")]
    [TestCase("FrPractitionerRoleExerciceAgregateur", "location.0.reference", "\"#nowhere\"", "ref-1", "PractitionerRole.location[0]")]
    [TestCase("FrPractitionerRoleExerciceAgregateur", "contained.0.address.city", null, "FrLocationAgregateur#Location.address.city", "PractitionerRole.contained[0].address.city")]
    [TestCase("FrPractitionerRoleExerciceAgregateur", "organization.identifier.system", "\"urn:oid:1.2.3\"", "FrPractitionerRoleExerciceAgregateur#PractitionerRole.organization.identifier.system", "PractitionerRole.organization.identifier.system")]
    [TestCase("sas-sos-location-aggregator", "address.postalCode", "\"690010\"", "sas-sos-location-aggregator#Location.address.postalCode", "Location.address.postalCode")]
    [TestCase("sas-sos-location-aggregator", "hoursOfOperation.0.daysOfWeek.0", "\"MON\"", "sas-sos-location-aggregator#Location.hoursOfOperation.daysOfWeek", "Location.hoursOfOperation[0].daysOfWeek[0]")]
    [TestCase("sas-sos-location-aggregator", "name", null, "sas-sos-location-aggregator#Location.name", "Location.name")]
    [TestCase("sas-cpts-healthcareservice-aggregator", "providedBy", null, "sas-cpts-healthcareservice-aggregator#HealthcareService.providedBy", "HealthcareService.providedBy")]
    [TestCase("sas-cpts-healthcareservice-aggregator", "id", null, "sas-cpts-healthcareservice-aggregator#HealthcareService.id", "HealthcareService.id")]
    [TestCase("sas-cpts-organization-aggregator", "identifier.0.value", "\"750000002\"", "FINESS-invariant", "Organization.identifier[0]")]
    [TestCase("sas-sos-organization-aggregator", "identifier.0.value", "\"1750000002\"", "SIRET-invariant", "Organization.identifier[0]")]
    [TestCase("FrAppointmentSAS", "extension", null, "FrAppointmentSAS#Appointment.extension", "Appointment.extension")]
    [TestCase("FrAppointmentSAS", "extension.0.valueReference.identifier", null, "FrAppointmentSAS#Appointment.extension:appointmentOperator.value[x]:valueReference.identifier", "Appointment.extension[0].value.identifier")]
    [TestCase("FrAppointmentSAS", "identifier.1", "{\"system\":\"https://vendor.example/rdv\",\"value\":\"r-2\"}", "FrAppointmentSAS#Appointment.identifier", "Appointment.identifier[1]")]
    [TestCase("FrAppointmentSAS", "participant.0.status", "\"needs-action\"", "FrAppointmentSAS#Appointment.participant.status", "Appointment.participant[0].status")]
    [TestCase("FrAppointmentSAS", "status", "\"BOOKED\"", "FrAppointmentSAS#Appointment.status", "Appointment.status")]
    [TestCase("sas-sos-appointment", "participant.0.status", "\"declined\"", "sas-sos-appointment#Appointment.participant.status", "Appointment.participant[0].status")]
    [TestCase("sas-sos-appointment", "participant.0.actor", null, "app-1", "Appointment.participant[0]")]
    [TestCase("BundleAgregateur", "type", "\"collection\"", "BundleAgregateur#Bundle.type", "Bundle.type")]
    public async Task Validate_BrokenRule_IsNamedInBothLanguages(string profile, string place, string? value, string rule, string path)
    {
        var hub = await HubFixture.HubAsync();
        var resource = GoodResources.Of(profile);
        Change.At(resource, place, value);

        var answer = await hub.ValidateAsync($"{resource["resourceType"]}/$validate", resource.ToJsonString());

        Assert.That(answer.Errors(), Is.Not.Empty);
        var issue = answer.Issues.FirstOrDefault(issue => issue.IsError() && issue.Rule() == rule);
        Assert.That(answer.Issues.Where(ValidateCalls.IsError).Select(static one => $"{one.Rule()} {one.Path()}"), Does.Contain($"{rule} {path}"));
        Assert.That(issue.Text("diagnostics"), Is.Not.Empty);
        Assert.That(issue.At("details")?.Text("text"), Is.Not.Empty.And.Not.EqualTo(issue.Text("diagnostics")));
        Assert.That(answer.Issues[0].Text("diagnostics"), Does.Not.Contain("conforms"));
    }

    [Test]
    public async Task Validate_OtherProfileByQuery_JudgesByIt()
    {
        var hub = await HubFixture.HubAsync();
        var slot = GoodResources.Of("FrSlotAgregateur");
        Change.At(slot, "meta.security.0.code", "\"PRO\"");

        var claimed = await hub.ValidateAsync("Slot/$validate", slot.ToJsonString());
        var asked = await hub.ValidateAsync("Slot/$validate?profile=https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-sos-slot-aggregator", slot.ToJsonString());

        Assert.That(claimed.Errors(), Is.Empty);
        Assert.That(asked.Errors().Single(), Does.StartWith("sas-sos-slot-aggregator#Slot.meta.security at Slot.meta.security[0]"));
    }

    [TestCase("$validate")]
    [TestCase("Slot/$validate")]
    public async Task Validate_Parameters_JudgeWhatTheyHold(string address)
    {
        var hub = await HubFixture.HubAsync();
        var broken = GoodResources.Of("FrSlotAgregateur");
        broken.Remove("end");
        var parameters = new JsonObject
        {
            ["resourceType"] = "Parameters",
            ["parameter"] = new JsonArray(
                new JsonObject { ["name"] = "resource", ["resource"] = broken },
                new JsonObject { ["name"] = "profile", ["valueCanonical"] = "http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur" },
                new JsonObject { ["name"] = "mode", ["valueCode"] = "profile" }),
        };

        var answer = await hub.ValidateAsync(address, parameters.ToJsonString());

        Assert.That(answer.Errors(), Has.Count.EqualTo(1).And.All.Contains("at Slot.end"));
    }
}
