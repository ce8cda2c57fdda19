using System.Text;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Read;

/// <summary>Reads and plain searches as they go over the wire.</summary>
[Parallelizable]
internal sealed class ReadOverHttpTests
{
    private static string Practitioner { get; } = HubFixture.Plan.With(SandboxCase.TwoPlaces).First().Id;

    [TestCase("Patient/1")]
    [TestCase("Slot/1")]
    [TestCase("Slot/_search")]
    [TestCase("Schedule/810990000019")]
    [TestCase("Location/place-000000000000")]
    [TestCase("Practitioner/8")]
    [TestCase("Organization/%2e%2e%2Fmetadata")]
    [TestCase("Practitioner/810990000019/_history")]
    public async Task Read_NobodyKnown_IsNotFound(string url)
    {
        var answer = await (await HubFixture.HubAsync()).GetAsync(url);

        Assert.That((int)answer.Status, Is.EqualTo(404));
        Assert.That(answer.Type, Is.EqualTo("OperationOutcome"));
        Assert.That(answer.Issues.Codes(), Is.EqualTo(new[] { "not-found" }));
    }

    [Test]
    public async Task Read_WithoutVendor_IsFoundAndRefusing_IsNot()
    {
        var hub = await HubFixture.HubAsync();

        Assert.That((int)(await hub.GetAsync("Practitioner/" + HubFixture.Plan.With(SandboxCase.NoVendor).First().Id)).Status, Is.EqualTo(200));
        Assert.That((int)(await hub.GetAsync("Practitioner/" + HubFixture.Plan.With(SandboxCase.Refusing).First().Id)).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task Read_Again_IsNotModified()
    {
        var hub = await HubFixture.HubAsync();
        var first = await hub.GetAsync("Practitioner/" + Practitioner);
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri("Practitioner/" + Practitioner, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag?.ToString());
        var second = await hub.SendAsync(request);

        Assert.That(first.Headers.ETag?.IsWeak, Is.True);
        Assert.That(((int)second.Status, second.Body.Length), Is.EqualTo((304, 0)));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
    }

    [Test]
    public async Task Read_Head_HasTheLengthOfTheBody()
    {
        var hub = await HubFixture.HubAsync();
        var get = await hub.GetAsync("Practitioner/" + Practitioner);
        var head = await hub.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri("Practitioner/" + Practitioner, UriKind.Relative)));

        Assert.That(((int)head.Status, head.Body.Length), Is.EqualTo((200, 0)));
        Assert.That(head.ContentHeaders.ContentLength, Is.EqualTo(get.Body.Length));
    }

    [TestCase("xml", 406)]
    [TestCase("application/fhir+json", 200)]
    public async Task Read_Format_IsJudged(string format, int status)
    {
        var hub = await HubFixture.HubAsync();

        Assert.That((int)(await hub.GetAsync($"Practitioner/{Practitioner}?_format={format}")).Status, Is.EqualTo(status));
        Assert.That((int)(await hub.GetAsync($"Practitioner?_id={Practitioner}&_format={format}")).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Find_SchedulesOfAPractitioner_LeadToWhoAndWhere()
    {
        var hub = await HubFixture.HubAsync();
        var got = await hub.GetAsync($"Schedule?actor=Practitioner/{Practitioner}&_include=Schedule:actor");
        var posted = await hub.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("Schedule/_search", UriKind.Relative))
        {
            Content = new StringContent($"actor=Practitioner/{Practitioner}&_include=Schedule:actor", Encoding.UTF8, "application/x-www-form-urlencoded"),
        });

        Assert.That(got.Resources.Select(static resource => resource.Text("resourceType")), Is.EqualTo(new[] { "Schedule", "Schedule", "Practitioner", "PractitionerRole", "PractitionerRole" }));
        Assert.That(got.Json.At("total")?.GetInt32(), Is.EqualTo(2));
        Assert.That(posted.Entries.Select(static entry => entry.Text("fullUrl")), Is.EqualTo(got.Entries.Select(static entry => entry.Text("fullUrl"))));
    }

    [Test]
    public async Task Find_Nobody_IsAnEmptyBundle()
    {
        var answer = await (await HubFixture.HubAsync()).GetAsync("Practitioner?identifier=899999999999");

        Assert.That(((int)answer.Status, answer.Type, answer.Json.At("total")?.GetInt32()), Is.EqualTo((200, "Bundle", 0)));
        Assert.That(answer.Json.At("entry"), Is.Null);
    }

    [TestCase("Practitioner", "http.identifier")]
    [TestCase("PractitionerRole", "http.practitioner")]
    [TestCase("Location", "http.organization")]
    [TestCase("Organization", "http.identifier")]
    [TestCase("HealthcareService", "http.organization")]
    [TestCase("Schedule", "http.actor:Location.organization.identifier")]
    public async Task Find_WithoutCriterion_IsRefused(string type, string location)
    {
        var answer = await (await HubFixture.HubAsync()).GetAsync(type);

        Assert.That((int)answer.Status, Is.EqualTo(400));
        Assert.That(answer.Issues.SelectMany(static issue => issue.Items("location")).Select(static text => text.GetString()), Does.Contain(location));
    }
}
