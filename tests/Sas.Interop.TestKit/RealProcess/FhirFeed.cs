using System.Globalization;
using System.Text.Json.Nodes;

namespace Sas.Interop.TestKit.RealProcess;

/// <summary>Mapping files of a vendor that follows the national contract: one bundle, whatever is asked.</summary>
public static class FhirFeed
{
    private const string PractitionerSystem = "urn:oid:1.2.250.1.71.4.2.1";
    private const string SlotTypes = "https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau/FHIR/TRE-R314-TypeCreneau";

    /// <summary>Writes the mapping folder, over what was there.</summary>
    public static string Write(string folder, IEnumerable<FeedOwner> owners)
    {
        var mapping = new JsonObject
        {
            ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = "/Slot" },
            ["response"] = new JsonObject
            {
                ["status"] = 200,
                ["headers"] = new JsonObject { ["Content-Type"] = "application/fhir+json; charset=utf-8" },
                ["jsonBody"] = Bundle(owners),
            },
        };
        var mappings = Directory.CreateDirectory(Path.Combine(folder, "mappings"));
        File.WriteAllText(Path.Combine(mappings.FullName, "slots.json"), mapping.ToJsonString());
        return folder;
    }

    /// <summary>The answer that tells of these owners.</summary>
    public static JsonObject Bundle(IEnumerable<FeedOwner> owners)
    {
        var entries = new JsonArray();
        foreach (var owner in owners.Where(static owner => owner.Starts.Count > 0))
        {
            foreach (var resource in Resources(owner))
            {
                var (type, id) = (resource["resourceType"]?.GetValue<string>(), resource["id"]?.GetValue<string>());
                entries.Add(new JsonObject { ["fullUrl"] = $"https://vendor.example/{type}/{id}", ["resource"] = resource });
            }
        }

        var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset", ["total"] = entries.Count };
        if (entries.Count > 0)
        {
            bundle["entry"] = entries;
        }

        return bundle;
    }

    private static IEnumerable<JsonObject> Resources(FeedOwner owner)
    {
        yield return Parse($$"""
            {"resourceType":"Practitioner","id":"p-{{owner.Id}}","identifier":[{"system":"{{PractitionerSystem}}","value":"{{owner.Id}}"}],
             "name":[{"family":"Exemple","given":["Anne"]}]}
            """);
        yield return Parse($$"""
            {"resourceType":"PractitionerRole","id":"r-{{owner.Id}}","practitioner":{"reference":"Practitioner/p-{{owner.Id}}" },"location":[{"reference":"#l-{{owner.Id}}"}],
             "contained":[{"resourceType":"Location","id":"l-{{owner.Id}}","identifier":[{"system":"urn:oid:1.1.111.1.111.1.1.1","value":"l-{{owner.Id}}"}],
               "name":"Cabinet Exemple","address":{"line":["1 rue Inventée"],"city":"Paris","postalCode":"75001"} }],
             "organization":{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.2","value":"1750000001"} },"telecom":[{"system":"phone","value":"+33199000001"}]}
            """);
        yield return Parse($$"""
            {"resourceType":"Schedule","id":"s-{{owner.Id}}","actor":[{"reference":"Practitioner/p-{{owner.Id}}"},{"reference":"PractitionerRole/r-{{owner.Id}}"}]}
            """);
        foreach (var start in owner.Starts)
        {
            yield return Parse($$"""
                {"resourceType":"Slot","id":"slot-{{owner.Id}}-{{start.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}}",
                 "meta":{"security":[{"system":"{{SlotTypes}}","code":"PUBLIC"}]},"schedule":{"reference":"Schedule/s-{{owner.Id}}"},"status":"free",
                 "start":"{{Text(start)}}","end":"{{Text(start.AddMinutes(20))}}","comment":"https://vendor.example/rdv"}
                """);
        }
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject(); // The text above is no JSON null.
}
