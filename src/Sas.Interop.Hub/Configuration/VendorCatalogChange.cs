namespace Sas.Interop.Hub.Configuration;

/// <summary>What changed, by enabled state: a vendor that is disabled counts as removed, one that is enabled as added.</summary>
/// <param name="Added">Vendors that are now enabled and were not.</param>
/// <param name="Changed">Vendors enabled before and now whose settings differ.</param>
/// <param name="Removed">Ids of vendors that were enabled and are not now.</param>
/// <param name="DirectoryChanged">Whether the directory was replaced, so that every vendor's targets must be taken anew.</param>
internal sealed record VendorCatalogChange(
    IReadOnlyList<VendorModel> Added,
    IReadOnlyList<VendorModel> Changed,
    IReadOnlyList<string> Removed,
    bool DirectoryChanged);
