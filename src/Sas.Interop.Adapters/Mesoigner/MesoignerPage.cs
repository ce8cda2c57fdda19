using System.Globalization;
using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>The days and times of one answer for one center.</summary>
internal sealed class MesoignerPage(TimeZoneInfo zone)
{
    private static readonly JsonShape Shape = JsonShape.Of("slots![].*", "total");
    private int _items;
    private int? _total;

    public StartList Starts { get; } = new();

    public int Unreadable { get; private set; }

    /// <summary>Times with no place left.</summary>
    public int Full { get; private set; }

    /// <summary>The last day listed, empty ones included; null when no day is listed.</summary>
    public DateOnly? LastDay { get; private set; }

    public DateTimeOffset? MadeAt { get; private init; }

    public static async ValueTask<Outcome<MesoignerPage>> ReadAsync(VendorAnswer answer, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var page = new MesoignerPage(zone) { MadeAt = answer.MadeAt };
        var read = await JsonFeed.ReadAsync(answer.Body, Shape, page.Take, cancellationToken);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        return page._total > 0 && page._items == 0
            ? new HubError(HubErrorCode.VendorMalformed, $"The answer counts {page._total} places and lists none.")
            : page;
    }

    private HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
    {
        if (path == 1)
        {
            _total = JsonText.Integer(ref value);
            return null;
        }

        if (Instants.TryReadDay(position.Key, out var day))
        {
            LastDay = LastDay > day ? LastDay : day;
        }

        // The day's name is not used for the times: the vendor's instants are the authority (VENDORS §9).
        foreach (var slot in JsonSerializer.Deserialize(ref value, MesoignerJsonContext.Default.ListMesoignerSlot) ?? [])
        {
            _items++;
            Add(slot);
        }

        return null;
    }

    private void Add(MesoignerSlot? slot)
    {
        if (slot is null || !Instants.TryRead(slot.Beginning, zone, out var start) || !TryPlaces(slot.Places, out var places))
        {
            Unreadable++;
        }
        else if (places < 1)
        {
            Full++;
        }
        else
        {
            Starts.Add(start, slot.Vaccines);
        }
    }

    /// <summary>A time without a count is one that can be booked: only free times are listed.</summary>
    private static bool TryPlaces(string? text, out int places)
    {
        places = 1;
        return text is null || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out places);
    }
}
