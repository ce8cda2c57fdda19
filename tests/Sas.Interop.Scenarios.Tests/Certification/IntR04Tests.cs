using System.Collections.Concurrent;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>The rows of the official kit that its CPTS flavour alone has. The rows of both flavours are in <see cref="IntR01Tests"/>.</summary>
[Parallelizable]
internal sealed class IntR04Tests
{
    private static readonly ConcurrentDictionary<string, Task<Answer>> Answers = new();

    // RPPS 1: one place, one community.
    private static IReadOnlyList<SandboxPractitioner> One { get; } =
        [.. HubFixture.Plan.Practitioners.Where(static practitioner => practitioner.Case is SandboxCase.PublicAndCommunity or SandboxCase.OneCommunity)];

    // RPPS 2: two places, slots that two communities share and slots of one of them.
    private static IReadOnlyList<SandboxPractitioner> Two { get; } = [.. HubFixture.Plan.With(SandboxCase.TwoPlacesOfCommunities)];

    private static IReadOnlyList<SandboxPractitioner> Shared { get; } = [.. Two, .. HubFixture.Plan.With(SandboxCase.SharedCommunities)];

    [Test]
    public Task R4311_CardinalityOfCommunities_AsManyServicesAsOrganizations() => CheckAsync(One, static answer => CommunityKitRules.Cardinality(answer, 1));

    [Test]
    public Task R4312_ReferencesToCommunities_LeadToTheFirst() => CheckAsync(One, CommunityKitRules.References);

    [Test]
    public Task R4313_IdentifierOfTheCommunity_IsAFiness() => CheckAsync([.. One, .. Shared], CommunityKitRules.Identifier);

    [Test]
    public Task R481_R482_SetUpOfTwoCommunities_Passes() => CheckAsync(Shared, KitRules.SetUp);

    [Test]
    public Task R48_02_03_CardinalityOfTwoCommunities_AtLeastTwoOfEach() => CheckAsync(Shared, static answer => CommunityKitRules.Cardinality(answer, 2));

    [Test]
    public Task R48_04_SlotTypes_AreCptsAlone() => CheckAsync(Shared, CommunityKitRules.OnlyCommunities);

    [Test]
    public Task R48_05_Category_Is604OfItsNomenclature() => CheckAsync([.. One, .. Shared], CommunityKitRules.Category);

    [Test]
    public Task R481_06_Extensions_LeadToReturnedServices() => CheckAsync(Shared, CommunityKitRules.TwoCommunities);

    [Test]
    public Task R482_06_OneSlot_LeadsToTwoServices() => CheckAsync(Shared, CommunityKitRules.SharedSlot);

    [Test]
    public Task R48_07_Providers_AreReturnedAndTwo() => CheckAsync(Shared, CommunityKitRules.Providers);

    [Test]
    public Task R48_SlotsOfOneCommunity_StandBesideSharedOnes() => CheckAsync(Two, static answer =>
        KitRules.Slots(answer).Select(static slot => slot.Items("serviceType").Count(static type => type.At("extension") is not null)).Distinct().Order().SequenceEqual([1, 2]) ? [] : ["not both kinds of slots"]);

    [Test]
    public Task R490_NameAndTelephoneOfTheCommunity_AreThere() => CheckAsync([.. One, .. Shared], CommunityKitRules.NameAndPhone);

    [Test]
    public void Plan_OfTheSandbox_HasCommunitiesThatOnlyTheDirectoryTells() =>
        Assert.That(One.Where(static practitioner => !SandboxCommunities.AreTold(practitioner)).ToList(), Has.Count.GreaterThan(5));

    private static async Task CheckAsync(IReadOnlyList<SandboxPractitioner> practitioners, Func<Answer, IEnumerable<string>> rule)
    {
        Assert.That(practitioners, Has.Count.GreaterThan(8));
        var hub = await HubFixture.HubAsync();
        var faults = new List<string>();
        foreach (var practitioner in practitioners)
        {
            var answer = await Answers.GetOrAdd(practitioner.Id, id => KitSearch.At(hub.Now, KitFlavour.Communities, string.Empty, id).SendAsync(hub));
            faults.AddRange(rule(answer).Distinct().Select(fault => $"{practitioner.Id}, {practitioner.Case} of {practitioner.Places[0].Links[0].Vendor}: {fault}"));
        }

        Assert.That(faults, Is.Empty);
    }
}
