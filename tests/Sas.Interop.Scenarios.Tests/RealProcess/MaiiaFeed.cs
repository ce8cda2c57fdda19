using System.Globalization;
using System.Text.Json.Nodes;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>Mapping files of a vendor that speaks <c>maiia</c>: one center, one reason.</summary>
internal static class MaiiaFeed
{
    public const string Center = "5a0000000000000000000001";
    private const string Root = "/api/pat-public/";
    private const string Practitioner = "5b0000000000000000000001";

    /// <summary>Writes the mapping folder, over what was there.</summary>
    public static string Write(string folder, FeedOwner owner)
    {
        var mappings = Directory.CreateDirectory(Path.Combine(folder, "mappings")).FullName;
        var slots = new JsonArray([.. owner.Starts.Select(static start => (JsonNode)new JsonObject
        {
            ["practitionerId"] = Practitioner,
            ["centerId"] = Center,
            ["startDateTime"] = Text(start),
            ["endDateTime"] = Text(start.AddMinutes(20)),
        })]);
        Write(mappings, "consultation-reason-hcd", List([new JsonObject { ["id"] = "5c0000000000000000000001", ["name"] = "Consultation", ["patientLimitation"] = "PUBLIC" }]));
        Write(mappings, "availabilities", List(slots));
        Write(mappings, "availability-closests", new JsonObject { ["availabilityCount"] = 0 });
        return folder;
    }

    private static JsonObject List(JsonArray items) => new() { ["items"] = items, ["total"] = items.Count };

    private static void Write(string mappings, string call, JsonObject body)
    {
        var mapping = new JsonObject
        {
            ["request"] = new JsonObject { ["method"] = "GET", ["urlPath"] = Root + call },
            ["response"] = new JsonObject { ["status"] = 200, ["headers"] = new JsonObject { ["Content-Type"] = "application/json" }, ["jsonBody"] = body },
        };
        File.WriteAllText(Path.Combine(mappings, call + ".json"), mapping.ToJsonString());
    }

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
