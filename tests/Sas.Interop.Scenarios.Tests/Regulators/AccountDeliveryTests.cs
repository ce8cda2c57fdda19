using System.Net;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Regulators;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Regulators;

/// <summary>From the platform's call to the mocked vendors, over the real hub.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class AccountDeliveryTests
{
    [Test]
    public async Task Deliveries_OfANewAccount_ReachEveryVendorThatKeepsAccounts()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var id = await CreatedAsync(hub, AccountBody.New());
        await UntilAsync(hub, id, "delivered");

        var deliveries = await hub.DeliveriesAsync(id);
        Assert.That(deliveries.Keys, Is.EquivalentTo(new[] { RegulatorHub.First, RegulatorHub.Second }));
        Assert.That(deliveries.Values.Select(static delivery => delivery.At("deliveredVersion")?.GetInt32()), Is.All.EqualTo(1));
        Assert.That(deliveries.Values.Select(static delivery => delivery.At("error")?.ValueKind), Is.All.EqualTo(System.Text.Json.JsonValueKind.Null));
    }

    [Test]
    public async Task Deliveries_VendorRefuses_SayWhy()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var id = await CreatedAsync(hub, AccountBody.New() with { Value = $"sandbox-refused-{Guid.NewGuid():N}" });
        await UntilAsync(hub, id, "refused");

        Assert.That((await hub.DeliveriesAsync(id)).Values.Select(static delivery => delivery.At("error")?.Text("code")), Is.All.EqualTo("VendorRejectedRequest"));
        var counts = await hub.Platform.GetAsync("admin/regulators");
        Assert.That(counts.Json.Items("vendors").Select(static vendor => vendor.At("refused")?.GetInt32()), Is.All.GreaterThan(0));
    }

    [Test]
    public async Task Deliveries_VendorHasItAlready_IsUpdated()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var id = await CreatedAsync(hub, AccountBody.New() with { Value = $"sandbox-known-{Guid.NewGuid():N}" });

        await UntilAsync(hub, id, "delivered");
    }

    [TestCase("unknown")]
    [TestCase("00000000000000000000000000000000")]
    public async Task Deliveries_OfNobody_AreNotFound(string id)
    {
        var hub = await RegulatorsFixture.HubAsync();
        var answer = await hub.Platform.GetAsync($"v1/regulators/{id}/deliveries");

        Assert.That(((int)answer.Status, answer.Json.At("error")?.Text("code")), Is.EqualTo((404, "not-found")));
    }

    [Test]
    public async Task EnsureAsync_OverTheRealVendors_AnswersByWhatTheyDo()
    {
        var hub = await RegulatorsFixture.HubAsync();
        var readiness = hub.Hub.Resolve<IRegulatorReadiness>();
        var (good, refused) = (AccountBody.New(), AccountBody.New() with { Value = $"sandbox-refused-{Guid.NewGuid():N}" });
        await CreatedAsync(hub, good);
        await CreatedAsync(hub, refused);

        Assert.That((await EnsureAsync(readiness, good.Value, RegulatorHub.First)).Value, Is.EqualTo(new RegulatorKey(AccountBody.Technical, good.Value)));
        Assert.That((await EnsureAsync(readiness, good.Value, RegulatorHub.Without)).Value, Is.EqualTo(new RegulatorKey(AccountBody.Technical, good.Value)));
        Assert.That((await EnsureAsync(readiness, refused.Value, RegulatorHub.First)).Error?.Code, Is.EqualTo(HubErrorCode.VendorRejectedRequest));
        Assert.That((await EnsureAsync(readiness, Guid.NewGuid().ToString(), RegulatorHub.First)).Error?.Code, Is.EqualTo(HubErrorCode.BusinessRule));
    }

    private static Task<Outcome<RegulatorKey>> EnsureAsync(IRegulatorReadiness readiness, string value, string vendor) =>
        readiness.EnsureAsync(new RegulatorKey(AccountBody.Technical, value), vendor, TimeSpan.FromSeconds(20), CancellationToken.None);

    private static async Task<string> CreatedAsync(RegulatorHub hub, AccountBody body)
    {
        var created = await hub.PostAsync(body.Text());
        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Created));
        return created.Json.Text("id") ?? string.Empty;
    }

    private static Task UntilAsync(RegulatorHub hub, string id, string state) => Eventually.TrueAsync(
        async () => (await hub.DeliveriesAsync(id)).Values.All(delivery => delivery.Text("state") == state), $"every vendor '{state}'");
}
