namespace Sas.Interop.Adapters.Http;

/// <summary>Addresses below a vendor's root.</summary>
internal static class VendorAddress
{
    /// <param name="root">The root, with or without a slash at its end.</param>
    /// <param name="relative">Path and query, already encoded, without a slash at its start.</param>
    public static Uri Below(Uri root, string relative)
    {
        var start = root.GetLeftPart(UriPartial.Path);
        return new Uri(start.EndsWith('/') ? start + relative : $"{start}/{relative}");
    }
}
