using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>
/// Mapping file of a vendor that keeps accounts of regulators (INT_R02): it takes every account, but one whose identifier begins with <c>sandbox-known</c> is refused
/// on creation as a second one, and one whose identifier begins with <c>sandbox-refused</c> always.
/// </summary>
internal static class RegulatorFeed
{
    private const string System = "urn:oid:1.2.250.1.213.3.6";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The file by its path below the vendor's <c>Mocks</c> folder.</returns>
    public static (string Path, string Text) File(string vendor) => ($"mappings/{vendor}-regulators.json", new JsonObject
    {
        ["mappings"] = new JsonArray(
            Mapping(vendor, "POST", 5, null, 201),
            Mapping(vendor, "POST", 4, "sandbox-known", 409),
            Mapping(vendor, "POST", 3, "sandbox-refused", 422),
            Mapping(vendor, "PUT", 5, null, 200),
            Mapping(vendor, "PUT", 3, "sandbox-refused", 422)),
    }.ToJsonString(Indented) + "\n");

    private static JsonObject Mapping(string vendor, string method, int priority, string? value, int status)
    {
        var request = new JsonObject { ["method"] = method, ["urlPath"] = $"/{vendor}/fhir/Practitioner" };
        if (method == "PUT")
        {
            request["queryParameters"] = new JsonObject { ["identifier"] = new JsonObject { ["matches"] = "urn:oid:.+" } };
        }

        if (value is not null)
        {
            request["bodyPatterns"] = new JsonArray(new JsonObject
            {
                ["matchesJsonPath"] = new JsonObject { ["expression"] = "$.identifier[0].value", ["matches"] = $"{value}.*" },
            });
        }

        return new JsonObject
        {
            ["name"] = $"{vendor} {method} Practitioner{(value is null ? string.Empty : " " + value)}",
            ["priority"] = priority,
            ["request"] = request,
            ["response"] = Response(vendor, status),
            ["metadata"] = new JsonObject { ["examples"] = new JsonArray(Example(vendor, method, value ?? "sandbox-1")) },
        };
    }

    private static JsonObject Response(string vendor, int status) => status < 300
        ? new JsonObject { ["status"] = status, ["headers"] = new JsonObject { ["Location"] = $"/{vendor}/fhir/Practitioner/sandbox" } }
        : new JsonObject
        {
            ["status"] = status,
            ["headers"] = new JsonObject { ["Content-Type"] = "application/fhir+json; charset=utf-8" },
            ["jsonBody"] = new JsonObject
            {
                ["resourceType"] = "OperationOutcome",
                ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["code"] = status == 409 ? "duplicate" : "business-rule" }),
            },
        };

    private static JsonObject Example(string vendor, string method, string value) => new()
    {
        ["method"] = method,
        ["url"] = $"/{vendor}/fhir/Practitioner{(method == "PUT" ? $"?identifier=urn%3Aoid%3A1.2.250.1.213.3.6%7C{value}" : string.Empty)}",
        ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        ["body"] = $$"""{"resourceType":"Practitioner","identifier":[{"system":"{{System}}","value":"{{value}}"}],"active":true}""",
    };
}
