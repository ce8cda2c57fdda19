using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Regulators;

/// <summary>The vendors that keep accounts of regulators.</summary>
internal sealed class RegulatorVendors(IVendorCatalog catalog, IVendorAdapters adapters)
{
    /// <summary>Ids of all of them; one whose adapter is not at work yet counts.</summary>
    public IReadOnlyList<string> All() => [.. catalog.Current.Values.Where(IsOne).Select(static vendor => vendor.Id)];

    public bool Takes(string vendorId) => catalog.Current.TryGetValue(vendorId, out var vendor) && IsOne(vendor);

    /// <summary>Whether a delivery can be made now.</summary>
    public bool IsAtWork(string vendorId) => Takes(vendorId) && adapters.Find(vendorId) is not null;

    private bool IsOne(VendorModel vendor) =>
        vendor.Enabled && vendor.Capabilities.HasFlag(VendorCapabilities.Regulators) && adapters.Find(vendor.Id) is null or IRegulatorDirectory;
}
