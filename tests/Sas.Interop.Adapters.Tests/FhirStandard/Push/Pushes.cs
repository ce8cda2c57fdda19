using System.Text;

using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Tests.FhirStandard.Push;

/// <summary>Pushes as a vendor sends them.</summary>
internal static class Pushes
{
    public static Stream Body(string json) => new MemoryStream(Encoding.UTF8.GetBytes(json));

    public static Task<FhirPush> ReadAsync(IEnumerable<Resource> resources) => ReadAsync(FhirSamples.Bundle("collection", resources));

    public static Task<FhirPush> ReadAsync(Bundle bundle) => ReadAsync(FhirSamples.Json(bundle));

    public static Task<FhirPush> ReadAsync(string json, int? step = null) =>
        FhirPushReader.ReadAsync(
            step is { } bytes ? new TricklingStream(Encoding.UTF8.GetBytes(json), bytes) : Body(json),
            "acme",
            FhirSamples.Now,
            FhirReadOptions.Default,
            CancellationToken.None).AsTask();

    public static Bundle Transaction(IEnumerable<Resource> resources, string method)
    {
        var bundle = FhirSamples.Bundle("transaction", resources);
        return bundle with
        {
            Entry = [.. (bundle.Entry ?? []).Select(entry => entry with { Request = new BundleEntryRequest { Method = method, Url = Url(entry.Resource, method) } })],
        };
    }

    private static string? Url(Resource? resource, string method) => method == "POST" ? resource?.TypeName : resource?.TypeName + "/" + resource?.Id;
}
