using Sas.Interop.Adapters.Json;
using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>Takes the plain slots of a timetable.</summary>
internal sealed class KeldocPlainReader(SlotPage page, TimeZoneInfo zone)
{
    private readonly ObjectPattern _slot = new("start_time"u8.ToArray(), "agenda_id"u8.ToArray());
    private readonly SharedTexts _agendas = new();

    public int Take(int path, ReadOnlySpan<byte> utf8)
    {
        var text = new JsonGlance(utf8);
        if (!_slot.TryRead(ref text)
            || !ExactInstant.TryRead(utf8, _slot[0], zone, out var start)
            || !JsonPlain.TryIdentifier(utf8, _slot[1], _agendas, out var agenda))
        {
            return 0;
        }

        if (start is { } from)
        {
            page.Times.Add(new ListedSlot(from, null, agenda));
        }
        else
        {
            page.Unreadable++;
        }

        return text.At;
    }
}
