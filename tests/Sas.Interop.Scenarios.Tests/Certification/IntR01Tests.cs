using System.Collections.Concurrent;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>The rows of the official kit that both flavours have, each over every practitioner of the sandbox that the row is made for.</summary>
[TestFixture(KitFlavour.Practitioners, "+00:00")]
[TestFixture(KitFlavour.Practitioners, "")]
[TestFixture(KitFlavour.Communities, "")]
[Parallelizable]
internal sealed class IntR01Tests(KitFlavour flavour, string label)
{
    private readonly ConcurrentDictionary<string, Task<(KitSearch Search, Answer Answer, DateTimeOffset Now)>> _answers = new();

    // INT_R01 shows nothing of those whose slots only communities see.
    private IReadOnlyList<SandboxPractitioner> OnePlace { get; } =
    [
        .. HubFixture.Plan.Practitioners.Where(practitioner => practitioner.Case is SandboxCase.OnePlace or SandboxCase.PublicAndCommunity
            || (flavour == KitFlavour.Communities && practitioner.Case is SandboxCase.OneCommunity or SandboxCase.SharedCommunities)),
    ];

    private IReadOnlyList<SandboxPractitioner> TwoPlaces { get; } =
    [
        .. HubFixture.Plan.Practitioners.Where(practitioner => practitioner.Case is SandboxCase.TwoPlaces or SandboxCase.TwoVendors
            || (flavour == KitFlavour.Communities && practitioner.Case == SandboxCase.TwoPlacesOfCommunities)),
    ];

    // 1.1.01: a past window and practitioners whom nobody knows are no fault.
    [TestCase("start=ge2024-01-01T00:00:00.000%2B00:00&start=le2024-01-03T00:00:00.000%2B00:00", "810101215225")]
    [TestCase("start=ge2024-06-12T16:20:00.000%2B02:00&start=le2024-06-15T16:20:00.000%2B02:00", "810002909371,urn:oid:1.2.250.1.71.4.2.1%7C810001288385")]
    public async Task R1101_PastWindowAndStrangers_Answer200(string window, string practitioners)
    {
        var hub = await HubFixture.HubAsync();
        var answer = await hub.GetAsync(
            $"Slot?_include=Slot:schedule&_include:iterate=Schedule:actor{(flavour == KitFlavour.Communities ? "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization" : string.Empty)}&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C{practitioners}&{window}&status=free");

        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(answer.Type, Is.EqualTo("Bundle"));
    }

    [Test]
    public async Task R301_Metadata_IsACapabilityStatementOfR4()
    {
        var answer = await (await HubFixture.HubAsync()).GetAsync("metadata");

        Assert.That((int)answer.Status, Is.EqualTo(200));
        Assert.That(answer.Type, Is.EqualTo("CapabilityStatement"));
        Assert.That(answer.Json.Text("fhirVersion"), Does.Match(@"^4\.0\.\d$"));
    }

    [Test]
    public Task R4101_R4201_R4301_R4601_R4701_SetUp_Passes() => CheckAsync(OnePlace, static (_, asked) => KitRules.SetUp(asked.Answer));

    [Test]
    public Task R4302_Cardinality_OneOfEach() => CheckAsync(OnePlace, static (_, asked) => KitRules.Cardinality(asked.Answer, 1, 1));

    [Test]
    public Task R4303_R4602_NationalId_IsTheOneAsked() =>
        CheckAsync(OnePlace, static (practitioner, asked) => KitRules.NationalId(asked.Answer, practitioner.Id));

    [Test]
    public Task R4304_Dates_LieInTheWindowAndHaveTheForm() => CheckAsync(OnePlace, static (_, asked) => KitRules.Dates(asked.Answer, asked.Now, asked.Search));

    [Test]
    public Task R4305_References_LeadToEachOther() => CheckAsync(OnePlace, static (_, asked) => KitRules.References(asked.Answer));

    [Test]
    public Task R4306_Address_IsWhole() => CheckAsync(OnePlace, static (_, asked) => KitRules.Addresses(asked.Answer));

    [Test]
    public Task R4307_SelfLink_IsTheRequest() => CheckAsync(OnePlace, static (_, asked) => KitRules.SelfLink(asked.Answer));

    [Test]
    public Task R4308_Comment_IsThere() => CheckAsync(OnePlace, static (_, asked) => KitRules.BookingAddresses(asked.Answer));

    [Test]
    public Task R4309_Status_IsFree() => CheckAsync(OnePlace, static (_, asked) => KitRules.Statuses(asked.Answer));

    [Test]
    public Task R4310_AppointmentType_IsRoutineOrWalkIn() => CheckAsync(OnePlace, static (_, asked) => KitRules.AppointmentTypes(asked.Answer));

    [Test]
    public Task R4401_SetUpOfTwoPlaces_Passes() => CheckAsync(TwoPlaces, static (_, asked) => KitRules.SetUp(asked.Answer));

    [Test]
    public Task R4402_R4403_R4404_CardinalityOfTwoPlaces_OneAndTwoAndTwo() => CheckAsync(TwoPlaces, static (_, asked) => KitRules.Cardinality(asked.Answer, 1, 2));

    [Test]
    public Task R4405_R4406_R4407_R4408_ReferencesOfTwoPlaces_LeadToEachOther() => CheckAsync(TwoPlaces, static (_, asked) => KitRules.TwoPlaces(asked.Answer));

    [Test]
    public async Task R4501_R4502_R4503_R4504_TwoPractitioners_AreBothFound()
    {
        var hub = await HubFixture.HubAsync();
        var faults = new List<string>();
        foreach (var pair in OnePlace.Take(OnePlace.Count / 2).Zip(OnePlace.Reverse()))
        {
            var answer = await KitSearch.At(hub.Now, flavour, label, pair.First.Id, pair.Second.Id).SendAsync(hub);
            faults.AddRange(KitRules.SetUp(answer).Concat(KitRules.Cardinality(answer, 2, 2)).Select(fault => $"{pair.First.Id}, {pair.Second.Id}: {fault}"));
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public Task R4603_R4604_Names_AreThere() => CheckAsync(OnePlace, static (_, asked) => KitRules.Names(asked.Answer));

    [Test]
    public Task R4605_Phone_IsInternational() => CheckAsync(OnePlace, static (_, asked) => KitRules.Phones(asked.Answer));

    [Test]
    public Task R4606_Structure_IsNational() => CheckAsync(OnePlace, static (_, asked) => KitRules.Structures(asked.Answer));

    [Test]
    public Task R4702_SlotTypes_AreTheDeclared() =>
        CheckAsync(OnePlace, (practitioner, asked) => KitRules.SlotTypes(asked.Answer, Declared.SlotTypes(practitioner, flavour)));

    [Test]
    public Task R4703_ConsultationTypes_AreTheDeclared() =>
        CheckAsync(OnePlace, static (practitioner, asked) => KitRules.ConsultationTypes(asked.Answer, Declared.ConsultationTypes(practitioner)));

    private async Task CheckAsync(
        IReadOnlyList<SandboxPractitioner> practitioners,
        Func<SandboxPractitioner, (KitSearch Search, Answer Answer, DateTimeOffset Now), IEnumerable<string>> rule)
    {
        Assert.That(practitioners, Has.Count.GreaterThan(50));
        var faults = new List<string>();
        foreach (var practitioner in practitioners)
        {
            var asked = await _answers.GetOrAdd(practitioner.Id, AskAsync);
            faults.AddRange(rule(practitioner, asked).Distinct().Select(fault => $"{practitioner.Id}, {practitioner.Places[0].Links[0].Vendor}: {fault}"));
        }

        Assert.That(faults, Is.Empty);
    }

    private async Task<(KitSearch Search, Answer Answer, DateTimeOffset Now)> AskAsync(string practitioner)
    {
        var hub = await HubFixture.HubAsync();
        var now = hub.Now;
        var search = KitSearch.At(now, flavour, label, practitioner);
        return (search, await search.SendAsync(hub), now);
    }
}
