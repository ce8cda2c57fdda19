using System.Text;

using Sas.Interop.Contracts.Fhir.Definitions;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>Vendors can read what they are judged by.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DefinitionReadTests
{
    [Test]
    public async Task Read_EveryDefinition_IsTheEmbeddedOneByteForByte()
    {
        var hub = await HubFixture.HubAsync();
        foreach (var file in PublishedDefinitions.Files)
        {
            var (type, id) = (file.Name.Split('-')[0], Path.GetFileNameWithoutExtension(file.Name).Split('-', 2)[1]);

            var answer = await hub.GetAsync($"{type}/{id}");

            Assert.That((int)answer.Status, Is.EqualTo(200), file.Name);
            Assert.That(answer.MediaType, Is.EqualTo("application/fhir+json"));
            Assert.That(answer.Body, Is.EqualTo(file.Utf8.ToArray()), file.Name);
            Assert.That((answer.Type, answer.Json.Text("id")), Is.EqualTo((type, id)));
        }
    }

    [Test]
    public async Task Read_Head_HasHeadersAndNoBody()
    {
        var hub = await HubFixture.HubAsync();
        foreach (var address in new[] { "StructureDefinition/FrSlotAgregateur", "ValueSet/slotstatus", "StructureDefinition?url=http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur" })
        {
            var get = await hub.GetAsync(address);
            var head = await hub.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative)));

            Assert.That(head.Body, Is.Empty);
            Assert.That((head.Status, head.ContentHeaders.ContentLength), Is.EqualTo((get.Status, (long?)get.Body.Length)));
        }
    }

    [TestCase("StructureDefinition?url=http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur", 1)]
    [TestCase("StructureDefinition?url=http%3A%2F%2Fsas.fr%2Ffhir%2FStructureDefinition%2FFrSlotAgregateur%7C1.1.0", 1)]
    [TestCase("StructureDefinition?url=http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType", 1)]
    [TestCase("ValueSet?url=http://hl7.org/fhir/ValueSet/slotstatus", 1)]
    [TestCase("ValueSet?url=http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur", 0)]
    [TestCase("StructureDefinition?url=urn:nobody", 0)]
    [TestCase("StructureDefinition", 22)]
    [TestCase("StructureDefinition?url=", 22)]
    public async Task Search_ByUrl_FindsTheDefinition(string address, int count)
    {
        var hub = await HubFixture.HubAsync();

        var answer = await hub.GetAsync(address);

        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That((answer.Type, answer.Json.Text("type"), answer.Json.At("total")?.GetInt32()), Is.EqualTo(("Bundle", "searchset", count)));
        Assert.That(answer.Entries, Has.Count.EqualTo(count));
        foreach (var entry in answer.Entries)
        {
            var address2 = entry.Text("fullUrl") ?? string.Empty;
            Assert.That(address2, Does.StartWith(hub.FhirBase));
            Assert.That(Squeezed((await hub.GetAsync(address2[(hub.FhirBase.Length + 1)..])).Body), Is.EqualTo(Squeezed(Encoding.UTF8.GetBytes(entry.GetProperty("resource").GetRawText()))));
        }
    }

    [TestCase("StructureDefinition/nobody", 404)]
    [TestCase("StructureDefinition/slotstatus", 404)]
    [TestCase("ValueSet/FrSlotAgregateur", 404)]
    [TestCase("StructureDefinition/..%2f..%2fetc", 404)]
    [TestCase("StructureDefinition/FrSlotAgregateur?_format=xml", 406)]
    [TestCase("ValueSet?_format=ttl", 406)]
    public async Task Read_WhatIsNotThere_IsAnOutcome(string address, int status)
    {
        var hub = await HubFixture.HubAsync();

        var answer = await hub.GetAsync(address);

        Assert.That((int)answer.Status, Is.EqualTo(status));
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
    }

    private static string Squeezed(byte[] json) => System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonElement.Parse(json));
}
