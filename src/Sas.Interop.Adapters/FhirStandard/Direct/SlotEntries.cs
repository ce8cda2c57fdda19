using System.Text;

using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>
/// Reads plain slots. What slots share (their kind, their schedule) is read once by the reader
/// of the model and recognized by its bytes afterwards, so that both ways of reading give the same.
/// </summary>
internal sealed class SlotEntries(KindTable kinds, FhirReadOptions options)
{
    private const int IdField = 0;
    private const int MetaField = 1;
    private const int ServiceTypeField = 2;
    private const int SpecialtyField = 3;
    private const int AppointmentTypeField = 4;
    private const int ScheduleField = 5;
    private const int StatusField = 6;
    private const int StartField = 7;
    private const int EndField = 8;
    private const int CommentField = 9;
    private const int LongestId = 64;

    private readonly ObjectPattern _pattern = new(
        "id"u8.ToArray(), "meta"u8.ToArray(), "serviceType"u8.ToArray(), "specialty"u8.ToArray(), "appointmentType"u8.ToArray(), "schedule"u8.ToArray(),
        "status"u8.ToArray(), "start"u8.ToArray(), "end"u8.ToArray(), "comment"u8.ToArray());

    private readonly SlotParts _parts = new(options);
    private readonly SlotKindTable _shared = new(kinds);
    private readonly SharedTexts _texts = new();

    /// <summary>Finds the members of a slot whose type was read.</summary>
    public bool TryRead(ref JsonGlance text) => _pattern.TryReadRest(ref text);

    /// <summary>What the slot that was read says.</summary>
    /// <param name="utf8">The bytes of the entry, known to be UTF-8.</param>
    /// <param name="frame">What stands around the slot.</param>
    /// <param name="draft">The slot, without the position of its entry.</param>
    /// <returns>False when the entry is better read as a whole.</returns>
    public bool TryDraft(ReadOnlySpan<byte> utf8, EntryFrame frame, out SlotDraft draft)
    {
        draft = default;
        if (!TryText(utf8, IdField, out var id) || id.IsEmpty || !TryStatus(utf8, out var status) || !_parts.AreHarmless(utf8, _pattern.Others)
            || !TryInstant(utf8, StartField, out var start) || !TryInstant(utf8, EndField, out var end)
            || !_parts.TrySchedule(utf8, _pattern[ScheduleField], _texts, out var schedule) || !TryKind(utf8, out var parts))
        {
            return false;
        }

        draft = new SlotDraft
        {
            Entry = 0,
            Id = id.Length <= LongestId ? Encoding.UTF8.GetString(id) : null,
            Root = frame.RootOf(utf8, "/Slot/"u8, id, _texts),
            Schedule = schedule,
            Standing = SlotStanding.Unreadable,
        };
        if (start is { } from && end is { } to && to > from && status is { } isFree)
        {
            var kind = _shared.Find(parts);
            var offered = isFree && kind.Kind.Types != 0;
            draft = draft with { Times = (from, to), Kind = kind, Standing = offered ? SlotStanding.Offered : SlotStanding.Reserved };
        }

        return true;
    }

    private bool TryKind(ReadOnlySpan<byte> utf8, out SlotKindParts parts)
    {
        parts = default;
        if (!TryText(utf8, CommentField, out var comment)
            || !_parts.TryFind(utf8, _pattern[MetaField], out var meta) || !_parts.TryFind(utf8, _pattern[ServiceTypeField], out var serviceType)
            || !_parts.TryFind(utf8, _pattern[SpecialtyField], out var specialty) || !_parts.TryFind(utf8, _pattern[AppointmentTypeField], out var appointmentType))
        {
            return false;
        }

        parts = new SlotKindParts(meta, serviceType, specialty, appointmentType, comment.IsEmpty ? null : _texts.Of(comment));
        return true;
    }

    /// <summary>The instant of a member, null when it has none.</summary>
    private bool TryInstant(ReadOnlySpan<byte> utf8, int field, out DateTimeOffset? instant)
    {
        instant = null;
        if (!TryText(utf8, field, out var text) || text.IsEmpty)
        {
            return _pattern[field].Length == 0;
        }

        var isRead = ExactInstant.TryRead(text, out var read);
        instant = read;
        return isRead;
    }

    /// <summary>Whether the slot is free; null when it has no status.</summary>
    private bool TryStatus(ReadOnlySpan<byte> utf8, out bool? isFree)
    {
        isFree = null;
        if (!TryText(utf8, StatusField, out var text))
        {
            return false;
        }

        if (!text.IsEmpty)
        {
            isFree = text.SequenceEqual("free"u8) || SasCodes.Same(Encoding.UTF8.GetString(text), SlotStatusCodes.Free);
        }

        return true;
    }

    /// <summary>The text of a member, empty when it has none. A text that is empty itself, or too long, is for the other reader.</summary>
    private bool TryText(ReadOnlySpan<byte> utf8, int field, out ReadOnlySpan<byte> text)
    {
        text = default;
        ref var value = ref _pattern[field];
        if (value.Length == 0)
        {
            return true;
        }

        if (utf8[value.Start] != '"' || value.Length <= 2 || value.Length - 2 > options.MaxStringLength)
        {
            return false;
        }

        text = utf8.Slice(value.Start + 1, value.Length - 2);
        return true;
    }
}
