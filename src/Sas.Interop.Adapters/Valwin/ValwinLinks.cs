using System.Globalization;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>The addresses of this dialect: pages of slots, and the booking page (VENDORS §11).</summary>
internal static class ValwinLinks
{
    private const string Api = "global/api/meetings/v2/";

    public static Uri Pharmacies(Uri root) => VendorAddress.Below(root, Api + "pharmacies-with-vaccines");

    /// <param name="root">The vendor's root.</param>
    /// <param name="pharmacy">The pharmacy's slug.</param>
    /// <param name="query">Without the question mark.</param>
    public static Uri Slots(Uri root, string pharmacy, string query) => VendorAddress.Below(root, $"{Api}{Uri.EscapeDataString(pharmacy)}/slots?{query}");

    public static string FirstQuery(ValwinOptions options) => string.Create(CultureInfo.InvariantCulture, $"pageSize={options.PageSize}");

    /// <summary>
    /// The query of the page after one: of the address that the page names, else by the page count. Only the query is taken, so that a vendor cannot lead the
    /// calls elsewhere.
    /// </summary>
    /// <returns>Null when the page is the last; empty when its next page cannot be told.</returns>
    public static string? NextQuery(ValwinPage page, int pageNumber, ValwinOptions options)
    {
        if (page.Next is { } next)
        {
            var query = next.IndexOf('?', StringComparison.Ordinal);
            if (query >= 0)
            {
                return next[(query + 1)..].Split('#')[0];
            }

            return int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Numbered(number, options) : string.Empty;
        }

        var current = page.Number ?? pageNumber;
        return current < (page.PageCount ?? 1) ? Numbered(current + 1, options) : null;
    }

    /// <summary>One service: its own page; several or none: the pharmacy's list.</summary>
    public static Uri? Booking(ValwinOffer offer)
    {
        if (PageLinks.Read(offer.Website) is not { } site)
        {
            return null;
        }

        var path = offer.Types is [{ Id: { } type }] ? $"animation-details/{Uri.EscapeDataString(type)}/1/60" : "animations";
        return Uri.TryCreate($"{site.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}", UriKind.Absolute, out var booking) ? booking : null;
    }

    private static string Numbered(int page, ValwinOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"{FirstQuery(options)}&{options.PageParameter}={page}");
}
