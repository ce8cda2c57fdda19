using System.Text;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Configuration.Vendors;

internal static class AdaptersSamples
{
    public const string Acme = """{ "id": "acme", "name": "Acme", "adapter": "sas-fhir", "baseUrl": "https://acme.example/fhir" }""";

    public static string File(params string[] entries) => $$"""{ "vendors": [{{string.Join(",\n", entries)}}] }""";

    /// <summary>A file with one vendor that has one more member.</summary>
    public static string With(string member) =>
        File($$"""{ "id": "acme", "name": "Acme", "adapter": "sas-fhir", "baseUrl": "https://acme.example/", {{member}} }""");

    public static AdaptersReading Read(
        string json,
        bool sandbox = true,
        string folder = "/",
        IReadOnlyDictionary<string, IVendorAdapterFactory>? dialects = null) => new AdaptersFileReader(
            new AdaptersSurroundings(dialects ?? FakeDialect.All(), folder, sandbox, static name => name == "ACME_TOKEN" ? "t0ken" : null))
        .Read("adapters.json", Encoding.UTF8.GetBytes(json));

    public static VendorModel Only(AdaptersReading reading)
    {
        Assert.That(reading.Faults, Is.Empty);
        return reading.Vendors.Values.Single();
    }
}
