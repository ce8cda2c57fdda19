using Microsoft.AspNetCore.Http;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>A search as the hub sends it to a vendor.</summary>
internal sealed record FeedQuery(IReadOnlyList<InventedOwner> Owners, TimeWindow Window)
{
    private const int MostOwners = 100;

    /// <returns>The query; null when it is none that a vendor of the contract answers.</returns>
    public static FeedQuery? Read(Country country, IQueryCollection query, OwnerKind kind)
    {
        var (parameter, starts) = kind == OwnerKind.Practitioner ? (FhirUrls.Practitioners, "start") : (FhirUrls.Associations, "_has:Slot:schedule:start");
        DateTimeOffset? from = null, to = null;
        foreach (var start in query[starts])
        {
            if (start is null || !DateTimeOffset.TryParse(start.AsSpan(Math.Min(2, start.Length)), CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            {
                return null;
            }

            from = start.StartsWith("ge", StringComparison.Ordinal) ? instant : from;
            to = start.StartsWith("le", StringComparison.Ordinal) ? instant : to;
        }

        var tokens = query[parameter].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (from is not { } first || to is not { } last || tokens.Length is 0 or > MostOwners)
        {
            return null;
        }

        var owners = tokens.Select(token => country.Find(kind, token.AsSpan(token.IndexOf('|', StringComparison.Ordinal) + 1))).OfType<InventedOwner>();
        return new FeedQuery([.. owners], new TimeWindow(first, last));
    }
}
