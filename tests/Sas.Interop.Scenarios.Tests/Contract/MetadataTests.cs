using System.Net;
using System.Text.Json;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Read;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary><c>GET /fhir/metadata</c> names what works, and what it names works.</summary>
[Parallelizable]
internal sealed class MetadataTests
{
    private static readonly string[] Served = ["Slot", "Schedule", "Practitioner", "PractitionerRole", "Location", "Organization", "HealthcareService"];

    private static readonly string[] Definitions = ["StructureDefinition", "ValueSet", "CodeSystem", "OperationDefinition"];

    /// <summary>Operations that need something to work on; their own tests ask them.</summary>
    private static readonly string[] Demanding = ["hold", "book"];

    [Test]
    public async Task Metadata_Types_AreTheOnesServed() =>
        Assert.That((await AllAsync()).Keys, Is.EquivalentTo([.. Served, .. Definitions, "Appointment", "Bundle", "ServiceRequest", "AuditEvent"]));

    [TestCaseSource(nameof(Definitions))]
    public async Task Metadata_Definitions_AreFoundAndRead(string type)
    {
        var declared = (await AllAsync())[type];
        Assert.That(declared.Items("interaction").Codes(), Is.EqualTo(new[] { "read", "search-type" }));
        Assert.That(declared.Items("searchParam").Select(static parameter => parameter.Text("name")), Is.EqualTo(new[] { "url" }));

        var one = (await GetAsync(type)).Resources[0];
        Assert.That((await GetAsync($"{type}?url={Uri.EscapeDataString(one.Text("url") ?? string.Empty)}")).Resources, Has.Count.EqualTo(1));
        Assert.That((await GetAsync($"{type}?url=urn:nothing")).Resources, Is.Empty);
        Assert.That((await GetAsync($"{type}/{one.Text("id")}")).Json.Text("url"), Is.EqualTo(one.Text("url")));
    }

    [Test]
    public async Task Metadata_SearchParameters_AllDecide()
    {
        var samples = await MetadataSamples.CollectAsync(await HubFixture.HubAsync());
        foreach (var (type, resource) in await ResourcesAsync())
        {
            var named = resource.Items("searchParam").Select(static parameter => parameter.Text("name") ?? string.Empty).ToList();
            Assert.That(named, Is.EquivalentTo(samples.Parameters(type)), type);
            foreach (var (name, find, miss) in samples.Searches(type))
            {
                var found = await GetAsync($"{type}?{find}");
                var missed = await GetAsync($"{type}?{miss}");

                Assert.That(((int)found.Status, (int)missed.Status), Is.EqualTo((200, 200)), $"{type} {name}");
                Assert.That(found.OfType(type).Count, name == "identifier" && type == "Slot" ? Is.Zero : Is.GreaterThan(0), $"{type}?{find}");
                Assert.That(missed.OfType(type).Count, Is.LessThan(Math.Max(1, found.OfType(type).Count)), $"{type}?{miss}");
            }
        }
    }

    [Test]
    public async Task Metadata_MandatoryParameters_AreMandatory()
    {
        var hub = await HubFixture.HubAsync();
        foreach (var search in new[] { FlowUrl.Individual(hub.Now), FlowUrl.Association(hub.Now) })
        {
            var mandatory = (await ResourcesAsync())[search.Split('?')[0]].Items("searchParam").Take(3).Select(static parameter => parameter.Text("name")).ToList();
            var pairs = search.Split('?')[1].Split('&');
            foreach (var left in mandatory)
            {
                var kept = pairs.Where(pair => pair.Split('=')[0] != left).ToList();
                Assert.That(kept, Has.Count.LessThan(pairs.Length));
                Assert.That((int)(await GetAsync($"{search.Split('?')[0]}?{string.Join('&', kept)}")).Status, Is.EqualTo(400), left);
            }
        }
    }

    [Test]
    public async Task Metadata_Includes_AllBringSomething()
    {
        var samples = await MetadataSamples.CollectAsync(await HubFixture.HubAsync());
        foreach (var (type, resource) in await ResourcesAsync())
        {
            (string Kind, string[] Links)[] declared =
            [
                ("_include", [.. resource.Items("searchInclude").Select(static link => link.GetString() ?? string.Empty)]),
                ("_revinclude", [.. resource.Items("searchRevInclude").Select(static link => link.GetString() ?? string.Empty)]),
            ];
            Assert.That(declared.SelectMany(kind => kind.Links.Select(link => $"{kind.Kind}={link}")), Is.EquivalentTo(MetadataSamples.Includes(type).Select(static include => include.Split('&')[^1])), type);
            foreach (var include in MetadataSamples.Includes(type))
            {
                var search = samples.Including(type, include);
                var without = await GetAsync($"{type}?{search[..search.LastIndexOf('&')]}");
                var with = await GetAsync($"{type}?{search}");

                Assert.That(with.Resources.Select(static found => found.Text("resourceType")).Distinct().Count(), Is.GreaterThan(without.Resources.Select(static found => found.Text("resourceType")).Distinct().Count()), search);
            }
        }
    }

    [Test]
    public async Task Metadata_ProfilesAndReads_AreThoseOfTheResources()
    {
        var samples = await MetadataSamples.CollectAsync(await HubFixture.HubAsync());
        foreach (var (type, resource) in await ResourcesAsync())
        {
            // Accounts of regulators are Practitioners too; what is written is tested with them.
            Assert.That(resource.Items("interaction").Codes().Except(["create", "update"]), Is.EqualTo(new[] { "read", "search-type" }), type);
            Assert.That(resource.Items("interaction").Codes().Contains("create"), Is.EqualTo(type == "Practitioner"), type);
            Assert.That(
                resource.Items("supportedProfile").Select(static profile => profile.GetString()).Where(static profile => profile != Contracts.Fhir.Profiles.ProfileUrls.PractitionerRegulator),
                Is.EquivalentTo(samples.Shown(type).SelectMany(static shown => shown.At("meta")?.Items("profile") ?? []).Select(static profile => profile.GetString()).Distinct()),
                type);

            var read = await GetAsync($"{type}/{samples.Shown(type)[0].Text("id")}");
            Assert.That(read.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await AgainAsync(read, "If-None-Match", read.Headers.ETag?.ToString())).Status, Is.EqualTo(HttpStatusCode.NotModified), type);
            if (resource.Text("conditionalRead") == "full-support")
            {
                Assert.That((await AgainAsync(read, "If-Modified-Since", read.ContentHeaders.LastModified?.ToString("R"))).Status, Is.EqualTo(HttpStatusCode.NotModified), type);
            }
            else
            {
                Assert.That(resource.Text("conditionalRead"), Is.EqualTo("not-match"), type);
            }
        }
    }

    [Test]
    public async Task Metadata_Operations_AllAnswer()
    {
        var hub = await HubFixture.HubAsync();
        var rest = (await MetadataAsync()).Json.Items("rest").Single();
        var operations = rest.Items("operation").Select(static operation => "$" + operation.Text("name"))
            .Concat((await AllAsync()).SelectMany(static resource => resource.Value.Items("operation").Where(static operation => !Demanding.Contains(operation.Text("name")))
                .Select(operation => $"{resource.Key}/${operation.Text("name")}")))
            .ToList();
        Assert.That(operations, Has.Count.EqualTo(1 + Served.Length + 2));
        foreach (var operation in operations)
        {
            var type = operation.Contains('/', StringComparison.Ordinal) ? operation.Split('/')[0] : "Slot";
            var answer = await hub.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(operation, UriKind.Relative))
            {
                Content = new StringContent($$"""{"resourceType":"{{type}}"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/fhir+json")),
            });

            Assert.That((int)answer.Status, Is.LessThan(300), operation);
        }
    }

    [Test]
    public async Task Metadata_Transaction_IsTaken()
    {
        var rest = (await MetadataAsync()).Json.Items("rest").Single();
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

    private static Task<Answer> MetadataAsync() => GetAsync("metadata");

    private static async Task<Answer> GetAsync(string relative) => await (await HubFixture.HubAsync()).GetAsync(relative);

    private static async Task<Answer> AgainAsync(Answer first, string header, string? value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, first.Url);
        request.Headers.TryAddWithoutValidation(header, value);
        return await (await HubFixture.HubAsync()).SendAsync(request);
    }

    private static async Task<Dictionary<string, JsonElement>> ResourcesAsync() =>
        (await AllAsync()).Where(static resource => Served.Contains(resource.Key)).ToDictionary();

    private static async Task<Dictionary<string, JsonElement>> AllAsync() =>
        (await MetadataAsync()).Json.Items("rest").Single().Items("resource").ToDictionary(static resource => resource.Text("type") ?? string.Empty);
}
