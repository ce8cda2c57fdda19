using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>Takes the plain slots of an answer: a start alone, or an object without chained appointments.</summary>
internal sealed class DoctolibPlainReader(DoctolibPage page, TimeZoneInfo zone, string? onlyAgenda)
{
    private readonly ObjectPattern _slot = new(
        "start_date"u8.ToArray(), "end_date"u8.ToArray(), "agenda_id"u8.ToArray(), "practice_id"u8.ToArray(), "steps"u8.ToArray());

    private readonly SharedTexts _ids = new();

    public int Take(int path, ReadOnlySpan<byte> utf8)
    {
        if (path != 0)
        {
            return 0;
        }

        var text = new JsonGlance(utf8);
        var isTaken = utf8[0] == '"' ? TryStart(ref text) : TrySlot(utf8, ref text);
        return isTaken ? text.At : 0;
    }

    private bool TryStart(ref JsonGlance text)
    {
        if (!text.TryText(out var content) || !ExactInstant.TryReadIn(content, zone, out var start))
        {
            return false;
        }

        page.Times.Add(new DoctolibTime(new ListedSlot(start, null, onlyAgenda), null));
        return true;
    }

    private bool TrySlot(ReadOnlySpan<byte> utf8, ref JsonGlance text)
    {
        if (!_slot.TryRead(ref text)
            || !(JsonPlain.IsNothing(utf8, _slot[4]) || utf8.Slice(_slot[4].Start, _slot[4].Length).SequenceEqual("[]"u8))
            || !ExactInstant.TryRead(utf8, _slot[0], zone, out var start)
            || !ExactInstant.TryRead(utf8, _slot[1], zone, out var end)
            || !JsonPlain.TryIdentifier(utf8, _slot[2], _ids, out var agenda)
            || !JsonPlain.TryIdentifier(utf8, _slot[3], _ids, out var practice))
        {
            return false;
        }

        if (start is not { } from || end <= from)
        {
            page.Page.Unreadable++;
        }
        else
        {
            page.Times.Add(new DoctolibTime(new ListedSlot(from, end, agenda ?? onlyAgenda), practice));
        }

        return true;
    }
}
