using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Push;

/// <summary>Patient data is found wherever it hides, also where the model does not look.</summary>
[TestFixture]
[Parallelizable]
internal sealed class PushScanTests
{
    [TestCase("""{"resource":{"resourceType":"Patient","id":"x"}}""", "Bundle.entry[0].resource.resourceType")]
    [TestCase("""{"resource":{"resourceType":"RelatedPerson","id":"x"}}""", "Bundle.entry[0].resource.resourceType")]
    [TestCase("""{"resource":{"resourceType":"Schedule","id":"x","actor":[{"reference":"Patient/1"}]}}""", "Bundle.entry[0].resource.actor[0].reference")]
    [TestCase("""{"resource":{"resourceType":"Schedule","id":"x","actor":[{"reference":"https://vendor.example/fhir/Patient/1"}]}}""", "Bundle.entry[0].resource.actor[0].reference")]
    [TestCase("""{"resource":{"resourceType":"Schedule","id":"x","actor":[{"reference":"Patient?identifier=1"}]}}""", "Bundle.entry[0].resource.actor[0].reference")]
    [TestCase("""{"resource":{"resourceType":"Schedule","id":"x","actor":[{"reference":"\u0050atient/1"}]}}""", "Bundle.entry[0].resource.actor[0].reference")]
    [TestCase("""{"resource":{"resourceType":"Schedule","id":"x","actor":[{"refer\u0065nce":"Patient/1"}]}}""", "Bundle.entry[0].resource.actor[0].reference")]
    [TestCase("""{"resource":{"resourceType":"Schedule","id":"x","actor":[{"type":"Patient","display":"y"}]}}""", "Bundle.entry[0].resource.actor[0].type")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","patient":{"display":"y"}}}""", "Bundle.entry[0].resource.patient")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","patient":"y"}}""", "Bundle.entry[0].resource.patient")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","contained":[{"resourceType":"Patient","id":"p"}]}}""", "Bundle.entry[0].resource.contained[0].resourceType")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","unknown":[[{"a":{"reference":"Patient/1"}}]]}}""", "Bundle.entry[0].resource.unknown[0][0].a.reference")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","extension":[{"url":"u","valueReference":{"reference":"Patient/1"}}]}}""", "Bundle.entry[0].resource.extension[0].valueReference.reference")]
    [TestCase("""{"resource":{"resourceType":"Schedule","id":"x","actor":[{"reference":"Person/1"}]}}""", "Bundle.entry[0].resource.actor[0].reference")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","comment":"rappeler 1 99 51 99 001 001 01"}}""", "Bundle.entry[0].resource.comment")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","comment":"https://vendor.example/?nir=199519900100101"}}""", "Bundle.entry[0].resource.comment")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","unknown":199519900100101}}""", "Bundle.entry[0].resource.unknown")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","comment":"\u0031\u0039\u0039519900100101"}}""", "Bundle.entry[0].resource.comment")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","199519900100101":true}}""", "Bundle.entry[0].resource.?")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"1"}]}}""", "Bundle.entry[0].resource.identifier[0].system")]
    [TestCase("""{"resource":{"resourceType":"Slot","id":"x","identifier":[{"type":{"coding":[{"code":"INS-NIR"}]}}]}}""", "Bundle.entry[0].resource.identifier[0].type.coding[0].code")]
    public async Task ReadAsync_PatientData_IsRefusedWithItsPath(string entry, string path)
    {
        var json = """{"resourceType":"Bundle","type":"collection","entry":[""" + entry + "]}";
        foreach (var step in new int?[] { null, 1, 7 })
        {
            var push = await Pushes.ReadAsync(json, step);

            Assert.That(push.Issues.Where(static issue => issue.Rule == PushRules.PatientData).Select(static issue => issue.Path), Is.EqualTo(new[] { path }));
            Assert.That(PushErrors.Of(push)?.Code, Is.EqualTo(HubErrorCode.PatientData), "Whatever else is wrong.");
        }
    }

    [Test]
    public async Task ReadAsync_WordsThatOnlySoundLikeAPatient_AreNoFault()
    {
        var slot = FhirSamples.Slot("a", "s1") with { Comment = "Patient/1", ServiceType = [new Contracts.Fhir.CodeableConcept { Text = "Patient" }] };

        Assert.That((await Pushes.ReadAsync([slot, .. FhirSamples.Agenda()])).Issues, Is.Empty);
    }

    [Test]
    public async Task ReadAsync_PatientData_TellsLineAndColumn()
    {
        const string Json = "{\"resourceType\":\"Bundle\",\n\"type\":\"collection\",\n\"entry\":[{\"resource\":{\"resourceType\":\"Slot\",\n  \"patient\":{}}}]}";

        var issue = (await Pushes.ReadAsync(Json)).Issues.Single(static issue => issue.Rule == PushRules.PatientData);

        Assert.That((issue.Line, issue.Column), Is.EqualTo((4, 13)));
    }

    [Test]
    public async Task ReadAsync_EntriesThatAreNoObjects_DoNotShiftTheLinesOfOthers()
    {
        const string Json = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[null,\nnull,\n{\"resource\":{\"resourceType\":\"Schedule\",\"id\":\"s1\"}}]}";

        var required = (await Pushes.ReadAsync(Json)).Issues.Where(static issue => issue.Rule == PushRules.Required).ToList();

        Assert.That(required.Select(static issue => issue.Path), Is.EqualTo(new[] { "Bundle.entry[0].resource", "Bundle.entry[1].resource", "Bundle.entry[2].resource.actor" }));
        Assert.That(required[^1].Line, Is.EqualTo(3));
    }

    [Test]
    public async Task ReadAsync_PatientAfterALongValueThatDripsIn_IsFound()
    {
        var json = """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Slot","comment":" """ + new string('x', 100_000) + """ ","patient":{}}}]}""";

        Assert.That(PushErrors.Of(await Pushes.ReadAsync(json, 3))?.Code, Is.EqualTo(HubErrorCode.PatientData));
    }

    [Test]
    public async Task ReadAsync_ByteOrderMark_HidesNothing()
    {
        var push = await Pushes.ReadAsync("\uFEFF" + """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient"}}]}""");

        Assert.That(PushErrors.Of(push)?.Code, Is.EqualTo(HubErrorCode.PatientData));
    }

    [Test]
    public void ReadAsync_BytesInAnyPieces_GiveTheSame() => Prop.ForAll(Agendas.Any(), Gen.Choose(1, 40).ToArbitrary(), static (resources, step) =>
    {
        var json = FhirSamples.Json(FhirSamples.Bundle("collection", resources));
        return Describe(json, step) == Describe(json, null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Test]
    public void ReadAsync_EntriesInAnyOrder_GiveTheSame() => Prop.ForAll(Agendas.Any(), static resources =>
    {
        var sound = resources.Where(static resource => resource is not Contracts.Fhir.Slot { End: null } and not Contracts.Fhir.Slot { Schedule.Reference: "Schedule/s4" }).ToArray();
        return Snapshots(sound) == Snapshots(Agendas.Shuffled(sound, 5)) && Snapshots(sound).EndsWith("False", StringComparison.Ordinal);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    private static string Snapshots(IEnumerable<Contracts.Fhir.Resource> resources)
    {
        var push = Pushes.ReadAsync(resources).GetAwaiter().GetResult();
        return string.Join("\n---\n", push.Snapshots.Select(FhirPulls.Describe).Order(StringComparer.Ordinal)) + push.HasErrors;
    }

    private static string Describe(string json, int? step)
    {
        var push = Pushes.ReadAsync(json, step).GetAwaiter().GetResult();
        return string.Join('\n', push.Snapshots.Select(FhirPulls.Describe).Concat(push.Issues.Select(static issue => issue.ToString())));
    }
}
