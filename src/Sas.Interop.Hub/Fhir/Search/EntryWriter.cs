using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.Rendering;

namespace Sas.Interop.Hub.Fhir.Search;

/// <summary>Copies prepared bytes into the response and formats the few that vary; flushes about every 64 KiB.</summary>
internal sealed class EntryWriter(PipeWriter output, byte[] baseAddress)
{
    private const int FlushAfter = 64 * 1024;
    private const int HashLength = 16;
    private long _unflushed;
    private bool _any;

    public bool NeedsFlush => _unflushed >= FlushAfter;

    public void Text(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _unflushed += bytes.Length;
    }

    public void Text(string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(size)));
    }

    public void Number(int number)
    {
        number.TryFormat(output.GetSpan(11), out var written, default, CultureInfo.InvariantCulture);
        Advance(written);
    }

    /// <summary>An entry that does not change but for the base address.</summary>
    public void Entry(byte[] entry)
    {
        Open();
        Text(entry);
    }

    public void Slot(in IndexedSlot slot, SlotTemplate template, ZoneOffsets zone)
    {
        Open();
        var size = template.UrlToId.Length + template.IdToId.Length + template.IdToStart.Length + template.EndToEntryEnd.Length
            + (2 * HashLength) + (2 * InstantFormat.Length) + StartToEnd.Length;
        var to = output.GetSpan(size);
        var at = Copy(template.UrlToId, to, 0);
        at = Hash(slot.Id, to, at);
        at = Copy(template.IdToId, to, at);
        at = Hash(slot.Id, to, at);
        at = Copy(template.IdToStart, to, at);
        InstantFormat.Write(slot.Start, zone.MinutesAt(slot.Start), to[at..]);
        at = Copy(StartToEnd, to, at + InstantFormat.Length);
        var end = slot.Start + slot.Duration;
        InstantFormat.Write(end, zone.MinutesAt(end), to[at..]);
        Advance(Copy(template.EndToEntryEnd, to, at + InstantFormat.Length));
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _unflushed = 0;
        await output.FlushAsync(cancellationToken);
    }

    private static ReadOnlySpan<byte> StartToEnd => "\",\"end\":\""u8;

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to, int at)
    {
        from.CopyTo(to[at..]);
        return at + from.Length;
    }

    private static int Hash(ulong id, Span<byte> to, int at)
    {
        for (var i = HashLength - 1; i >= 0; i--)
        {
            to[at + i] = "0123456789abcdef"u8[(int)(id & 0xF)];
            id >>= 4;
        }

        return at + HashLength;
    }

    private void Open()
    {
        Text(_any ? ",{\"fullUrl\":\""u8 : ",\"entry\":[{\"fullUrl\":\""u8);
        Text(baseAddress);
        _any = true;
    }

    private void Advance(int count)
    {
        output.Advance(count);
        _unflushed += count;
    }

    public bool AnyEntry => _any;
}
