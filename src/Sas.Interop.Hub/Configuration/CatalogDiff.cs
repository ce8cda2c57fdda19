namespace Sas.Interop.Hub.Configuration;

/// <summary>What changed between two catalogs, by enabled state.</summary>
internal static class CatalogDiff
{
    /// <returns>The change in the order of ids; null when there is none.</returns>
    public static VendorCatalogChange? Between(
        IReadOnlyDictionary<string, VendorModel> before,
        IReadOnlyDictionary<string, VendorModel> after,
        bool directoryChanged)
    {
        var added = new List<VendorModel>();
        var changed = new List<VendorModel>();
        foreach (var vendor in after.Values.Where(static vendor => vendor.Enabled).OrderBy(static vendor => vendor.Id, StringComparer.Ordinal))
        {
            if (!before.TryGetValue(vendor.Id, out var known) || !known.Enabled)
            {
                added.Add(vendor);
            }
            else if (!known.IsSameAs(vendor))
            {
                changed.Add(vendor);
            }
        }

        string[] removed =
        [
            .. before.Values
                .Where(vendor => vendor.Enabled && !(after.TryGetValue(vendor.Id, out var kept) && kept.Enabled))
                .Select(static vendor => vendor.Id)
                .Order(StringComparer.Ordinal),
        ];

        return added.Count == 0 && changed.Count == 0 && removed.Length == 0 && !directoryChanged
            ? null
            : new VendorCatalogChange(added, changed, removed, directoryChanged);
    }
}
