using System.Net;

using Sas.Interop.Hub;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>A hub without a list of callers says so wherever somebody looks, and a hub that would be open to others does not start.</summary>
internal sealed class DevelopmentModeTests
{
    [Test]
    public async Task Hub_WithoutCallers_SaysSoOnHealthAndStatus()
    {
        var hub = await HubFixture.HubAsync();
        using var health = await hub.Client.GetAsync(new Uri(hub.Root, "/health/ready"));
        using var status = await hub.Client.GetAsync(new Uri(hub.Root, "/status"));

        var callers = (await Answer.ReadAsync(health)).Json.At("callers");
        Assert.That((callers?.Text("mode"), callers?.Text("warning")), Is.EqualTo(("development", DevelopmentNotice.Sentence)));
        Assert.That(await status.Content.ReadAsStringAsync(), Does.Contain(DevelopmentNotice.Sentence).And.Contains("role=\"alert\""));
    }

    [Test]
    public async Task Status_WithCertificates_HasNoBanner()
    {
        using var folder = new TrustFolder();
        await using var hub = await TlsHub.StartAsync(folder);
        using var certificate = folder.Issue(TrustFolder.Operator);
        using var client = hub.Client(folder.Present(certificate));

        var page = await client.GetAsync("/status");

        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(System.Text.Encoding.UTF8.GetString(page.Body), Does.Not.Contain("Development mode"));
    }

    [TestCase("https://0.0.0.0:0")]
    [TestCase("http://0.0.0.0:0")]
    public void Build_OpenToOthersWithoutCallers_IsRefused(string url)
    {
        var (application, refusal) = HubApplication.Build([$"--urls={url}", "--Kestrel:Certificates:Default:Path=hub.pfx"]);

        Assert.That(application, Is.Null);
        Assert.That(refusal, Does.Contain(url).And.Contains("Hub:CallersFile"));
    }

    [Test]
    public async Task Prepare_FaultyCallers_EndsWithEveryFault()
    {
        using var folder = new TrustFolder();
        folder.WriteCallers("""{ "server": { "certificate": "none.pem" }, "trust": { "anchors": ["root.pem"] }, "callers": [{}] }""");
        var data = new TestFolder("hub-tls-");
        var (application, _) = HubApplication.Build(TlsHub.Arguments(folder, data, "https://127.0.0.1:0"));
        Assert.That(application, Is.Not.Null);
        await using (application)
        {
            var refused = Assert.ThrowsAsync<InvalidConfigurationException>(() => HubApplication.PrepareAsync(application, CancellationToken.None));
            Assert.That(refused?.Faults.Select(static fault => fault.Path), Is.SupersetOf(new[] { "$.server.certificate", "$.trust", "$.callers[0].id", "$.callers[0].subject" }));
        }

        data.Dispose();
    }
}
