using System.Text.Json.Nodes;

using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>The configuration with which a hub polls the feeds of a country.</summary>
internal static class AdaptersFile
{
    /// <summary>Limits that let a whole country be polled in time.</summary>
    public const string Wide = """{"rps":50,"concurrency":4,"timeout":"00:00:10"}""";

    /// <param name="vendors">Id, path below the server, and how often it is polled.</param>
    /// <param name="server">Address of the feeds.</param>
    /// <param name="limits">The section <c>limits</c>; what it leaves out is as the hub has it.</param>
    public static string Write(IEnumerable<(VendorShare Vendor, string Path, TimeSpan Every)> vendors, Uri server, string limits) => new JsonObject
    {
        ["defaults"] = JsonNode.Parse($$$"""
            {"poll":{"window":"4.00:00:00"},"limits":{{{limits}}},
             "freshness":{"staleAfter":"1.00:00:00","dropAfter":"2.00:00:00"}}
            """),
        ["vendors"] = new JsonArray([.. vendors.Select(item => new JsonObject
        {
            ["id"] = item.Vendor.Id,
            ["name"] = item.Vendor.Name,
            ["adapter"] = "sas-fhir",
            ["baseUrl"] = new Uri(server, $"{item.Path}/fhir/").AbsoluteUri,
            ["capabilities"] = new JsonArray("slots"),
            ["bookingHosts"] = new JsonArray("vendor.example"),
            ["poll"] = new JsonObject { ["every"] = item.Every.ToString("c", CultureInfo.InvariantCulture) },
        })]),
    }.ToJsonString();
}
