using System.Text.Json;

using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Read;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>What the sandbox shows, and for each parameter a search that finds some of it and one that does not.</summary>
internal sealed class MetadataSamples
{
    private const string Never = "00000000000";
    private readonly string _slots;
    private readonly string _associations;
    private readonly IReadOnlyList<JsonElement> _shown;

    private MetadataSamples(string slots, string associations, IReadOnlyList<JsonElement> shown)
    {
        _slots = slots;
        _associations = associations;
        _shown = shown;
    }

    public static async Task<MetadataSamples> CollectAsync(RunningHub hub)
    {
        var now = hub.Now;
        string[] searches = [FlowUrl.Individual(now), FlowUrl.Community(now), FlowUrl.Association(now)];
        var shown = new List<JsonElement>();
        foreach (var search in searches)
        {
            shown.AddRange((await hub.GetAsync(search)).Resources);
        }

        return new MetadataSamples(Bare(searches[0]), Bare(searches[2]), shown);
    }

    public IReadOnlyList<JsonElement> Shown(string type) => [.. _shown.Where(resource => resource.Text("resourceType") == type)];

    public IEnumerable<string> Parameters(string type) => Searches(type).Select(static search => search.Name);

    /// <summary>Each parameter with the query of a search that finds, and of one that differs in its value alone and finds less.</summary>
    public IEnumerable<(string Name, string Find, string Miss)> Searches(string type) => type switch
    {
        "Slot" => [.. OfSlots()],
        "Schedule" => [.. OfAssociations(), ("actor", $"actor=Practitioner/{Practitioner}", $"actor=Practitioner/8{Never}"), Chained("actor:Practitioner.identifier"), Ids(type)],
        "Practitioner" => [("identifier", $"identifier={Practitioner}", $"identifier=8{Never}"), Ids(type)],
        "PractitionerRole" =>
            [("practitioner", $"practitioner=Practitioner/{Practitioner}", $"practitioner=Practitioner/8{Never}"), Chained("practitioner.identifier"), Ids(type)],
        "Organization" => [("identifier", $"identifier={Siret}", $"identifier=3{Never}000"), Ids(type)],
        "Location" => [("organization", $"organization=Organization/{Siret}", "organization=x"), ("organization.identifier", $"organization.identifier={Siret}", "organization.identifier=x"), Ids(type)],
        _ => [("organization", $"organization=Organization/{Finess}", "organization=x"), ("organization.identifier", $"organization.identifier={Finess}", "organization.identifier=x"), Ids(type)],
    };

    /// <summary>Each declared link last in its query; links that lead on from another one stand after it.</summary>
    public static IReadOnlyList<string> Includes(string type) => type switch
    {
        "Slot" =>
        [
            "_include=Slot:schedule",
            "_include=Slot:schedule&_include=Schedule:actor",
            "_include=Slot:service-type-reference",
            "_include=Slot:service-type-reference&_include=HealthcareService:organization",
        ],
        "Schedule" =>
        [
            "_include=Schedule:actor",
            "_include=Schedule:actor&_include=Location:organization",
            "_include=Schedule:actor:PractitionerRole&_include=PractitionerRole:practitioner",
            "_revinclude=Slot:schedule",
        ],
        "Practitioner" => ["_revinclude=PractitionerRole:practitioner", "_revinclude=Schedule:actor"],
        "PractitionerRole" => ["_include=PractitionerRole:practitioner", "_revinclude=Schedule:actor"],
        "Location" => ["_include=Location:organization", "_revinclude=Schedule:actor"],
        "Organization" => ["_revinclude=Location:organization", "_revinclude=HealthcareService:organization"],
        _ => ["_include=HealthcareService:organization"],
    };

    /// <summary>A whole query that ends with an include.</summary>
    public string Including(string type, string include) => type switch
    {
        "Slot" => $"{Bare(FlowUrl.Community(Start(Shown("Slot")[0]).AddHours(-2)))}&{include}",
        "Schedule" when include.Contains("Role", StringComparison.Ordinal) => $"actor={Practitioner}&{include}",
        "Schedule" => $"{_associations}&{include}",
        "Organization" when include.Contains("Healthcare", StringComparison.Ordinal) => $"_id={Finess}&{include}",
        "Organization" => $"_id={Siret}&{include}",
        _ => $"_id={Shown(type)[0].Text("id")}&{include}",
    };

    private string Practitioner => Shown("Practitioner")[0].Text("id") ?? string.Empty;

    private string Siret => Shown("Organization").Select(static resource => resource.Text("id") ?? string.Empty).First(static id => id.StartsWith('3'));

    private string Finess => Shown("HealthcareService")[0].Text("id") ?? string.Empty;

    private IEnumerable<(string Name, string Find, string Miss)> OfSlots()
    {
        const string owners = "schedule.actor:Practitioner.identifier";
        yield return ("start", _slots, $"{_slots}&start=ge2027-01-01&start=le2027-01-02");
        yield return ("status", _slots, _slots.Replace("status=free", "status=busy", StringComparison.Ordinal));
        yield return (owners, _slots, $"{_slots[.._slots.IndexOf(owners, StringComparison.Ordinal)]}{owners}=8{Never}&status=free");
        yield return ("_id", $"_id={Shown("Slot")[0].Text("id")}", $"_id=8{Never}-0000000000000000");
        yield return ("schedule", $"schedule={Shown("Slot")[0].Reference("schedule")}", $"schedule=Schedule/8{Never}-000000000000");
        yield return ("_lastUpdated", $"{_slots}&_lastUpdated=ge2026-01-01", $"{_slots}&_lastUpdated=lt2026-01-01");
        yield return ("_security", $"{_slots}&_security=PUBLIC", $"{_slots}&_security=NOBODY");
        yield return ("service-type", $"{_slots}&service-type=AMB", $"{_slots}&service-type=604");
        yield return ("specialty", $"{_slots}&specialty={Specialty()}", $"{_slots}&specialty=SM00");
        yield return ("appointment-type", $"{_slots}&appointment-type=ROUTINE", $"{_slots}&appointment-type=EMERGENCY");
        yield return ("identifier", $"{_slots}&identifier=x", $"{_slots}&identifier=y");
        yield return ("reorientation-package", $"{_slots}&reorientation-package=false", $"{_slots}&reorientation-package=true");
    }

    private IEnumerable<(string Name, string Find, string Miss)> OfAssociations()
    {
        yield return ("actor:Location.organization.identifier", _associations, $"{_associations}&actor:Location.organization.identifier=3{Never}000");
        yield return ("_has:Slot:schedule:start", _associations, $"{_associations}&_has:Slot:schedule:start=ge2027-01-01&_has:Slot:schedule:start=le2027-01-02");
        yield return ("_has:Slot:schedule:status", _associations, _associations.Replace("status=free", "status=busy", StringComparison.Ordinal));
    }

    private (string Name, string Find, string Miss) Chained(string name) => (name, $"{name}={Practitioner}", $"{name}=8{Never}");

    private (string Name, string Find, string Miss) Ids(string type) => ("_id", $"_id={Shown(type)[0].Text("id")}", $"_id=8{Never}");

    private string? Specialty() =>
        Shown("Slot").SelectMany(static slot => slot.Items("specialty")).SelectMany(static specialty => specialty.Items("coding")).Codes().First(static code => code is not null);

    private static DateTimeOffset Start(JsonElement slot) => DateTimeOffset.Parse(slot.Text("start") ?? string.Empty, System.Globalization.CultureInfo.InvariantCulture);

    // The query without its includes.
    private static string Bare(string search) =>
        string.Join('&', search.Split('?')[1].Split('&').Where(static pair => !pair.StartsWith("_include", StringComparison.Ordinal) && !pair.StartsWith("_revinclude", StringComparison.Ordinal)));
}
