using System.Collections.Concurrent;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>The time zone of a place, and local times in it (VENDORS §2, PLATFORM §4).</summary>
internal static class PlaceZone
{
    public const string Default = "Europe/Paris";

    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Known = new(StringComparer.Ordinal);

    /// <summary>The zone that a vendor or the directory names, else the one of the postal code, else Europe/Paris.</summary>
    /// <returns>The zone; null when a name is given and is not a zone.</returns>
    public static TimeZoneInfo? Resolve(string? name, string? postalCode) =>
        string.IsNullOrWhiteSpace(name) ? Find(OfPostalCode(postalCode)) : Find(name.Trim());

    /// <summary>Overseas postal codes tell their territory by three or five digits.</summary>
    public static string OfPostalCode(string? postalCode)
    {
        var digits = postalCode?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
        if (digits.Length != 5)
        {
            return Default;
        }

        return digits switch
        {
            "97133" => "America/St_Barthelemy",
            "97150" => "America/Marigot",
            _ => digits[..3] switch
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
    }

    /// <summary>
    /// The instant of a local time. A time that the spring change skips is read with the offset before the change, so it lands as much later as the gap is wide;
    /// a time that the autumn change repeats is read as its first occurrence.
    /// </summary>
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
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

    private static TimeZoneInfo? Find(string name) =>
        name.Length <= 64 ? Known.GetOrAdd(name, static id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null) : null;
}
