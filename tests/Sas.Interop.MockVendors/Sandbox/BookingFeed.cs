using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Mapping file of a vendor that books by interface: it holds every slot for five minutes, books every hold, and releases whatever it is told to.</summary>
internal static class BookingFeed
{
    private const string OfHold = """{"resourceType":"Parameters","parameter":[{"name":"hold","valueString":"hold-sandbox-1"}]}""";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Held =>
        """{"resourceType":"Parameters","parameter":[{"name":"hold","valueString":"hold-{{request.headers.Idempotency-Key}}"},{"name":"expires","valueInstant":"{{now offset='5 minutes' format="yyyy-MM-dd'T'HH:mm:ssXXX"}}"}]}""";

    /// <returns>The file by its path below the vendor's <c>Mocks</c> folder.</returns>
    public static (string Path, string Text) File(string vendor) => ($"mappings/{vendor}-bookings.json", new JsonObject
    {
        ["mappings"] = new JsonArray(
            Mapping(vendor, "$hold", Held, """{"resourceType":"Parameters","parameter":[{"name":"start","valueInstant":"2026-03-10T10:00:00.000+01:00"}]}""", hasKey: true),
            Mapping(vendor, "$book", Booked(vendor), OfHold, hasKey: false),
            Mapping(vendor, "$release", """{"resourceType":"Parameters"}""", OfHold, hasKey: false)),
    }.ToJsonString(Indented) + "\n");

    private static string Booked(string vendor) =>
        """{"resourceType":"Parameters","parameter":[{"name":"appointment","valueIdentifier":{"system":"https://VENDOR.sandbox.invalid/appointments","value":"appointment-{{jsonPath request.body '$.parameter[0].valueString'}}"} }]}"""
            .Replace("VENDOR", vendor, StringComparison.Ordinal);

    private static JsonObject Mapping(string vendor, string operation, string answer, string example, bool hasKey)
    {
        var path = $"/{vendor}/fhir/Appointment/{operation}";
        var request = new JsonObject { ["method"] = "POST", ["urlPath"] = path };
        var headers = new JsonObject { ["Content-Type"] = "application/json" };
        if (hasKey)
        {
            request["headers"] = new JsonObject { ["Idempotency-Key"] = new JsonObject { ["matches"] = ".+" } };
            headers["Idempotency-Key"] = "sandbox-1";
        }

        return new JsonObject
        {
            ["name"] = $"{vendor} {operation}",
            ["priority"] = 5,
            ["request"] = request,
            ["response"] = new JsonObject
            {
                ["status"] = 200,
                ["headers"] = new JsonObject { ["Content-Type"] = "application/fhir+json; charset=utf-8" },
                ["body"] = answer,
                ["transformers"] = new JsonArray("response-template"),
            },
            ["metadata"] = new JsonObject
            {
                ["examples"] = new JsonArray(new JsonObject { ["method"] = "POST", ["url"] = path, ["headers"] = headers, ["body"] = example }),
            },
        };
    }
}
