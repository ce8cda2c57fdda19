using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>Reads the vendor's own keys of a directory line, and its place.</summary>
internal static class DirectoryKeys
{
    private const int MaxSegment = 200;

    /// <returns>The trimmed value, or null when the key is absent or blank.</returns>
    public static string? Key(this PullTarget target, string name) =>
        target.Keys.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <returns>The values between commas, or null when the key is absent or blank.</returns>
    public static IReadOnlySet<string>? KeyList(this PullTarget target, string name)
    {
        var values = target.Key(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return values is null or [] ? null : values.ToHashSet(StringComparer.Ordinal);
    }

    /// <returns>The trimmed value, fit for one segment of a path once escaped; otherwise a failure that names the key.</returns>
    public static Outcome<string> PathKey(this PullTarget target, string name) =>
        target.Key(name) is not { } value ? Missing(name)
        : target.PathFault(name) is { } fault ? fault
        : value;

    /// <summary>Why a key cannot be one segment of a path, whatever the escaping; null when it can or is absent.</summary>
    public static HubError? PathFault(this PullTarget target, string name) => target.Key(name) switch
    {
        "." or ".." => new HubError(HubErrorCode.DirectoryKeyMissing, $"The directory's key '{name}' cannot be part of an address."),
        { Length: > MaxSegment } => new HubError(HubErrorCode.DirectoryKeyMissing, $"The directory's key '{name}' is longer than {MaxSegment} characters."),
        _ => null,
    };

    public static HubError Missing(string name) => new(HubErrorCode.DirectoryKeyMissing, $"The directory gives no '{name}' for this owner and place.");

    /// <summary>The place of the target and its zone.</summary>
    /// <param name="target">The target.</param>
    /// <param name="postalCode">The postal code that the vendor knows, for a place without one.</param>
    public static Outcome<(PlaceDetails Place, TimeZoneInfo Zone)> PlaceOf(PullTarget target, string? postalCode = null)
    {
        if (target.Place is not { } place)
        {
            return Missing("place");
        }

        return PlaceZone.Resolve(place.TimeZone, place.PostalCode ?? postalCode) is { } zone
            ? (place, zone)
            : new HubError(HubErrorCode.VendorInvalidValue, "The place's time zone in the directory is not a known one.");
    }
}
