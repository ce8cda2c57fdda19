using System.Globalization;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Preferences;

/// <summary><c>/v1/marketplace</c>: for whom the platform shows its button.</summary>
internal sealed class MarketplaceEndpoints(MarketplaceBoard board, KnownEditors editors, IVendorCatalog catalog)
{
    private const int UsualCount = 1_000;
    private const int MostCount = 5_000;

    /// <summary><c>GET /v1/marketplace/editors</c>: the list that the platform loads with its search page (PLATFORM §2).</summary>
    public Task EditorsAsync(HttpContext context)
    {
        if (!EditorEndpoints.TryReadFlag(context.Request.Query, "enabled", out var enabled))
        {
            return ApiAnswers.WriteAsync(context, ApiError.Invalid("query.enabled", "Must be 1 or 0; left out, all vendors with a marketplace are listed."));
        }

        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, editors.List(enabled, offers: true), PreferencesJsonContext.Wire.IReadOnlyListEditorDocument);
    }

    /// <summary><c>GET /v1/marketplace/practitioners</c>.</summary>
    public Task PractitionersAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var after = default(OwnerKey);
        if (query["after"].ToString() is { Length: > 0 } text && (!OwnerIds.TryParse(text, out after) || after.Kind != OwnerKind.Practitioner))
        {
            return ApiAnswers.WriteAsync(context, ApiError.Invalid("query.after", "Must be the member 'next' of an earlier page."));
        }

        var count = UsualCount;
        if (query["count"].ToString() is { Length: > 0 } number
            && (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is 0 or > MostCount))
        {
            return ApiAnswers.WriteAsync(context, ApiError.Invalid("query.count", string.Create(CultureInfo.InvariantCulture, $"Must be a number from 1 to {MostCount}.")));
        }

        context.Response.Headers.CacheControl = "no-store";
        return ApiAnswers.WriteAsync(context, StatusCodes.Status200OK, Page(after, count), PreferencesJsonContext.Wire.MarketplacePage);
    }

    private MarketplacePage Page(OwnerKey after, int count)
    {
        var vendors = catalog.Current;
        var owners = board.Owners;
        var items = new List<MarketplaceItem>();
        for (var at = After(owners, after); at < owners.Count; at++)
        {
            if (items.Count == count)
            {
                return new MarketplacePage(items, items[^1].NationalId);
            }

            items.Add(new MarketplaceItem(
                owners[at].ToString(),
                [.. (board.Find(owners[at])?.Vendors ?? []).Select(id => new EditorDocument(id, vendors.GetValueOrDefault(id)?.Name ?? id))]));
        }

        return new MarketplacePage(items, null);
    }

    /// <summary>Number of the first owner after one, which may be there no longer.</summary>
    private static int After(IReadOnlyList<OwnerKey> owners, OwnerKey after)
    {
        var (low, high) = (0, owners.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = owners[middle] <= after ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
