using System.Net;

using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>What an SOS association declares is in the next SOS search.</summary>
[Parallelizable]
internal sealed class AssociationInSearchTests
{
    [Test]
    public async Task Search_AssociationRefusesOrIsAway_ShowsNothingOfItAndTheOtherUnchanged()
    {
        await using var hub = await RunningHub.StartAsync(new HubSettings());
        var calls = new PlatformCalls(hub);
        var (first, second) = (HubFixture.Plan.Associations[0].Siret, HubFixture.Plan.Associations[1].Siret);
        var (before, other) = (await SlotsAsync(hub, first), await SlotsAsync(hub, second));
        Assert.That(Math.Min(before, other), Is.Positive);

        foreach (var (declared, shown) in new[]
        {
            ("""{"refusesSlots":true}""", 0), ("""{"refusesSlots":false}""", before),
            ("""{"unavailabilities":[{}]}""", 0), ("""{"unavailabilities":[{"place":"elsewhere"}]}""", before),
        })
        {
            Assert.That((int)(await calls.SetAsync(first, declared)).Status, Is.AnyOf(200, 201));
            Assert.That((await SlotsAsync(hub, first), await SlotsAsync(hub, second)), Is.EqualTo((shown, other)), declared);
        }
    }

    private static async Task<int> SlotsAsync(RunningHub hub, string siret)
    {
        // Whole hours ahead, so that no slot passes out of the window meanwhile.
        var from = new DateTimeOffset(hub.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        var answer = await hub.GetAsync(
            "Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization"
            + $"&_has:Slot:schedule:start=ge{SlotSearchUrl.Bound(from)}&_has:Slot:schedule:start=le{SlotSearchUrl.Bound(from.AddDays(2))}"
            + $"&_has:Slot:schedule:status=free&actor:Location.organization.identifier=urn:oid:1.2.250.1.71.4.2.2%7C{siret}");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        return answer.OfType("Slot").Count;
    }
}
