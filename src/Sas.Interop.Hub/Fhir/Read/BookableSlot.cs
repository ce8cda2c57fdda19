using System.Globalization;
using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>A slot as a search shows it, with what a booking needs to know of it.</summary>
internal sealed record BookableSlot
{
    public required OwnerEntry Owner { get; init; }

    public required PlaceEntry Place { get; init; }

    public required IndexedSlot Slot { get; init; }

    /// <summary>The search that shows it: one that only communities see is none of INT_R01 (D16).</summary>
    public required SlotFlow Flow { get; init; }

    /// <summary>The vendor's own lane: its id, and the place as it names it.</summary>
    public Lane Lane => Place.Lanes[Place.LaneOf(Slot)];

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Owner.Owner}-{Slot.Id:x16}");

    public DateTimeOffset Start => InZone(Slot.Start);

    public DateTimeOffset End => InZone(Slot.End);

    public BookingMode Mode => Kind.Shared.Kind.Mode;

    /// <summary>The vendor's page to book on; null when there is none.</summary>
    public Uri? Page => Kind.Page is { } page && Uri.TryCreate(Text(page), UriKind.Absolute, out var url) ? url : null;

    private LaneKind Kind => Place.Kinds[Slot.Kind];

    private DateTimeOffset InZone(uint second) => SlotClock.ToInstant(second).ToOffset(TimeSpan.FromMinutes(Place.Zone.MinutesAt(second)));

    // Kept as it goes into JSON.
    private static string? Text(byte[] escaped)
    {
        var reader = new Utf8JsonReader([(byte)'"', .. escaped, (byte)'"']);
        return reader.Read() ? reader.GetString() : null;
    }
}
