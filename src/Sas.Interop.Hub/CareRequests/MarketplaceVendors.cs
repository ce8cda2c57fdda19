using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>The vendors that offer a marketplace, and their desks.</summary>
internal sealed class MarketplaceVendors(IVendorCatalog catalog, IDirectoryLookup directory, IVendorAdapters adapters, PreferenceBoard preferences)
{
    /// <summary>Enabled vendors that offer one, in the order of their ids.</summary>
    public IReadOnlyList<string> All() =>
        [.. catalog.Current.Values.Where(Offers).Select(static vendor => vendor.Id).Order(StringComparer.Ordinal)];

    /// <summary>The vendors that equip an owner and offer one: those that the owner declared first, then by id.</summary>
    public IReadOnlyList<string> Of(OwnerKey owner)
    {
        var vendors = catalog.Current;
        var declared = preferences.Find(owner)?.DeclaredVendors ?? [];
        return
        [
            .. directory.LinksOf(owner)
                .Select(static link => link.VendorId)
                .Distinct(StringComparer.Ordinal)
                .Where(id => vendors.TryGetValue(id, out var vendor) && Offers(vendor))
                .OrderByDescending(id => declared.Contains(id))
                .ThenBy(static id => id, StringComparer.Ordinal),
        ];
    }

    /// <returns>Null while the vendor is not at work, or when its dialect has no marketplace.</returns>
    public ICareRequestDesk? DeskOf(string vendorId) => adapters.Find(vendorId) as ICareRequestDesk;

    /// <summary>Where the pages of a vendor may be; nowhere when there is no such vendor.</summary>
    public BookingRule PagesOf(string vendorId) => catalog.Current.TryGetValue(vendorId, out var vendor) ? vendor.BookingPages : BookingRule.Nowhere;

    private static bool Offers(VendorModel vendor) => vendor.Enabled && vendor.Capabilities.HasFlag(VendorCapabilities.CareRequests);
}
