using System.Net;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary><c>GET /fhir/metadata</c> names what works, and what it names works.</summary>
[Parallelizable]
internal sealed class MetadataTests
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["start"] = "start=ge2026-03-28T07:00:00Z&start=le2026-03-31T07:00:00Z",
        ["status"] = "status=free",
        ["schedule.actor:Practitioner.identifier"] = "schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810990000019",
    };

    [Test]
    public async Task Metadata_SearchParameters_AreTheOnesThatWork()
    {
        var slot = await SlotAsync();
        var named = slot.Items("searchParam").Select(static parameter => parameter.Text("name") ?? string.Empty).ToList();

        Assert.That(named, Is.EquivalentTo(Values.Keys));
        Assert.That((int)(await SearchAsync(named)).Status, Is.EqualTo(200));
        foreach (var left in named)
        {
            // Each is mandatory, so each is read.
            Assert.That((int)(await SearchAsync(named.Where(name => name != left))).Status, Is.EqualTo(400), left);
        }
    }

    [Test]
    public async Task Metadata_Includes_AllWork()
    {
        var slot = await SlotAsync();
        var includes = slot.Items("searchInclude").Select(static include => include.GetString() ?? string.Empty).ToList();
        Assert.That(includes, Is.EqualTo(new[] { "Slot:schedule", "Schedule:actor" }));

        var without = await SearchAsync(Values.Keys);
        var with = await SearchAsync(Values.Keys, $"&_include={includes[0]}&_include:iterate={includes[1]}");

        Assert.That(Types(without), Is.EquivalentTo(new[] { "Slot" }));
        Assert.That(Types(with), Is.EquivalentTo(new[] { "Slot", "Schedule", "Practitioner", "PractitionerRole" }));
    }

    [Test]
    public async Task Metadata_Interactions_AllWork()
    {
        var metadata = await MetadataAsync();
        var rest = metadata.Json.Items("rest").Single();
        Assert.That(rest.Items("resource").Select(static resource => resource.Text("type")), Is.EqualTo(new[] { "Slot" }));
        Assert.That((await SlotAsync()).Items("interaction").Codes(), Is.EqualTo(new[] { "search-type" }));
        Assert.That(rest.Items("interaction").Codes(), Is.EqualTo(new[] { "transaction" }));

        var hub = await HubFixture.HubAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(hub.FhirBase))
        {
            Content = new StringContent("""{"resourceType":"Bundle","type":"transaction"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/fhir+json")),
        };
        request.Headers.Add("X-Sas-Vendor", "sas-agenda");
        var answer = await hub.SendAsync(request);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Json.Text("type"), Is.EqualTo("transaction-response"));
    }

    [Test]
    public async Task Metadata_Formats_AllWork()
    {
        var hub = await HubFixture.HubAsync();
        foreach (var format in (await MetadataAsync()).Json.Items("format").Select(static format => format.GetString() ?? string.Empty))
        {
            Assert.That((int)(await hub.GetAsync("metadata?_format=" + Uri.EscapeDataString(format))).Status, Is.EqualTo(200), format);
        }
    }

    [Test]
    public async Task Metadata_Itself_IsWholeAndNamesThisHub()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await MetadataAsync();
        var read = Contracts.Fhir.Json.FhirJson.Read<Contracts.Fhir.CapabilityStatement>(answer.Body, Contracts.Fhir.Json.FhirReadOptions.Default);

        Assert.That(read.Issues, Is.Empty);
        Assert.That(answer.Json.At("implementation")?.Text("url"), Is.EqualTo(hub.FhirBase));
        Assert.That((answer.Json.Text("status"), answer.Json.Text("kind"), answer.Json.Text("fhirVersion")), Is.EqualTo(("active", "instance", "4.0.1")));
    }

    private static async Task<Answer> MetadataAsync() => await (await HubFixture.HubAsync()).GetAsync("metadata");

    private static async Task<System.Text.Json.JsonElement> SlotAsync() => (await MetadataAsync()).Json.Items("rest").Single().Items("resource").Single();

    private static async Task<Answer> SearchAsync(IEnumerable<string> parameters, string suffix = "") =>
        await (await HubFixture.HubAsync()).GetAsync("Slot?" + string.Join('&', parameters.Select(static name => Values[name])) + suffix);

    private static IEnumerable<string?> Types(Answer answer) => answer.Resources.Select(static resource => resource.Text("resourceType")).Distinct();
}
