using System.Net;
using System.Text;

using Sas.Interop.Hub.Security.Limits;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Limits;

/// <summary>What a caller is told that passes a limit of its own, and that nobody else notices.</summary>
internal sealed class CallerLimitTests
{
    private const int Share = 150_000;
    private PushHub _sut = null!; // Set before any test runs.

    private static HttpMethod[] Methods { get; } = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Post];

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await PushHub.StartAsync(["Hub:Limits:Vendor:RequestsPerSecond=0.01",
        "Hub:Limits:Vendor:Burst=3",
        "Hub:Limits:Vendor:Concurrency=2",
        $"Hub:Limits:Vendor:BodyBytes={Share}",
        "Hub:Limits:Vendor:BytesPerSecond=1024",
        "Hub:Limits:Vendor:BytesBurst=100000",
        "Hub:Limits:RefusalPause=00:00:00"]);

    [OneTimeTearDown]
    public async Task StopAsync() => await _sut.DisposeAsync();

    [TestCaseSource(nameof(Methods))]
    public async Task Send_BeyondTheBurst_Is429WithRetryAfterWhateverTheMethod(HttpMethod method)
    {
        var vendor = $"rate-{method.Method.ToLowerInvariant()}";
        for (var i = 0; i < 3; i++)
        {
            Assert.That((int)(await SendAsync(method, "metadata", vendor)).Status, Is.Not.EqualTo(429));
        }

        var refused = await SendAsync(method, "metadata", vendor);

        Assert.That((int)refused.Status, Is.EqualTo(429));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.InRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(100)));
        Assert.That(refused.Headers.CacheControl?.NoStore, Is.True);
        if (method != HttpMethod.Head)
        {
            Assert.That((refused.Type, refused.MediaType), Is.EqualTo(("OperationOutcome", "application/fhir+json")));
            Assert.That(refused.Issues.Single().Text("code"), Is.EqualTo("throttled"));
        }

        Assert.That((await SendAsync(HttpMethod.Get, "metadata", vendor + "-other")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _sut.Hub.GetAsync("metadata")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Send_BeyondTheBurstOutsideOfFhir_HasTheFormOfThePlatformsInterface()
    {
        for (var i = 0; i < 3; i++)
        {
            await SendAsync(HttpMethod.Get, "/v1/orientations", "plain");
        }

        var refused = await SendAsync(HttpMethod.Get, "/v1/orientations", "plain");

        Assert.That((int)refused.Status, Is.EqualTo(429));
        Assert.That(refused.Json.At("error")?.Text("code"), Is.EqualTo("throttled"));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Health_OfACallerBeyondItsRate_IsAnswered()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.That((await SendAsync(HttpMethod.Get, "/health/live", "probe")).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Send_BeyondTheConcurrency_Is429UntilOneHasEnded()
    {
        var one = await RawCall.HoldAsync(_sut.Hub.Root, "POST /fhir/Slot/$validate", vendor: "many");
        await using var other = await RawCall.HoldAsync(_sut.Hub.Root, "POST /fhir/Slot/$validate", vendor: "many");

        var refused = await SendAsync(HttpMethod.Get, "metadata", "many");

        Assert.That((int)refused.Status, Is.EqualTo(429));
        Assert.That(refused.Issues.Single().Text("diagnostics"), Does.Contain("under way"));
        Assert.That((await SendAsync(HttpMethod.Get, "metadata", "few")).Status, Is.EqualTo(HttpStatusCode.OK));
        await one.DisposeAsync();
    }

    [Test]
    public async Task Push_BodiesBeyondTheShare_Is429AndTheOthersAreRead()
    {
        await using var held = await RawCall.HoldAsync(_sut.Hub.Root, "POST /fhir/Slot/$validate", length: 100_000, vendor: "shared");

        var refused = await PostAsync(new byte[60_000], "shared");

        // The bytes that were announced are owed, so that the rate refuses before the share does.
        Assert.That((int)refused.Status, Is.EqualTo(429));
        Assert.That((int)(await PostAsync(new byte[60_000], "unshared")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Push_BytesBeyondTheRate_Is429WithTheTimeUntilTheyArePaid()
    {
        Assert.That((int)(await PostAsync(new byte[140_000], "bytes")).Status, Is.EqualTo(400));

        var refused = await PostAsync(new byte[10], "bytes");

        Assert.That((int)refused.Status, Is.EqualTo(429));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.InRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(41)));
    }

    [Test]
    public async Task Push_ChunksBeyondTheShare_Is429AndGivenBack()
    {
        var content = new StreamContent(new LengthlessStream(Encoding.ASCII.GetBytes("{\"x\":\"" + new string(' ', 400_000) + "\"}")));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/fhir+json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("Slot/$validate", UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Sas-Vendor", "chunks");

        var refused = await _sut.Hub.SendAsync(request);

        Assert.That((int)refused.Status, Is.EqualTo(429), Encoding.UTF8.GetString(refused.Body));
        Assert.That(refused.Issues.Single().Text("code"), Is.EqualTo("throttled"));
    }

    [Test]
    public async Task Push_LongerThanTheShare_Is413AndTheCallerSeesWhy()
    {
        var refused = await PostAsync(new byte[Share + 1], "long");

        Assert.That((int)refused.Status, Is.EqualTo(413));
        Assert.That(refused.Issues.Single().Text("code"), Is.EqualTo("too-long"));
        Assert.That(_sut.Hub.Resolve<CallerAccounts>().Count, Is.GreaterThan(0));
    }

    private Task<Answer> PostAsync(byte[] body, string vendor) => SendAsync(HttpMethod.Post, "Slot/$validate", vendor, body);

    private Task<Answer> SendAsync(HttpMethod method, string address, string vendor, byte[]? body = null)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Add("X-Sas-Vendor", vendor);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/fhir+json");
        }

        return _sut.Hub.SendAsync(request);
    }
}
