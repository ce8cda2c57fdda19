using System.Globalization;
using System.Text.Json;

using Sas.Interop.Hub.Configuration.Source;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Walks the tokens of a directory in JSON, one buffer after the other, and cuts out the entries of its lists.</summary>
internal sealed class EntryCutter(FaultList faults)
{
    public static readonly IReadOnlyList<string> Lists = ["practitioners", "associations", "communities"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private JsonReaderState _state = new(new JsonReaderOptions
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = SourceBounds.DirectoryEntry.MaxDepth,
    });

    private string? _list;
    private int _index;
    private int _line = 1;
    private int _counted;

    /// <summary>Line of the first byte of the next buffer.</summary>
    public int Line => _line;

    /// <param name="buffer">What is not consumed yet.</param>
    /// <param name="final">Whether nothing follows.</param>
    /// <param name="consumed">Bytes that are done with.</param>
    /// <returns>The next entry; null when more bytes are needed, or at the end.</returns>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public DirectoryEntry? Next(ReadOnlyMemory<byte> buffer, bool final, out int consumed)
    {
        var reader = new Utf8JsonReader(buffer.Span, final, _state);
        _counted = 0;
        DirectoryEntry? entry = null;
        while (entry is null)
        {
            var (before, state) = ((int)reader.BytesConsumed, reader.CurrentState);
            if (!reader.Read())
            {
                break;
            }

            if (!IsEntry(reader))
            {
                Take(ref reader, LineAt(buffer, (int)reader.TokenStartIndex));
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
            {
                // Only half of the entry is here: it is read again, from its begin, when more bytes have come.
                return Leave(buffer, before, state, out consumed);
            }

            entry = new DirectoryEntry(
                _list ?? string.Empty,
                string.Create(CultureInfo.InvariantCulture, $"$.{_list}[{_index++}]"),
                LineAt(buffer, start),
                buffer[start..(int)reader.BytesConsumed]);
        }

        _ = Leave(buffer, (int)reader.BytesConsumed, reader.CurrentState, out consumed);
        return entry;
    }

    private DirectoryEntry? Leave(ReadOnlyMemory<byte> buffer, int position, JsonReaderState state, out int consumed)
    {
        _ = LineAt(buffer, position);
        _state = state;
        consumed = position;
        return null;
    }

    // Positions only grow within one buffer, so that every byte is looked at once.
    private int LineAt(ReadOnlyMemory<byte> buffer, int position)
    {
        _line += buffer.Span[_counted..position].Count((byte)'\n');
        _counted = position;
        return _line;
    }

    private bool IsEntry(in Utf8JsonReader reader) =>
        _list is not null && reader.CurrentDepth == 2 && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject);

    private void Take(ref Utf8JsonReader reader, int line)
    {
        switch (reader.CurrentDepth, reader.TokenType)
        {
            case (0, JsonTokenType.StartObject or JsonTokenType.EndObject):
                break;
            case (0, not JsonTokenType.EndArray):
                faults.Add("$", line, "Must be an object with the lists practitioners, associations, communities.");
                break;
            case (1, JsonTokenType.PropertyName):
                Open(NameOf(ref reader), line);
                break;
            case (1, JsonTokenType.EndArray):
                _list = null;
                break;
            case (1, not (JsonTokenType.StartArray or JsonTokenType.EndObject)) when _list is not null:
                faults.Add($"$.{_list}", line, "Must be an array.");
                _list = null;
                break;
        }
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are no text: the name is unknown in any case.
            return "?";
        }
    }

    private void Open(string name, int line)
    {
        if (!_seen.Add(name))
        {
            faults.Add("$." + Quoted.Plain(name), line, "Given twice in the same object; keep one.");
        }

        _list = Lists.Contains(name) ? name : null;
        _index = 0;
        if (_list is null && name != "$schema")
        {
            faults.Add("$." + Quoted.Plain(name), line, $"Unknown member; known here: $schema, {Quoted.List(Lists)}.");
        }
    }
}
