using System.Text.Json;

using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Tests.Configuration;

/// <summary>A dialect that only judges options.</summary>
internal sealed class FakeDialect(string name, Func<JsonElement, IReadOnlyList<OptionFault>>? judge = null) : IVendorAdapterFactory
{
    public static readonly string[] Names =
        ["sas-fhir", "doctolib", "keldoc", "maiia", "ordoclic", "mapharma", "valwin", "avecmondoc", "mesoigner", "bimedoc"];

    public string Dialect => name;

    public static IReadOnlyDictionary<string, IVendorAdapterFactory> All() =>
        Names.ToDictionary(static known => known, static known => (IVendorAdapterFactory)new FakeDialect(known), StringComparer.Ordinal);

    public IReadOnlyList<OptionFault> Validate(JsonElement options) => judge?.Invoke(options) ?? [];

    public IVendorAdapter Create(VendorContext context) => throw new NotSupportedException("The configuration makes no adapter.");
}
