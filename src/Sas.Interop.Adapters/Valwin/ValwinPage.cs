using System.Text.Json;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>One page of a pharmacy's list while and after it is read.</summary>
internal sealed class ValwinPage(TimeZoneInfo zone, TimeWindow window)
{
    private static readonly JsonShape Shape = JsonShape.Of("result![]", "links.next", "links.total", "links.nbPages", "links.currentPage");

    /// <summary>The times inside the window.</summary>
    public List<ValwinEntry> Entries { get; } = [];

    public int Unreadable { get; private set; }

    /// <summary>The earliest start after the window, or null.</summary>
    public DateTimeOffset? Later { get; private set; }

    /// <summary>Address or number of the next page, as written; null when the vendor names none.</summary>
    public string? Next { get; private set; }

    public int? Total { get; private set; }

    public int? PageCount { get; private set; }

    public int? Number { get; private set; }

    public DateTimeOffset? MadeAt { get; private init; }

    public static ValueTask<Outcome<ValwinPage>> ReadAsync(
        Http.VendorAnswer answer,
        TimeZoneInfo zone,
        TimeWindow window,
        CancellationToken cancellationToken)
    {
        var page = new ValwinPage(zone, window) { MadeAt = answer.MadeAt };
        return JsonFeed.FillAsync(page, answer.Body, Shape, page.Take, cancellationToken);
    }

    private HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
    {
        switch (path)
        {
            case 0:
                Add(JsonSerializer.Deserialize(ref value, ValwinJsonContext.Default.ValwinItem));
                break;
            case 1:
                Next = JsonText.Identifier(ref value);
                break;
            case 2:
                Total = JsonText.Integer(ref value);
                break;
            case 3:
                PageCount = JsonText.Integer(ref value);
                break;
            default:
                Number = JsonText.Integer(ref value);
                break;
        }

        return null;
    }

    private void Add(ValwinItem? item)
    {
        if (item is null || !Instants.TryRead(item.Start, zone, out var start) || !TryEnd(item, start, out var end))
        {
            Unreadable++;
        }
        else if (start > window.To)
        {
            Later = Later < start ? Later : start;
        }
        else if (start >= window.From)
        {
            Entries.Add(new ValwinEntry(start, end, item.MeetingConfigurationId, ValwinOffer.Of(item.Types, item.WebsiteUrl)));
        }
    }

    /// <returns>False when the end is written and impossible.</returns>
    private bool TryEnd(ValwinItem item, DateTimeOffset start, out DateTimeOffset? end)
    {
        end = null;
        if (string.IsNullOrWhiteSpace(item.End))
        {
            return true;
        }

        if (!Instants.TryRead(item.End, zone, out var read))
        {
            return false;
        }

        // Across a clock change the wall clock and the instants disagree by the change; the shorter length that is one at all is the slot's.
        var length = read - start;
        if (Instants.TryReadLocal(item.Start, out var wallStart) && Instants.TryReadLocal(item.End, out var wallEnd))
        {
            var wall = wallEnd - wallStart;
            length = length <= TimeSpan.Zero || (wall > TimeSpan.Zero && wall < length) ? wall : length;
        }

        end = start + length;
        return length > TimeSpan.Zero && length <= TimeSpan.FromDays(1);
    }
}
