using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Scenarios.Tests.Sandbox;

/// <summary>Fresher data on demand, with every vendor and its mocked feed.</summary>
[Parallelizable]
internal sealed class FresherDataTests
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(60);

    [Test]
    public async Task RefreshAsync_EveryVendor_SpeaksOfItsOwnerAgain()
    {
        var hub = await HubFixture.HubAsync();
        var index = hub.Resolve<IAvailabilityReader>();
        (string Vendor, OwnerKey Owner)[] known = [..
            from practitioner in HubFixture.Plan.Practitioners
            let owner = OwnerKey.Create(OwnerKind.Practitioner, practitioner.Id)
            from lane in index.Find(owner)?.Lanes ?? []
            select (lane.Vendor.VendorId, owner)];
        OwnerKey[] owners = [.. known.DistinctBy(static pair => pair.Vendor).Select(static pair => pair.Owner).Distinct()];
        Assert.That(owners, Has.Length.GreaterThan(20));
        var before = hub.Now;

        foreach (var asked in owners.Chunk(25))
        {
            await hub.Resolve<IOwnerRefresher>().RefreshAsync(asked, TimeSpan.Zero, Within, CancellationToken.None);
        }

        Assert.That(
            from owner in owners
            from lane in index.Find(owner)?.Lanes ?? []
            where lane.SeenAt < before
            select $"{lane.Vendor.VendorId} {owner}",
            Is.Empty);
    }
}
