using System.Text.Json;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>What one answer gave. Made anew for each attempt of a call, so that a retried answer is never counted twice.</summary>
internal sealed class SlotPage
{
    public List<ListedSlot> Times { get; } = [];

    /// <summary>Days that the answer names, for vendors that answer by days.</summary>
    public HashSet<DateOnly> Days { get; } = [];

    public int Reserved { get; set; }

    public int Unreadable { get; set; }

    public int Orphans { get; set; }

    /// <summary>The vendor's hint of its next free time, or null.</summary>
    public DateTimeOffset? Next { get; set; }

    /// <summary>When the vendor says that the answer was made, or null.</summary>
    public DateTimeOffset? MadeAt { get; set; }

    /// <summary>Notes a day that the answer names. It may be written as an instant of its midnight: only its first ten characters matter.</summary>
    public void AddDay(string? text)
    {
        if (text is { Length: >= 10 } && Instants.TryReadDay(text.AsSpan(0, 10), out var day))
        {
            Days.Add(day);
        }
    }

    /// <summary>Reads the vendor's hint; one that cannot be read is counted.</summary>
    public void ReadNext(ref Utf8JsonReader value, TimeZoneInfo zone)
    {
        if (WireInstant.TryReadOrDay(ref value, zone, out var next))
        {
            Next = next;
        }
        else if (value.TokenType != JsonTokenType.Null)
        {
            Unreadable++;
        }
    }

    /// <summary>Gives everything but the times to the harvest.</summary>
    public void TellInto(SlotHarvest harvest)
    {
        harvest.Count(new SnapshotTally(Reserved, Unreadable, 0, Orphans));
        harvest.Hint(Next);
        harvest.Made(MadeAt);
    }
}
