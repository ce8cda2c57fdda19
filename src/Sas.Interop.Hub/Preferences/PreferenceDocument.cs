using System.Globalization;
using System.Text.Json;

using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Preferences;

/// <summary>A declaration as the platform reads it and as it is kept: checked, in one order, so that two that say the same are the same text.</summary>
internal sealed record PreferenceDocument
{
    /// <summary>What is made of a declaration that cannot be read: showing slots against someone's will is worse than showing none.</summary>
    public static PreferenceDocument Unreadable { get; } = new() { RefusesSlots = true };

    /// <summary>Null when the owner has not said.</summary>
    public bool? RefusesSlots { get; init; }

    public bool ReorientationPackage { get; init; }

    public IReadOnlyList<string> DeclaredVendors { get; init; } = [];

    public IReadOnlyList<UnavailabilityDocument> Unavailabilities { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, PreferencesJsonContext.Wire.PreferenceDocument);

    /// <returns>Null when the text was not written by <see cref="ToJson"/>: someone has changed the database by hand.</returns>
    public static PreferenceDocument? Parse(string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize(json, PreferencesJsonContext.Wire.PreferenceDocument);
            return document is { DeclaredVendors: not null, Unavailabilities: not null } && document.Unavailabilities.All(static span => span?.IsReadable() == true)
                ? document
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What searches apply.</summary>
    public OwnerPreference ToPreference() => new()
    {
        RefusesSlots = RefusesSlots,
        ReorientationPackage = ReorientationPackage,
        DeclaredVendors = DeclaredVendors,
        Unavailabilities = [.. Unavailabilities.Select(static span => span.ToUnavailability())],
    };
}

/// <summary>A declared absence with its instants as texts.</summary>
internal sealed record UnavailabilityDocument(string? Place, string? From, string? To)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    public bool IsReadable() => (From is null || TryRead(From, out _)) && (To is null || TryRead(To, out _));

    public static string? Text(DateTimeOffset? instant) => instant?.ToString(Format, CultureInfo.InvariantCulture);

    public Unavailability ToUnavailability() => new(Place, Instant(From), Instant(To));

    private static DateTimeOffset? Instant(string? text) => text is not null && TryRead(text, out var instant) ? instant : null;

    private static bool TryRead(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
}
