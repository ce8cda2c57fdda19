using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Preferences;

/// <summary>The vendors by the names under which the platform lists them.</summary>
internal sealed class KnownEditors(IVendorCatalog catalog, IDirectoryLookup directory, PreferenceBoard board, MarketplaceBoard marketplace)
{
    /// <param name="active">Enabled ones, disabled ones, or null for all.</param>
    /// <param name="offers">Those that offer a marketplace, those that do not, or null for all.</param>
    /// <returns>Vendors of the catalog in the order of their ids.</returns>
    public IReadOnlyList<EditorDocument> List(bool? active, bool? offers = null) =>
    [
        .. catalog.Current.Values
            .Where(vendor => active is null || vendor.Enabled == active)
            .Where(vendor => offers is null || vendor.Capabilities.HasFlag(VendorCapabilities.CareRequests) == offers)
            .OrderBy(static vendor => vendor.Id, StringComparer.Ordinal)
            .Select(static vendor => new EditorDocument(vendor.Id, vendor.Name)),
    ];

    /// <summary>The vendors that an owner has declared, else those that the directory links it to.</summary>
    public IReadOnlyList<EditorLinkDocument> Of(OwnerKey owner)
    {
        var vendors = catalog.Current;
        var declared = board.Find(owner)?.DeclaredVendors ?? [];
        var ids = declared.Count > 0
            ? declared
            : directory.LinksOf(owner).Select(static link => link.VendorId).Distinct(StringComparer.Ordinal).Where(vendors.ContainsKey);
        var marketplaces = marketplace.Find(owner)?.Vendors ?? [];
        return [.. ids.Select(id => new EditorLinkDocument(new EditorDocument(id, vendors.GetValueOrDefault(id)?.Name ?? id), marketplaces.Contains(id)))];
    }

    /// <summary>Which vendors an owner may declare: those of the catalog, and those declared before, so that what was read can be sent back.</summary>
    public Func<string, bool> For(OwnerKey owner)
    {
        var vendors = catalog.Current;
        var declared = board.Find(owner)?.DeclaredVendors ?? [];
        return id => vendors.ContainsKey(id) || declared.Contains(id);
    }
}
