using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>
/// Mapping files of a vendor that speaks the national contract: a search that names one of its practitioners gets that practitioner's slots, any other search
/// gets an empty answer. Times are made by the template, so they move with the clock.
/// </summary>
internal static class FhirFeed
{
    private const string Identifier = "schedule.actor:Practitioner.identifier";
    private const string Association = "actor:Location.organization.identifier";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Files by their path below the vendor's <c>Mocks</c> folder.</returns>
    public static IEnumerable<(string Path, string Text)> Files(SandboxPlan plan, string vendor)
    {
        var practitioners = plan.Practitioners.Where(practitioner => Places(practitioner, vendor).Any()).ToList();
        var owners = practitioners.Where(static practitioner => practitioner.Case != SandboxCase.NoSlot).ToList();
        yield return ($"mappings/{vendor}.json", Mapping(vendor, "Slot", Identifier, [.. owners.Select(static owner => owner.Id)]));
        yield return ($"mappings/{vendor}-empty.json", EmptyMapping(vendor, "Slot"));
        yield return ($"__files/{vendor}.json", Body(owners.Select(owner => FhirFeedEntries.Of(plan, owner, Places(owner, vendor)).Guarded(Identifier, owner.Id))));
        var associations = plan.Associations.Where(association => association.Vendor == vendor).ToList();
        if (associations.Count > 0)
        {
            yield return ($"mappings/{vendor}-sos.json", Mapping(vendor, "Schedule", Association, [.. associations.Select(static association => association.Siret)], "-sos"));
            yield return ($"mappings/{vendor}-sos-empty.json", EmptyMapping(vendor, "Schedule"));
            yield return ($"__files/{vendor}-sos.json", Body(associations.Select(static association => SosFeedEntries.Of(association).Guarded(Association, association.Siret))));
        }
    }

    private static IEnumerable<(SandboxPlace Place, int Number)> Places(SandboxPractitioner practitioner, string vendor) =>
        practitioner.Places
            .Select(static (place, index) => (Place: place, Number: index + 1))
            .Where(item => item.Place.Links.Any(link => link.Vendor == vendor && link.TellsPlaces));

    private static string Body(IEnumerable<string> blocks)
    {
        var body = new StringBuilder();
        body.Append("{{val '' assign='comma'}}{{val 0 assign='total'}}");
        body.Append("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"entry\":[");
        foreach (var block in blocks)
        {
            body.Append('\n').Append(block);
        }

        body.Append("\n],\"total\":{{total}} }\n");
        return body.ToString();
    }

    private static string Mapping(string vendor, string type, string parameter, IReadOnlyList<string> ids, string suffix = "") => new JsonObject
    {
        ["name"] = $"{vendor}{suffix}",
        ["priority"] = 5,
        ["request"] = new JsonObject
        {
            ["method"] = "GET",
            ["urlPath"] = $"/{vendor}/fhir/{type}",
            ["queryParameters"] = new JsonObject { [parameter] = new JsonObject { ["matches"] = $".*({string.Join('|', ids)}).*" } },
        },
        ["response"] = Response($"{vendor}{suffix}.json"),
        ["metadata"] = new JsonObject
        {
            ["examples"] = new JsonArray(
                new JsonObject { ["method"] = "GET", ["url"] = Example(vendor, type, parameter, [ids[0]]) },
                new JsonObject { ["method"] = "GET", ["url"] = Example(vendor, type, parameter, ids) }),
        },
    }.ToJsonString(Indented) + "\n";

    private static string EmptyMapping(string vendor, string type) => new JsonObject
    {
        ["name"] = $"{vendor} {type} empty",
        ["priority"] = 10,
        ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = $"/{vendor}/fhir/{type}" },
        ["response"] = new JsonObject
        {
            ["status"] = 200,
            ["headers"] = new JsonObject { ["Content-Type"] = "application/fhir+json; charset=utf-8" },
            ["jsonBody"] = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset", ["total"] = 0 },
        },
        ["metadata"] = new JsonObject
        {
            ["examples"] = new JsonArray(new JsonObject { ["method"] = "GET", ["url"] = $"/{vendor}/fhir/{type}?status=free" }),
        },
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Response(string bodyFile) => new()
    {
        ["status"] = 200,
        ["headers"] = new JsonObject { ["Content-Type"] = "application/fhir+json; charset=utf-8" },
        ["bodyFileName"] = bodyFile,
        ["transformers"] = new JsonArray("response-template"),
    };

    private static string Example(string vendor, string type, string parameter, IReadOnlyList<string> ids) =>
        string.Create(CultureInfo.InvariantCulture, $"/{vendor}/fhir/{type}?{parameter}={string.Join("%2C", ids.Select(static id => "urn:oid:1.2.250.1.71.4.2.1%7C" + id))}&status=free");
}
