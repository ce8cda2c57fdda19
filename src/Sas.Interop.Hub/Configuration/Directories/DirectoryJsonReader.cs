using System.Buffers;
using System.Globalization;
using System.Text.Json;

using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Reads a directory in JSON as it streams: only one entry is in memory as text at a time.</summary>
internal sealed class DirectoryJsonReader(DirectoryDraft draft, FaultList faults)
{
    private const int FirstBuffer = 64 * 1024;
    private readonly OwnerEntryReader _owners = new(draft, faults);

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        var cutter = new EntryCutter(faults);
        try
        {
            var (filled, final, started) = (0, false, false);
            while (!final)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                final = read == 0;
                filled += read;
                if (filled < 3 && !final && !started)
                {
                    // A byte-order mark may be on its way.
                    continue;
                }

                var begin = !started && buffer.AsSpan(0, filled).StartsWith("\uFEFF"u8) ? 3 : 0;
                started = true;
                var rest = TakeAll(cutter, buffer.AsMemory(begin, filled - begin), final);
                if (rest < 0)
                {
                    return;
                }

                buffer.AsSpan(filled - rest, rest).CopyTo(buffer);
                filled = rest;
                if (filled == buffer.Length && !TryGrow(ref buffer, cutter))
                {
                    return;
                }
            }
        }
        catch (JsonException malformed)
        {
            var line = cutter.Line + (int)(malformed.LineNumber ?? 0);
            faults.AddTorn("$", line, $"Not JSON: {SourceParser.Reason(malformed)}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <returns>How many bytes at the end of the buffer are still needed; -1 to read no further.</returns>
    private int TakeAll(EntryCutter cutter, ReadOnlyMemory<byte> bytes, bool final)
    {
        while (true)
        {
            var entry = cutter.Next(bytes, final, out var consumed);
            bytes = bytes[consumed..];
            if (entry is null)
            {
                return bytes.Length;
            }

            if (IsFull(entry.List))
            {
                var most = string.Create(CultureInfo.InvariantCulture, $"{DirectoryBounds.MaxOwners} owners or {DirectoryBounds.MaxCommunities} communities");
                faults.Add(entry.Path, entry.Line, $"More than {most}; the rest is not read.");
                return -1;
            }

            if (SourceParser.Parse(entry.Utf8, (entry.Path, entry.Line), SourceBounds.DirectoryEntry, faults) is { } value)
            {
                _owners.Read(entry.List, value);
            }
        }
    }

    private bool IsFull(string list) => list == "communities"
        ? draft.Communities.Count >= DirectoryBounds.MaxCommunities
        : draft.Owners.Count >= DirectoryBounds.MaxOwners;

    private bool TryGrow(ref byte[] buffer, EntryCutter cutter)
    {
        if (buffer.Length > DirectoryBounds.MaxEntryBytes)
        {
            faults.Add("$", cutter.Line, string.Create(CultureInfo.InvariantCulture, $"An entry here is larger than {DirectoryBounds.MaxEntryBytes} bytes."));
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
        return true;
    }
}
