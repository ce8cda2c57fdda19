using System.Text.Json.Nodes;

using Sas.Interop.Durability.World;
using Sas.Interop.TestKit.RealProcess;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Durability.Killing;

/// <summary>The folder of one hub that is killed and started again: its configuration, its data and its database.</summary>
internal sealed class HubSite : IDisposable
{
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(1);

    // What a killed hub had under way is taken up a little after the longest time that it may have needed: a run would spend its end waiting for the defaults.
    private static readonly string[] Soon =
    [
        "--Hub:Outbox:Every=00:00:00.2",
        "--Hub:Outbox:Destinations:0:Timeout=00:00:02",
        "--Hub:Outbox:Destinations:0:BackOffFrom=00:00:00.2",
        "--Hub:Outbox:Destinations:0:BackOffTo=00:00:02",
        "--Hub:Regulators:LookEvery=00:00:01",
        "--Hub:Regulators:LongestDelivery=00:00:02",
    ];

    private readonly Workspace _files = new();
    private readonly IReadOnlyList<string> _arguments;

    public HubSite(VendorServer vendors, IKillDatabase database)
    {
        File.WriteAllText(_files.AdaptersFile, Adapters(vendors));
        File.WriteAllText(_files.DirectoryFile, Directory());
        _arguments =
        [
            "--Serilog:MinimumLevel:Default=Warning",
            "--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Information",
            "--Hub:WarmStart:Enabled=false",
            $"--Hub:Booking:LinkFor={LinkLifetime:c}",
            $"--Hub:CareRequests:LinkFor={LinkLifetime:c}",
            "--Hub:Booking:VendorWithin=00:00:02",
            "--Hub:Booking:SweepEvery=00:00:01",
            "--Hub:Outbox:Destinations:0:Name=receiver",
            "--Hub:Outbox:Destinations:0:Kind=webhook",
            $"--Hub:Outbox:Destinations:0:Url={vendors.Messages}",
            "--Hub:Outbox:Destinations:0:Kinds:0=appointment",
            "--Hub:Outbox:Destinations:0:Kinds:1=orientation",
            $"--Hub:Outbox:Destinations:0:Secret={PlantedSecrets.WebhookSecret}",
            "--Hub:Outbox:Destinations:0:Concurrency=8",
            .. Soon,
            .. database.Arguments,
        ];
    }

    public HubProcess Start() => HubProcess.Start(_files.Start([.. _arguments]));

    public void Dispose() => _files.Dispose();

    private static string Adapters(VendorServer vendors) => new JsonObject
    {
        ["defaults"] = JsonNode.Parse("""
            {"poll":{"every":"00:00:02","window":"5.00:00:00","jitter":0},
             "limits":{"rps":1000,"concurrency":64,"timeout":"00:00:05","retries":0,"breaker":{"failures":1000,"pause":"00:00:01"}},
             "freshness":{"staleAfter":"01:00:00","dropAfter":"02:00:00","emptyRunGuard":"00:10:00"}}
            """),
        ["vendors"] = new JsonArray(
            Vendor(vendors, Vendors.Api, "slots", "booking:api", "regulators"),
            Vendor(vendors, Vendors.Page, "slots", "booking:redirect"),
            Vendor(vendors, Vendors.Accounts, "regulators"),
            Market(vendors)),
    }.ToJsonString();

    private static JsonObject Market(VendorServer vendors)
    {
        var entry = Vendor(vendors, Vendors.Market, "slots", "careRequests");
        entry["options"] = new JsonObject { ["careRequestPage"] = "https://market.example/requests/{request}?practitioner={practitioner}" };
        return entry;
    }

    private static JsonObject Vendor(VendorServer vendors, string id, params string[] capabilities) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["adapter"] = "sas-fhir",
        ["baseUrl"] = vendors.AddressOf(id).AbsoluteUri,
        ["secrets"] = new JsonObject { ["authorization"] = new JsonObject { ["env"] = PlantedSecrets.VendorToken["env:".Length..] } },
        ["capabilities"] = new JsonArray([.. capabilities.Select(static name => JsonValue.Create(name))]),
        ["bookingHosts"] = new JsonArray("vendor.example", "market.example"),
    };

    private static string Directory() => new JsonObject
    {
        ["practitioners"] = new JsonArray([.. new[] { Vendors.Api, Vendors.Page, Vendors.Market }.SelectMany(static vendor => Vendors.Owners(vendor).Select(owner => new JsonObject
        {
            ["id"] = owner,
            ["family"] = "Exemple",
            ["given"] = new JsonArray("Anne"),
            ["vendors"] = new JsonArray(new JsonObject { ["vendor"] = vendor }),
        }))]),
    }.ToJsonString();
}
