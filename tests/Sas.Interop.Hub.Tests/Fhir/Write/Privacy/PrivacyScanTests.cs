using System.Text;

using Sas.Interop.Hub.Fhir.Write.Privacy;

namespace Sas.Interop.Hub.Tests.Fhir.Write.Privacy;

[Parallelizable(ParallelScope.All)]
internal sealed class PrivacyScanTests
{
    private static readonly TextRules Rules = new(TextRules.Usual);

    [TestCase("Appointment", """{"resourceType":"Appointment","comment":"x"}""", "Appointment.comment")]
    [TestCase("Appointment", """{"resourceType":"Appointment","description":"x"}""", "Appointment.description")]
    [TestCase("Appointment", """{"resourceType":"Appointment","patientInstruction":"x"}""", "Appointment.patientInstruction")]
    [TestCase("Appointment", """{"text":{"status":"generated","div":"<div>x</div>"}}""", "Appointment.text.div")]
    [TestCase("Appointment", """{"participant":[{"actor":{"identifier":{"value":"1"}}},{"actor":{"display":"x"}}]}""", "Appointment.participant[1].actor.display")]
    [TestCase("Appointment", """{"reasonCode":[{"text":"x"}]}""", "Appointment.reasonCode[0].text")]
    [TestCase("Appointment", """{"reasonCode":[{"coding":[{"code":"1","display":"x"}]}]}""", "Appointment.reasonCode[0].coding[0].display")]
    [TestCase("Appointment", """{"extension":[{"url":"u","valueString":"x"}]}""", "Appointment.extension[0].valueString")]
    [TestCase("Appointment", """{"contained":[{"resourceType":"Practitioner","name":[{"family":"x"}]}]}""", "Appointment.contained[0].name[0].family")]
    [TestCase("Appointment", """{"birthDate":"1985-05-01"}""", "Appointment.birthDate")]
    [TestCase("Appointment", """{"deceasedBoolean":true}""", "Appointment.deceasedBoolean")]
    [TestCase("Appointment", """{"maritalStatus":{"coding":[]}}""", "Appointment.maritalStatus")]
    [TestCase("Appointment", """{"nom":"x"}""", "Appointment.nom")]
    [TestCase("Appointment", """{"Jean Exemple":"x"}""", "Appointment.?")]
    [TestCase("Appointment", """{"_status":{"extension":[{"valueMarkdown":"x"}]}}""", "Appointment._status.extension[0].valueMarkdown")]
    [TestCase("Appointment", """{"unknown":[["x"]]}""", "Appointment.unknown[0].unknown[0]")]
    [TestCase("Appointment", """{"status":"booked pour Jean"}""", "Appointment.status")]
    [TestCase("Appointment", """{"identifier":[{"system":"urn:x","value":"Jean Exemple"}]}""", "Appointment.identifier[0].value")]
    [TestCase("Appointment", """{"telecom":[{"value":"0199000001"}]}""", "Appointment.telecom[0].value")]
    [TestCase("Appointment", """{"sta\u0074us":"a\u0020b"}""", "Appointment.status")]
    [TestCase("ServiceRequest", """{"note":[{"text":"x"}]}""", "ServiceRequest.note[0].text")]
    [TestCase("ServiceRequest", """{"code":{"text":"x"}}""", "ServiceRequest.code.text")]
    [TestCase("Practitioner", """{"birthDate":"1985-05-01"}""", "Practitioner.birthDate")]
    [TestCase("Practitioner", """{"address":[{"line":["1 rue"]}]}""", "Practitioner.address[0].line[0]")]
    [TestCase("Practitioner", """{"photo":[{"url":"x"}]}""", "Practitioner.photo")]
    [TestCase("Practitioner", """{"contained":[{"name":[{"family":"x"}]}]}""", "Practitioner.contained[0].name[0].family")]
    [TestCase("Parameters", """{"parameter":[{"name":"territory","valueString":"two words"}]}""", "Parameters.parameter[0].valueString")]
    [TestCase("Parameters", """{"parameter":[{"name":"a","part":[{"name":"b","valueString":"x"}]}]}""", "Parameters.parameter[0].part[0].name")]
    public void Look_WordsOrPersons_AreNamed(string type, string json, string path) => Assert.That(Look(type, json), Does.Contain(path).And.Count.LessThanOrEqualTo(2));

    [TestCase("Appointment", """
        {"resourceType":"Appointment","id":"1","meta":{"profile":["http://sas.fr/fhir/StructureDefinition/FrAppointmentSAS"],"versionId":"1","lastUpdated":"2026-03-02T08:00:00Z"},
         "extension":[{"url":"http://interopsante.org/fhir/StructureDefinition/FrAppointmentOperator","valueReference":{"identifier":{"type":{"coding":[{"system":"u","code":"IDNPS"}]},
         "system":"urn:oid:1.2.250.1.71.4.2.1","value":"3456780581/11242343"}}}],"identifier":[{"system":"urn:oid:1.1","value":"b6e39355-8a61-4556-b340-36f7b95fec6a"}],
         "status":"booked","start":"2022-09-04T14:00:00+01:00","end":"2022-09-04T14:15:00+01:00","created":"2022-09-04","minutesDuration":15,
         "participant":[{"type":[{"coding":[{"system":"s","code":"ADM"}]}],"actor":{"reference":"Practitioner/1","type":"Practitioner"},"status":"accepted"}]}
        """)]
    [TestCase("Practitioner", """
        {"resourceType":"Practitioner","id":"example-regulator-1","identifier":[{"type":{"coding":[{"system":"u","code":"INTRN"}]},"system":"urn:oid:1.2.250.1.213.3.6","value":"x"}],"active":true,
         "name":[{"family":"de l'Exemple","given":["Anne Marie"]}],"telecom":[{"system":"email","value":"anne exemple@vendor.example"}]}
        """)]
    [TestCase("ServiceRequest", """
        {"resourceType":"ServiceRequest","status":"active","intent":"order","subject":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"masked"}]},
         "performer":[{"identifier":{"system":"u","value":"810990000019"}}],"requester":{"identifier":{"system":"u","value":"v"}},"category":[{"coding":[{"system":"s","code":"002"}]}]}
        """)]
    [TestCase("Parameters", """
        {"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/abc"}},{"name":"territory","valueString":"75-SAS"},{"name":"orientation","valueId":"x"},
         {"name":"regulator","valueIdentifier":{"system":"u","value":"3456780581/11242343"}}]}
        """)]
    [TestCase("Appointment", "")]
    [TestCase("Appointment", "[]")]
    [TestCase("Appointment", "\"words here\"  x")]
    [TestCase("Appointment", """{"status":" booked "}""")]
    public void Look_WhatTheContractHas_PassesToTheReader(string type, string json) => Assert.That(Look(type, json), json.StartsWith('"') ? Is.Not.Empty : Is.Empty);

    [Test]
    public void Look_ManyFaults_NamesTheFirstOnly()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 5_000).Select(static number => $"\"m{number}\":\"x\"")) + "}";

        Assert.That(Look("Appointment", json), Has.Count.EqualTo(20));
    }

    [Test]
    public void Look_DeepBody_EndsInOrder() => Assert.That(Look("Appointment", new string('[', 100_000)), Is.Empty);

    [Test]
    public void Look_HalfALetter_IsNoToken() => Assert.That(Look("Appointment", """{"status":"\ud800"}"""), Is.EqualTo(new[] { "Appointment.status" }));

    [Test]
    public void Look_RuleOfARoom_GoesBeforeTheUsualOne()
    {
        var rules = new TextRules([.. TextRules.Usual, new TextRule("Practitioner", [], [])]);

        Assert.That(PrivacyScan.Look("""{"name":[{"family":"x"}]}"""u8, rules.Of("Practitioner")), Is.EqualTo(new[] { "Practitioner.name[0].family" }));
    }

    private static IReadOnlyList<string> Look(string type, string json) => PrivacyScan.Look(Encoding.UTF8.GetBytes(json), Rules.Of(type));
}
