namespace Sas.Interop.Adapters.Http;

/// <summary>Addresses below a vendor's root, whether or not the configured root ends in a slash.</summary>
internal static class VendorUri
{
    /// <param name="root">Absolute.</param>
    /// <param name="pathAndQuery">Without leading slash; its variable parts are encoded already (<see cref="Segment"/>).</param>
    public static Uri Below(Uri root, string pathAndQuery) =>
        new(root.AbsoluteUri.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/"), pathAndQuery);

    /// <summary>One path segment or query value, encoded; a text that would climb the path is made harmless.</summary>
    public static string Segment(string text) => text is "." or ".." ? "_" : Uri.EscapeDataString(text);
}
