namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>The page to book on.</summary>
internal static class BookingPage
{
    /// <summary>
    /// The address, always with a query: the platform's own tools add <c>origin</c> by appending <c>&amp;origin=</c> to the text (D38, CERTIFICATION §5).
    /// </summary>
    public static string Of(Uri url) => url.Query.Length > 1
        ? url.AbsoluteUri
        : new UriBuilder(url) { Query = "via=sas", Port = url.IsDefaultPort ? -1 : url.Port }.Uri.AbsoluteUri;
}
