using System.Text.Json;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Tests.Example;

/// <summary>What one answer gave. Made anew for each attempt, so that an answer read twice is counted once.</summary>
internal sealed class AcmePage
{
    // The member must occur: an answer without it is no answer, an empty list is.
    private static readonly JsonShape Shape = JsonShape.Of("slots![]");

    public List<(ListedSlot Time, string? Reason)> Items { get; } = [];

    public SnapshotTally Tally { get; private set; } = SnapshotTally.None;

    public DateTimeOffset? MadeAt { get; private init; }

    public static ValueTask<Outcome<AcmePage>> ReadAsync(VendorAnswer answer, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var page = new AcmePage { MadeAt = answer.MadeAt };
        return JsonFeed.FillAsync(page, answer.Body, Shape, Take, cancellationToken);

        HubError? Take(int path, in JsonFeedPosition position, ref Utf8JsonReader value)
        {
            page.Add(JsonSerializer.Deserialize(ref value, AcmeJsonContext.Default.AcmeSlot), zone);
            return null;
        }
    }

    private void Add(AcmeSlot? slot, TimeZoneInfo zone)
    {
        if (slot is { Taken: true })
        {
            Tally += new SnapshotTally(1, 0, 0, 0);
        }
        else if (slot is null || !Instants.TryRead(slot.Start, zone, out var start) || !TryReadEnd(slot.End, zone, start, out var end))
        {
            Tally += new SnapshotTally(0, 1, 0, 0);
        }
        else
        {
            Items.Add((new ListedSlot(start, end, Agenda: string.Empty), slot.Reason));
        }
    }

    private static bool TryReadEnd(string? text, TimeZoneInfo zone, DateTimeOffset start, out DateTimeOffset? end)
    {
        end = Instants.TryRead(text, zone, out var read) ? read : null;
        return text is null || read > start;
    }
}
