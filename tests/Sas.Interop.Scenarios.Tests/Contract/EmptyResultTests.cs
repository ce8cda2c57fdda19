using System.Globalization;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Searches that find nothing, or are asked for a number only, answer 200 and leave <c>entry</c> out (CONTRACT §3.8).</summary>
[Parallelizable]
internal sealed class EmptyResultTests
{
    private static readonly SandboxCase[] Silent =
        [SandboxCase.NoSlot, SandboxCase.NoVendor, SandboxCase.Refusing, SandboxCase.OneCommunity, SandboxCase.SharedCommunities, SandboxCase.TwoPlacesOfCommunities];

    [Test]
    public async Task Search_SilentPractitioners_FindsNothing()
    {
        var hub = await HubFixture.HubAsync();
        foreach (var practitioner in HubFixture.Plan.Practitioners.Where(static practitioner => Silent.Contains(practitioner.Case)))
        {
            ShouldBeEmpty(await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), practitioner.Id)), hub);
        }
    }

    [TestCase("810101215225")]
    [TestCase("10101215225")]
    [TestCase("0751234567")]
    [TestCase("nobody")]
    [TestCase("8/1%2F2")]
    [TestCase("%C3%A9")]
    [TestCase("%27%3B--")]
    public async Task Search_Strangers_FindsNothing(string identifier)
    {
        var hub = await HubFixture.HubAsync();
        ShouldBeEmpty(await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), identifier)), hub);
    }

    [TestCase(-96, -1)]
    [TestCase(1000, 1100)]
    [TestCase(48, 24)]
    public async Task Search_WindowWithoutSlots_FindsNothing(int fromHour, int toHour)
    {
        var hub = await HubFixture.HubAsync();
        var everybody = HubFixture.Plan.Practitioners.Select(static practitioner => practitioner.Id);
        ShouldBeEmpty(await hub.GetAsync(SlotSearchUrl.Of(hub.Now.AddHours(fromHour), hub.Now.AddHours(toHour), everybody)), hub);
    }

    [TestCase("status=busy")]
    [TestCase("status=busy,entered-in-error")]
    public async Task Search_OtherStatus_FindsNothing(string status)
    {
        var hub = await HubFixture.HubAsync();
        var url = SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), HubFixture.Plan.Practitioners[0].Id).Replace("status=free", status, StringComparison.Ordinal);
        ShouldBeEmpty(await hub.GetAsync(url), hub);
    }

    [Test]
    public async Task Search_OtherAuthority_FindsNothing()
    {
        var hub = await HubFixture.HubAsync();
        var url = SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), HubFixture.Plan.Practitioners[0].Id).Replace("71.4.2.1%7C", "71.4.2.2%7C", StringComparison.Ordinal);
        ShouldBeEmpty(await hub.GetAsync(url), hub);
    }

    [Test]
    public async Task Search_CountZero_TellsTheNumberOnly()
    {
        var hub = await HubFixture.HubAsync();
        var url = SlotSearchUrl.Of(hub.Now.AddHours(5), hub.Now.AddHours(72), HubFixture.Plan.Practitioners[0].Id);
        var whole = await hub.GetAsync(url);
        var number = await hub.GetAsync(url + "&_count=0");

        Assert.That(whole.OfType("Slot"), Is.Not.Empty);
        Assert.That(number.Json.At("total")?.GetInt32(), Is.EqualTo(whole.OfType("Slot").Count));
        Assert.That(number.Json.At("entry"), Is.Null);
    }

    [TestCase(26)]
    [TestCase(60)]
    [TestCase(354)]
    public async Task Search_MoreIdentifiersThanTheContractNames_AnswersThemAll(int count)
    {
        var hub = await HubFixture.HubAsync();
        var asked = HubFixture.Plan.Practitioners.Take(count).ToList();
        var answer = await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), asked.Select(static practitioner => practitioner.Id)));

        Assert.That(
            answer.OfType("Practitioner").Select(static practitioner => practitioner.Identifier()),
            Is.EquivalentTo(asked.Where(static practitioner => !Silent.Contains(practitioner.Case)).Select(static practitioner => practitioner.Id)));
    }

    [Test]
    public async Task Search_OneThousandIdentifiers_IsAnswered()
    {
        var hub = await HubFixture.HubAsync();
        var strangers = Enumerable.Range(0, 1000).Select(static number => string.Create(CultureInfo.InvariantCulture, $"8101012{number:00000}"));
        ShouldBeEmpty(await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), strangers)), hub);
    }

    private static void ShouldBeEmpty(Answer answer, RunningHub hub)
    {
        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(AnswerRules.FaultsOf(answer, hub.FhirBase), Is.Empty);
        Assert.That(answer.Json.At("entry"), Is.Null);
        Assert.That(answer.Json.At("total")?.GetInt32(), Is.Zero);
    }
}
