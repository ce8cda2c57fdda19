using Sas.Interop.Adapters.FhirStandard;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

[TestFixture]
[Parallelizable]
internal sealed class FhirQueriesTests
{
    private static readonly Uri Base = new("https://vendor.example/fhir/");

    [Test]
    public void Slots_DefaultFlow_IsTheSearchOfTheContractWithCommunities() => Assert.That(
        FhirQueries.Slots(Base, [FhirSamples.Owner, FhirSamples.OtherOwner], FhirSamples.Window, new FhirStandardOptions()).AbsoluteUri,
        Is.EqualTo("https://vendor.example/fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor"
            + "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization"
            + "&start=ge2026-03-02T07:00:00.000%2B01:00&start=le2026-03-06T07:00:00.000%2B01:00"
            + "&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810099900011,urn:oid:1.2.250.1.71.4.2.1%7C810099900022"
            + "&status=free"));

    [Test]
    public void Slots_IndividualFlow_LeavesTheCommunitiesOut() => Assert.That(
        FhirQueries.Slots(Base, [FhirSamples.Owner], FhirSamples.Window, new FhirStandardOptions { Flow = "INT_R01", Count = 1000 }).Query,
        Is.EqualTo("?_include=Slot:schedule&_include:iterate=Schedule:actor"
            + "&start=ge2026-03-02T07:00:00.000%2B01:00&start=le2026-03-06T07:00:00.000%2B01:00"
            + "&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C810099900011&status=free&_count=1000"));

    [Test]
    public void Schedules_Associations_IsTheSearchOfTheContract() => Assert.That(
        FhirQueries.Schedules(Base, [FhirSamples.SosOwner], FhirSamples.Window, new FhirStandardOptions()).AbsoluteUri,
        Is.EqualTo("https://vendor.example/fhir/Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization"
            + "&_has:Slot:schedule:start=ge2026-03-02T07:00:00.000%2B01:00&_has:Slot:schedule:start=le2026-03-06T07:00:00.000%2B01:00"
            + "&_has:Slot:schedule:status=free&actor:Location.organization.identifier=urn:oid:1.2.250.1.71.4.2.2%7C399900011100017"));

    [Test]
    public void Slots_WindowOverTheSpringChange_WritesTheOffsetOfEachEnd()
    {
        var window = new TimeWindow(new DateTimeOffset(2026, 3, 28, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 30, 0, 0, 0, TimeSpan.Zero));

        var query = FhirQueries.Slots(Base, [FhirSamples.Owner], window, new FhirStandardOptions()).Query;

        Assert.That(query, Does.Contain("start=ge2026-03-28T01:00:00.000%2B01:00&start=le2026-03-30T02:00:00.000%2B02:00"));
    }

    [Test]
    public async Task PullAsync_MixedOwners_AsksInTheBatchesOfTheContract()
    {
        var handler = new ScriptedHttpHandler().Json("/fhir/", FhirSamples.Searchset([]));
        OwnerKey[] owners =
        [
            .. Enumerable.Range(0, 12).Select(static index => OwnerKey.Create(OwnerKind.Association, $"3999000111000{index:00}")),
            .. Enumerable.Range(0, 13).Select(static index => OwnerKey.Create(OwnerKind.Practitioner, $"8100999000{index:00}")),
        ];

        var results = await FhirPulls.PullAsync(handler, "{}", owners);

        Assert.That(handler.Requests.Select(static request => (request.Url.Contains("/Slot?", StringComparison.Ordinal), request.Url.Split("%7C").Length - 1)), Is.EqualTo(new[] { (true, 13), (false, 10), (false, 2) }));
        Assert.That(results.Select(static result => result.Target.Owner), Is.EquivalentTo(owners));
        Assert.That(results.Select(static result => result.Outcome.Value?.Coverage.Complete), Is.All.True);
    }

    [Test]
    public async Task PullAsync_OneOwnerTwice_AsksOnceAndAnswersBoth()
    {
        var handler = new ScriptedHttpHandler().Json("/fhir/", FhirSamples.Searchset([FhirSamples.Slot("a", "s1"), .. FhirSamples.Agenda()]));

        var results = await FhirPulls.PullAsync(handler, "{}", FhirSamples.Owner, FhirSamples.Owner);

        Assert.That(handler.Requests[0].Url.Split("%7C"), Has.Length.EqualTo(2));
        Assert.That(results.Select(static result => FhirPulls.Slots(result.Outcome.Value).Count), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task PullAsync_Headers_AcceptBothNamesAndCarryTheSecret()
    {
        var handler = new ScriptedHttpHandler().Json("/fhir/", FhirSamples.Searchset([]));
        await using var adapter = FhirPulls.Adapter(handler, authorization: "Bearer abc");

        await foreach (var result in ((ISlotSource)adapter).PullAsync(new PullRequest([new PullTarget { Owner = FhirSamples.Owner }], FhirSamples.Window), CancellationToken.None))
        {
            Assert.That(result.Outcome.IsSuccess);
        }

        Assert.That(handler.Requests[0].Headers["Accept"], Is.EqualTo("application/fhir+json application/json+fhir; q=0.9 application/json; q=0.8"), "The three values, as the test's handler joins them.");
        Assert.That(handler.Requests[0].Headers["Authorization"], Is.EqualTo("Bearer abc"));
    }
}
