using System.Text.Json.Nodes;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Hosting;

/// <summary>The repository's vendors for hubs under test: mocked vendors allow as many calls as come, so that a start waits for none, and each vendor that takes a secret has one.</summary>
internal static class SandboxAdapters
{
    private const int Often = 500;

    private static readonly Lazy<string> Written = new(static () =>
    {
        var file = new TestFolder("hub-adapters-").PathOf("adapters.json");
        File.WriteAllText(file, Of(static _ => true));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(file);
        return file;
    });

    /// <summary>Path of a file with all of them.</summary>
    public static string WholeFile => Written.Value;

    /// <summary>Those that are asked for, as a file has them.</summary>
    public static string Of(Func<string, bool> isWanted) => With([.. Vendors().Where(vendor => isWanted(Id(vendor)))]);

    /// <summary>A file with these vendors, and with the defaults of all.</summary>
    public static string With(params JsonObject[] vendors)
    {
        var whole = Read();
        whole.Remove("$schema");
        (whole["defaults"]?["limits"] ?? throw new InvalidDataException("adapters.json has no default limits."))["rps"] = Often;
        whole["vendors"] = new JsonArray([.. vendors.Select(static vendor => vendor.DeepClone())]);
        return whole.ToJsonString();
    }

    /// <summary>All of them, to be changed by the caller.</summary>
    public static IReadOnlyList<JsonObject> Vendors()
    {
        var vendors = Read()["vendors"]?.AsArray().OfType<JsonObject>().ToList() ?? [];
        foreach (var vendor in vendors)
        {
            if (SecretName(vendor["adapter"]?.GetValue<string>()) is { } name)
            {
                vendor["secrets"] = new JsonObject { [name] = VendorToken() };
            }
        }

        return vendors;
    }

    /// <summary>A reference to the secret that vendors are shown.</summary>
    public static JsonObject VendorToken() => new() { ["env"] = PlantedSecrets.VendorToken["env:".Length..] };

    private static string Id(JsonObject vendor) => vendor["id"]?.GetValue<string>() ?? string.Empty;

    private static string? SecretName(string? dialect) => dialect switch
    {
        "sas-fhir" => "authorization",
        "doctolib" or "keldoc" or "maiia" or "mapharma" or "avecmondoc" => "token",
        "bimedoc" => "partnerKey",
        "mesoigner" => "apiKey",
        _ => null,
    };

    private static JsonObject Read() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(HubFixture.Root, "adapters.json")))?.AsObject() ?? throw new InvalidDataException("adapters.json is empty.");

    private static void Remove(string file)
    {
        if (TraceRoot.FullName is null)
        {
            Directory.Delete(Path.GetDirectoryName(file) ?? file, recursive: true);
        }
    }
}
