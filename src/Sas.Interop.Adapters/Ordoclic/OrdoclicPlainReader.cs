using System.Text.Json;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>Takes the plain slots of an answer.</summary>
internal sealed class OrdoclicPlainReader(OrdoclicQuestion question, SlotPage page)
{
    private const int StartField = 0;
    private const int EndField = 1;
    private const int ZoneField = 2;
    private const int StaffField = 3;
    private const int OverlappedField = 4;
    private const int StatusField = 5;
    private static readonly object Free = new();
    private static readonly object Taken = new();

    private readonly ObjectPattern _slot = new(
        "timeStart"u8.ToArray(), "timeEnd"u8.ToArray(), "tzId"u8.ToArray(), "medicalStaffID"u8.ToArray(), "overlapped"u8.ToArray(), "status"u8.ToArray());

    private readonly SharedTexts _texts = new();
    private (string? Name, TimeZoneInfo Zone) _lastZone = (null, question.Zone);

    public int Take(int path, ReadOnlySpan<byte> utf8)
    {
        var text = new JsonGlance(utf8);
        if (path != 0
            || utf8[0] != '{'
            || !_slot.TryRead(ref text)
            || ZoneOf(utf8) is not { } zone
            || !ExactInstant.TryRead(utf8, _slot[StartField], zone, out var start)
            || start is not { } from
            || !ExactInstant.TryRead(utf8, _slot[EndField], zone, out var end)
            || !JsonPlain.TryIdentifier(utf8, _slot[StaffField], _texts, out var staff)
            || !JsonPlain.TryFlag(utf8, _slot[OverlappedField], out var overlapped)
            || IsFree(utf8) is not { } isFree)
        {
            return 0;
        }

        OrdoclicMapper.Enter(new ListedSlot(from, SlotEnds.Sound(end, from), question.Agenda), staff, isFree && !overlapped, question, page);
        return text.At;
    }

    /// <summary>The zone that the slot names, else the one asked for; null when it is not read here.</summary>
    private TimeZoneInfo? ZoneOf(ReadOnlySpan<byte> utf8)
    {
        if (!JsonPlain.TryText(utf8, _slot[ZoneField], out var text))
        {
            return null;
        }

        var name = text.IsEmpty ? null : _texts.Of(text);
        if (name != _lastZone.Name)
        {
            var zone = string.IsNullOrWhiteSpace(name) ? question.Zone : PlaceZone.Resolve(name, null);
            if (zone is null)
            {
                return null;
            }

            _lastZone = (name, zone);
        }

        return _lastZone.Zone;
    }

    private bool? IsFree(ReadOnlySpan<byte> utf8)
    {
        ref var value = ref _slot[StatusField];
        if (JsonPlain.IsNothing(utf8, value))
        {
            return true;
        }

        if (value.Memory?.Meaning is { } known)
        {
            return ReferenceEquals(known, Free);
        }

        try
        {
            var status = JsonSerializer.Deserialize(utf8.Slice(value.Start, value.Length), OrdoclicJsonContext.Default.OrdoclicStatus);
            var isFree = OrdoclicMapper.IsFree(status);
            if (value.Memory is not null)
            {
                value.Memory.Meaning = isFree ? Free : Taken;
            }

            return isFree;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            // The whole slot is read again as a value, and the same fault reported there.
            return null;
        }
    }
}
