namespace Sas.Interop.Adapters.Http;

/// <summary>Addresses of calls under the root that the configuration names.</summary>
internal static class VendorAddress
{
    /// <param name="root">With or without a closing slash; a path in it is kept.</param>
    /// <param name="relative">Path and query without a leading slash, escaped.</param>
    public static Uri Below(Uri root, string relative) => new($"{root.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{relative}", UriKind.Absolute);
}
