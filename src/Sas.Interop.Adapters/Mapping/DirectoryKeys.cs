using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads the vendor's own keys of a directory line.</summary>
internal static class DirectoryKeys
{
    /// <returns>The trimmed value, or null when the key is absent or blank.</returns>
    public static string? Key(this PullTarget target, string name) =>
        target.Keys.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <returns>The values between commas, or null when the key is absent or blank.</returns>
    public static IReadOnlySet<string>? KeyList(this PullTarget target, string name)
    {
        var values = target.Key(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return values is null or [] ? null : values.ToHashSet(StringComparer.Ordinal);
    }

    public static HubError Missing(string name) => new(HubErrorCode.DirectoryKeyMissing, $"The directory gives no '{name}' for this owner and place.");

    /// <summary>The place of the target and its zone.</summary>
    public static Outcome<(PlaceDetails Place, TimeZoneInfo Zone)> PlaceOf(PullTarget target)
    {
        if (target.Place is not { } place)
        {
            return Missing("place");
        }

        return PlaceZone.Resolve(place.TimeZone, place.PostalCode) is { } zone
            ? (place, zone)
            : new HubError(HubErrorCode.VendorInvalidValue, "The place's time zone in the directory is not a known one.");
    }
}
