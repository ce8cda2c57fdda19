using System.Globalization;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>A whole search of one flow as its parts, so that a test can bend one of them. Values stand as they go over the wire.</summary>
/// <param name="Flow">Its name in a test.</param>
/// <param name="Shape">What its answers look like.</param>
/// <param name="Pairs">Names and values.</param>
internal sealed record FlowSearch(string Flow, FlowShape Shape, IReadOnlyList<(string Name, string Value)> Pairs)
{
    private const string Persons = "urn:oid:1.2.250.1.71.4.2.1%7C";
    private const string Structures = "urn:oid:1.2.250.1.71.4.2.2%7C";

    // Whole days after the one that the hub under test begins with, so that no slot begins between two searches of one test.
    private const string FirstDay = "2026-03-29T00:00:00.000%2B01:00";
    private const string LastDay = "2026-03-31T00:00:00.000%2B02:00";

    public string Resource => Flow == "SOS" ? "Schedule" : "Slot";

    /// <summary>The name of the parameter that tells whose slots are wanted.</summary>
    public string Owners => Flow == "SOS" ? "actor:Location.organization.identifier" : "schedule.actor:Practitioner.identifier";

    public string Start => Flow == "SOS" ? "_has:Slot:schedule:start" : "start";

    public string Status => Flow == "SOS" ? "_has:Slot:schedule:status" : "status";

    public string Url => $"{Resource}?{Query}";

    public string Query => string.Join('&', Pairs.Select(static pair => $"{pair.Name}={pair.Value}"));

    /// <summary>The three flows, each for owners that have slots.</summary>
    public static IReadOnlyList<FlowSearch> All { get; } = [Of("R01"), Of("R04"), Of("SOS")];

    public static FlowSearch Named(string flow) => All.Single(search => search.Flow == flow);

    public static FlowSearch Of(string flow) => flow switch
    {
        "R01" => Individual(HubFixture.Plan.With(SandboxCase.OnePlace).Take(3).Concat(HubFixture.Plan.With(SandboxCase.TwoPlaces).Take(2)).Concat(HubFixture.Plan.With(SandboxCase.PublicAndCommunity).Take(2)).Select(static owner => owner.Id)),
        "R04" => Community(HubFixture.Plan.With(SandboxCase.PublicAndCommunity).Take(3).Concat(HubFixture.Plan.With(SandboxCase.TwoPlacesOfCommunities).Take(2)).Concat(HubFixture.Plan.With(SandboxCase.OneCommunity).Take(2)).Select(static owner => owner.Id)),
        _ => Association(HubFixture.Plan.Associations.Select(static association => association.Siret)),
    };

    public static FlowSearch Individual(params IEnumerable<string> practitioners) => new("R01", FlowShape.Individual, OfSlots(practitioners));

    public static FlowSearch Community(params IEnumerable<string> practitioners) =>
        new("R04", FlowShape.Community, [.. OfSlots(practitioners), ("_include", "Slot:service-type-reference"), ("_include:iterate", "HealthcareService:organization")]);

    public static FlowSearch Association(params IEnumerable<string> sirets) => new(
        "SOS",
        FlowShape.Association,
        [
            ("_revinclude", "Slot:schedule"),
            ("_include", "Schedule:actor:Location"),
            ("_include:iterate", "Location:organization"),
            ("_has:Slot:schedule:start", "ge" + FirstDay),
            ("_has:Slot:schedule:start", "le" + LastDay),
            ("_has:Slot:schedule:status", "free"),
            ("actor:Location.organization.identifier", string.Join(',', sirets.Select(static siret => Structures + siret))),
        ]);

    public FlowSearch Between(DateTimeOffset from, DateTimeOffset to) =>
        Change(pair => pair.Name != Start ? pair : pair.Value.StartsWith("ge", StringComparison.Ordinal) ? (Start, "ge" + Bound(from)) : (Start, "le" + Bound(to)));

    public FlowSearch With(string name, string value) => this with { Pairs = [.. Pairs, (name, value)] };

    public FlowSearch Without(string name) => this with { Pairs = [.. Pairs.Where(pair => pair.Name != name)] };

    public FlowSearch Change(Func<(string Name, string Value), (string Name, string Value)> change) => this with { Pairs = [.. Pairs.Select(change)] };

    /// <summary>The search with the value of one of its parameters written otherwise.</summary>
    public FlowSearch Rewrite(string name, Func<string, string> value) => Change(pair => pair.Name == name ? (name, value(pair.Value)) : pair);

    public Task<Answer> SendAsync(RunningHub hub) => hub.GetAsync(Url);

    public override string ToString() => Flow;

    private static IReadOnlyList<(string Name, string Value)> OfSlots(IEnumerable<string> practitioners) =>
    [
        ("_include", "Slot:schedule"),
        ("_include:iterate", "Schedule:actor"),
        ("start", "ge" + FirstDay),
        ("start", "le" + LastDay),
        ("schedule.actor:Practitioner.identifier", string.Join(',', practitioners.Select(static id => Persons + id))),
        ("status", "free"),
    ];

    private static string Bound(DateTimeOffset instant) =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture).Replace("+", "%2B", StringComparison.Ordinal);
}
