using System.Collections.Concurrent;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>The time zone of a place, and local times in it (VENDORS §2, PLATFORM §4).</summary>
internal static class PlaceZone
{
    public const string Default = "Europe/Paris";

    private const int MaxNameLength = 64;

    // Only names that exist are kept, so that a vendor cannot fill the memory with invented ones.
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Known = new(StringComparer.Ordinal);

    /// <summary>The zone that a vendor or the directory names, else the one of the postal code, else Europe/Paris.</summary>
    /// <returns>The zone; null when a name is given and is not a zone.</returns>
    public static TimeZoneInfo? Resolve(string? name, string? postalCode) =>
        string.IsNullOrWhiteSpace(name) ? Find(OfPostalCode(postalCode)) : Find(name.Trim());

    /// <summary>Overseas postal codes tell their territory by three or five digits.</summary>
    public static string OfPostalCode(string? postalCode) => PostalCodes.Normalize(postalCode) switch
    {
        null => Default,
        "97133" => "America/St_Barthelemy",
        "97150" => "America/Marigot",
        var digits => digits[..3] switch
        {
            "971" => "America/Guadeloupe",
            "972" => "America/Martinique",
            "973" => "America/Cayenne",
            "974" => "Indian/Reunion",
            "975" => "America/Miquelon",
            "976" => "Indian/Mayotte",
            "977" => "America/St_Barthelemy",
            "978" => "America/Marigot",
            "984" => "Indian/Kerguelen",
            "986" => "Pacific/Wallis",
            "987" => "Pacific/Tahiti",
            "988" => "Pacific/Noumea",
            _ => Default,
        },
    };

    /// <summary>
    /// The instant of a local time. A time that the spring change skips is read with the offset before the change, so it lands as much later as the gap is wide;
    /// a time that the autumn change repeats is read as its first occurrence.
    /// </summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (SteadyDay.OffsetAt(wall, zone) is { } offset)
        {
            return new DateTimeOffset(wall, offset);
        }

        if (zone.IsInvalidTime(wall))
        {
            var before = zone.GetUtcOffset(wall.AddHours(-3));
            return TimeZoneInfo.ConvertTime(new DateTimeOffset(wall, before), zone);
        }

        if (zone.IsAmbiguousTime(wall))
        {
            return new DateTimeOffset(wall, zone.GetAmbiguousTimeOffsets(wall).Max());
        }

        return new DateTimeOffset(wall, zone.GetUtcOffset(wall));
    }

    /// <returns>False when the local time has no instant in the calendar (the edges of years 1 and 9999).</returns>
    public static bool TryToInstant(DateTime local, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        var sound = local > DateTime.MinValue.AddDays(2) && local < DateTime.MaxValue.AddDays(-2);
        instant = sound ? ToInstant(local, zone) : default;
        return sound;
    }

    private static TimeZoneInfo? Find(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        // The system looks names up as file names: one that could leave its folder is not a zone.
        var sound = name.Length <= MaxNameLength && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+');
        return sound && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? Known.GetOrAdd(name, zone) : null;
    }
}
