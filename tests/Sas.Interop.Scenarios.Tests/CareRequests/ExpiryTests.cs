using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.CareRequests;

/// <summary>A request that nobody answers is closed.</summary>
internal sealed class ExpiryTests
{
    [Test]
    public async Task Sweep_NobodyAnswered_ClosesTheRequestWithItsCause()
    {
        await using var hub = await CareHub.StartAsync();
        var opened = await hub.PostAsync(hub.Request(CareHub.Asked[0]));
        var id = opened.Json.Text("id") ?? string.Empty;
        var store = hub.Hub.Resolve<CareRequestStore>();

        Assert.That(await hub.Hub.Resolve<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<CareRequestSweeper>().Single().SweepAsync(CancellationToken.None), Is.Zero);
        foreach (var due in await store.DueAsync(hub.Hub.Now, 10, CancellationToken.None))
        {
            await store.ExpireAsync(due, hub.Hub.Now, CancellationToken.None);
        }

        Assert.That((await hub.GetAsync($"fhir/ServiceRequest/{id}")).Json.Text("status"), Is.EqualTo("revoked"));
        var steps = (await hub.GetAsync($"v1/orientations/{id}")).Json.Items("transitions").ToList();
        Assert.That(steps[^1].Text("to"), Is.EqualTo("Expired"));
        Assert.That(steps[^1].Text("cause"), Is.Not.Empty);
    }
}
