using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Contract;

namespace Sas.Interop.Scenarios.Tests.Read;

/// <summary>The three searches of the contract, each over owners of the sandbox that have something to show.</summary>
internal static class FlowUrl
{
    private static readonly SandboxCase[] Communities = [SandboxCase.OneCommunity, SandboxCase.SharedCommunities, SandboxCase.PublicAndCommunity];

    /// <summary>Practitioners of every case, whatever the vendor.</summary>
    public static IReadOnlyList<string> Sample { get; } =
        [.. HubFixture.Plan.Practitioners.GroupBy(static owner => owner.Case).SelectMany(static group => group.Take(4)).Select(static owner => owner.Id)];

    public static string Individual(DateTimeOffset now) => SlotSearchUrl.Of(now.AddHours(1), now.AddHours(72), Sample);

    public static string Community(DateTimeOffset now) =>
        SlotSearchUrl.Of(now.AddHours(1), now.AddHours(72), HubFixture.Plan.Practitioners.Where(static owner => Communities.Contains(owner.Case)).Select(static owner => owner.Id))
        + "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization";

    public static string Association(DateTimeOffset now) =>
        "Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization"
        + $"&_has:Slot:schedule:start=ge{SlotSearchUrl.Bound(now.AddHours(1))}&_has:Slot:schedule:start=le{SlotSearchUrl.Bound(now.AddHours(72))}&_has:Slot:schedule:status=free"
        + "&actor:Location.organization.identifier=" + string.Join(',', HubFixture.Plan.Associations.Select(static association => "urn:oid:1.2.250.1.71.4.2.2%7C" + association.Siret));
}
