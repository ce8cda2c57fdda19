using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>The addresses of this dialect (VENDORS §9).</summary>
internal static class MesoignerLinks
{
    private const string Api = "api/v1/vaccination/centers";

    public static Uri Centers(Uri root) => VendorAddress.Below(root, Api);

    public static Uri Slots(Uri root, string center, DateOnly from) =>
        VendorAddress.Below(root, $"{Api}/{Uri.EscapeDataString(center)}/{DayWindow.Text(from)}");

    /// <summary>The center's own booking page, whichever domain it is on; without the list's <c>origin</c>, which names another aggregator.</summary>
    public static Uri? Booking(MesoignerCenter? center)
    {
        if (PageLinks.Read(center?.BookingPage) is not { } page)
        {
            return null;
        }

        var kept = page.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(static pair => pair != "origin" && !pair.StartsWith("origin=", StringComparison.OrdinalIgnoreCase));
        var query = string.Join('&', kept);
        return new Uri(page.GetLeftPart(UriPartial.Path) + (query.Length > 0 ? "?" + query : string.Empty) + page.Fragment);
    }
}
