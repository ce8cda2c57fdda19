using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Every rule of the contract on the answers for every practitioner of the sandbox, in lists of 25 as the platform asks.</summary>
[Parallelizable]
internal sealed class EveryPractitionerTests
{
    private static readonly SandboxCase[] Silent =
        [SandboxCase.NoSlot, SandboxCase.NoVendor, SandboxCase.Refusing, SandboxCase.OneCommunity, SandboxCase.SharedCommunities, SandboxCase.TwoPlacesOfCommunities];

    [TestCase(0, 2)]
    [TestCase(0, 96)]
    [TestCase(20, 48)]
    [TestCase(-500, 500)]
    public async Task Search_AllPractitioners_KeepsEveryRule(int fromHour, int toHour)
    {
        var hub = await HubFixture.HubAsync();
        var faults = new List<string>();
        var slots = 0;
        foreach (var asked in HubFixture.Plan.Practitioners.Select(static practitioner => practitioner.Id).Chunk(25))
        {
            var now = hub.Now;
            var (from, to) = (now.AddHours(fromHour), now.AddHours(toHour));
            var answer = await hub.GetAsync(SlotSearchUrl.Of(from, to, asked));

            // Bounds are written to the millisecond.
            faults.AddRange(AnswerRules.FaultsOf(answer, hub.FhirBase));
            faults.AddRange(AnswerRules.Times(answer, Later(Floor(from), now), to));
            faults.AddRange(answer.OfType("Practitioner").Select(static practitioner => practitioner.Identifier() ?? "(none)").Where(id => !asked.Contains(id)).Select(id => $"{id} was not asked for"));
            slots += answer.OfType("Slot").Count;
        }

        Assert.That(faults, Is.Empty);
        Assert.That(slots, Is.GreaterThan(toHour == 2 ? 50 : 1000));
    }

    [Test]
    public async Task Search_OneByOne_ShowsWhatTheCaseSays()
    {
        var hub = await HubFixture.HubAsync();
        var faults = new List<string>();
        foreach (var practitioner in HubFixture.Plan.Practitioners)
        {
            var answer = await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), practitioner.Id));
            var places = Silent.Contains(practitioner.Case) ? 0 : practitioner.Places.Count;
            if (answer.OfType("PractitionerRole").Count != places || answer.OfType("Slot").Count < places * 5)
            {
                faults.Add($"{practitioner.Id} {practitioner.Case} of {string.Join(' ', practitioner.Places.SelectMany(static place => place.Links).Select(static link => link.Vendor))}: "
                    + $"{answer.OfType("PractitionerRole").Count} places, {answer.OfType("Slot").Count} slots");
            }
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task Search_AcrossTheClockChange_ShowsBothOffsets()
    {
        var hub = await HubFixture.HubAsync();
        var practitioner = HubFixture.Plan.Practitioners.First(static practitioner => practitioner.Case == SandboxCase.OnePlace && practitioner.Places[0].TimeZone == "Europe/Paris");
        var overseas = HubFixture.Plan.Practitioners.First(static practitioner => practitioner.Case == SandboxCase.OnePlace && practitioner.Places[0].TimeZone == "Indian/Reunion");

        var here = await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), practitioner.Id));
        var there = await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), overseas.Id));

        Assert.That(Offsets(here), Is.EqualTo(new[] { "+01:00", "+02:00" }));
        Assert.That(Offsets(there), Is.EqualTo(new[] { "+04:00" }));
    }

    [Test]
    public async Task Search_WithoutIncludes_ShowsSlotsOnly()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await hub.GetAsync(WithoutIncludes(hub));
        var withSchedules = await hub.GetAsync(WithoutIncludes(hub) + "&_include=Slot:schedule");

        Assert.That(answer.Resources.Select(static resource => resource.Text("resourceType")).Distinct(), Is.EqualTo(new[] { "Slot" }));
        Assert.That(withSchedules.Resources.Select(static resource => resource.Text("resourceType")).Distinct(), Is.EqualTo(new[] { "Slot", "Schedule" }));
    }

    private static string WithoutIncludes(RunningHub hub) =>
        $"Slot?start=ge{SlotSearchUrl.Bound(hub.Now)}&start=le{SlotSearchUrl.Bound(hub.Now.AddHours(72))}&status=free&{SlotSearchUrl.Identifiers(HubFixture.Plan.Practitioners[0].Id)}";

    private static IEnumerable<string> Offsets(Answer answer) =>
        answer.OfType("Slot").Select(static slot => slot.Text("start")?[^6..] ?? "(none)").Distinct().Order(StringComparer.Ordinal);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Floor(DateTimeOffset instant) => new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), instant.Offset);
}
