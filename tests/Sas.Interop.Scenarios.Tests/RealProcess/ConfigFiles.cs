using System.Text.Json.Nodes;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>The two files that configure vendors, for mocked vendors that are polled as often as is allowed.</summary>
internal static class ConfigFiles
{
    public static string Adapters(params IEnumerable<JsonObject> vendors)
    {
        var defaults = JsonNode.Parse("""
            {"poll":{"every":"00:00:01","window":"3.00:00:00","jitter":0},
             "limits":{"rps":100,"concurrency":2,"timeout":"00:00:02","retries":0,"breaker":{"failures":2,"pause":"00:00:01"}},
             "freshness":{"staleAfter":"01:00:00","dropAfter":"02:00:00","emptyRunGuard":"00:10:00"}}
            """);
        return new JsonObject { ["defaults"] = defaults, ["vendors"] = new JsonArray([.. vendors]) }.ToJsonString();
    }

    public static JsonObject Vendor(string id, string dialect, Uri address, bool enabled = true) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["adapter"] = dialect,
        ["enabled"] = enabled,
        ["baseUrl"] = address.AbsoluteUri,
        ["capabilities"] = new JsonArray("slots"),
        ["secrets"] = new JsonObject { ["authorization"] = SandboxAdapters.VendorToken(), ["token"] = SandboxAdapters.VendorToken() },
        ["bookingHosts"] = new JsonArray("vendor.example", "www.doctolib.fr", "vaccination-covid.keldoc.com", "www.maiia.com"),
    };

    public static JsonObject Vendor(MockedVendor vendor, bool enabled = true) => Vendor(vendor.Id, vendor.Dialect, vendor.Address, enabled);

    public static string Directory(params IEnumerable<JsonObject> practitioners) =>
        new JsonObject { ["practitioners"] = new JsonArray([.. practitioners]) }.ToJsonString();

    /// <summary>A practitioner whose vendor tells the places itself.</summary>
    public static JsonObject Linked(string owner, string vendor, bool refuses = false) => new()
    {
        ["id"] = owner,
        ["family"] = "Exemple",
        ["given"] = new JsonArray("Anne"),
        ["refusesSlots"] = refuses,
        ["vendors"] = new JsonArray(new JsonObject { ["vendor"] = vendor }),
    };

    /// <summary>A practitioner whose place the directory tells, with the vendor's key of the center.</summary>
    public static JsonObject AtCenter(string owner, string vendor, string center) => new()
    {
        ["id"] = owner,
        ["family"] = "Exemple",
        ["given"] = new JsonArray("Denis"),
        ["places"] = new JsonArray(new JsonObject
        {
            ["id"] = "cabinet-1",
            ["name"] = "Cabinet Exemple",
            ["line"] = "2 rue Inventée",
            ["city"] = "Lyon",
            ["postalCode"] = "69001",
            ["phone"] = "01 99 00 00 03",
            ["vendors"] = new JsonArray(new JsonObject { ["vendor"] = vendor, ["keys"] = new JsonObject { ["center"] = center } }),
        }),
    };
}
