using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Hub.Fhir.Write;

namespace Sas.Interop.Hub.Tests.CareRequests;

internal sealed class ServiceRequestReaderTests
{
    private const string Good =
        """
        {
          "resourceType": "ServiceRequest", "status": "active", "intent": "order",
          "category": [{"coding": [{"system": "https://interop.esante.gouv.fr/ig/fhir/sas/CodeSystem/categorie-orientation-sas-codesystem", "code": "002"}]}],
          "extension": [{"url": "urn:sas-interop-hub:StructureDefinition:territory", "valueCode": "1042"}],
          "subject": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/data-absent-reason", "valueCode": "masked"}]},
          "requester": {"type": "Practitioner", "identifier": {"system": "urn:oid:1.2.250.1.213.3.6", "value": "8d1c6d5e-7a0f-4a55-9c55-0a3c7c1f0001"}},
          "performer": [{"identifier": {"system": "urn:oid:1.2.250.1.71.4.2.1", "value": "10990000019"}}],
          "locationReference": [{"identifier": {"system": "urn:oid:1.2.250.1.71.4.2.2", "value": "1750000001"}}]
        }
        """;

    [Test]
    public void Read_WholeRequest_TakesEveryPart()
    {
        var (order, refusal) = Read(static _ => { });

        Assert.That(refusal, Is.Null);
        Assert.That(order?.Owner.ToString(), Is.EqualTo("810990000019"), "The prefix may be left out.");
        Assert.That((order?.Regulator.System, order?.Regulator.Value), Is.EqualTo(("urn:oid:1.2.250.1.213.3.6", "8d1c6d5e-7a0f-4a55-9c55-0a3c7c1f0001")));
        Assert.That((order?.Territory, order?.Place), Is.EqualTo(("1042", ("urn:oid:1.2.250.1.71.4.2.2", "1750000001"))));
    }

    [TestCase("category")]
    [TestCase("extension")]
    [TestCase("subject")]
    [TestCase("locationReference")]
    public void Read_OptionalPartLeftOut_IsTaken(string name)
    {
        var (order, refusal) = Read(request => request.Remove(name));

        Assert.That(refusal, Is.Null);
        Assert.That(order, Is.Not.Null);
    }

    [TestCase("note", """[{"text":"x"}]""", "ServiceRequest.note")]
    [TestCase("patientInstruction", "\"x\"", "ServiceRequest.patientInstruction")]
    [TestCase("reasonCode", """[{"text":"x"}]""", "ServiceRequest.reasonCode")]
    [TestCase("code", """{"text":"x"}""", "ServiceRequest.code")]
    [TestCase("text", """{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>"}""", "ServiceRequest.text")]
    [TestCase("supportingInfo", """[{"reference":"Observation/1"}]""", "ServiceRequest.supportingInfo")]
    [TestCase("insurance", """[{"reference":"Coverage/1"}]""", "ServiceRequest.insurance")]
    [TestCase("encounter", """{"reference":"Encounter/1"}""", "ServiceRequest.encounter")]
    [TestCase("contained", """[{"resourceType":"Basic"}]""", "ServiceRequest.contained")]
    [TestCase("identifier", """[{"value":"x"}]""", "ServiceRequest.identifier")]
    [TestCase("surprise", "\"x\"", "ServiceRequest.surprise")]
    [TestCase("_status", """{"extension":[{"url":"urn:x","valueString":"x"}]}""", "ServiceRequest._status")]
    [TestCase("requester", """{"display":"x","identifier":{"system":"urn:oid:1.2.250.1.213.3.6","value":"u"}}""", "ServiceRequest.requester.display")]
    [TestCase("performer", """[{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"10990000019","assigner":{"display":"x"}}}]""", "ServiceRequest.performer[0].identifier.assigner")]
    [TestCase("category", """[{"text":"x","coding":[{"system":"https://interop.esante.gouv.fr/ig/fhir/sas/CodeSystem/categorie-orientation-sas-codesystem","code":"002"}]}]""", "ServiceRequest.category[0].text")]
    public void Read_AnythingElse_IsRefusedByItsElement(string name, string json, string expected)
    {
        var (order, refusal) = Read(request => request[name] = JsonNode.Parse(json));

        Assert.That(order, Is.Null);
        Assert.That(refusal?.Status, Is.EqualTo(422));
        Assert.That(refusal?.Outcome.Issue?.SelectMany(static issue => issue.Expression ?? []), Does.Contain(expected));
        Assert.That(refusal?.Outcome.Issue?.Select(static issue => issue.Diagnostics), Has.None.Contains("\"x\""));
    }

    [TestCase("subject", """{"display":"x"}""", 422)]
    [TestCase("subject", """{"identifier":{"value":"x"}}""", 422)]
    [TestCase("subject", """{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}""", 422)]
    [TestCase("status", "\"draft\"", 422)]
    [TestCase("status", "\"revoked\"", 422)]
    [TestCase("intent", "\"plan\"", 422)]
    [TestCase("category", """[{"coding":[{"system":"https://interop.esante.gouv.fr/ig/fhir/sas/CodeSystem/categorie-orientation-sas-codesystem","code":"001"}]}]""", 422)]
    [TestCase("performer", "[]", 400)]
    [TestCase("performer", """[{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"10990000019"}},{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"10990000027"}}]""", 400)]
    [TestCase("performer", """[{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.2","value":"10990000019"}}]""", 422)]
    [TestCase("performer", """[{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"nobody"}}]""", 422)]
    [TestCase("requester", "{}", 400)]
    [TestCase("requester", """{"identifier":{"system":"urn:other","value":"u"}}""", 400)]
    [TestCase("requester", """{"identifier":{"system":"urn:oid:1.2.250.1.213.3.6","value":"with blanks"}}""", 400)]
    [TestCase("extension", """[{"url":"urn:sas-interop-hub:StructureDefinition:territory","valueCode":"with blanks"}]""", 422)]
    [TestCase("extension", """[{"url":"urn:sas-interop-hub:StructureDefinition:redirect-link","valueCode":"x"}]""", 422)]
    [TestCase("extension", """[{"url":"urn:x","valueCode":"x"}]""", 422)]
    [TestCase("locationReference", """[{"identifier":{"value":"a"}},{"identifier":{"value":"b"}}]""", 422)]
    public void Read_WrongPart_IsRefused(string name, string json, int status)
    {
        var (order, refusal) = Read(request => request[name] = JsonNode.Parse(json));

        Assert.That((order, refusal?.Status), Is.EqualTo(((CareRequestOrder?)null, status)));
    }

    [Test]
    public void Read_Change_TakesWhatTheHubAdded()
    {
        var (order, refusal) = Read(
            static request =>
            {
                request["status"] = "revoked";
                request["supportingInfo"] = JsonNode.Parse("""[{"reference":"Appointment/1"}]""");
                request["extension"] = JsonNode.Parse("""[{"url":"urn:sas-interop-hub:StructureDefinition:redirect-link","extension":[{"url":"address","valueUrl":"https://hub.example/redirect/x"}]}]""");
            },
            isNew: false);

        Assert.That(refusal?.Outcome.Issue, Is.Null);
        Assert.That(order?.Status, Is.EqualTo("revoked"));
    }

    private static (CareRequestOrder? Order, WriteRefusal? Refusal) Read(Action<JsonObject> change, bool isNew = true)
    {
        var request = JsonNode.Parse(Good)!.AsObject(); // The sample is an object.
        change(request);
        var utf8 = System.Text.Encoding.UTF8.GetBytes(request.ToJsonString());
        var read = FhirJson.Read<ServiceRequest>(utf8, FhirReadOptions.Default);
        return ServiceRequestReader.Read(new Written<ServiceRequest>(read.Resource ?? new ServiceRequest(), utf8), isNew);
    }
}
