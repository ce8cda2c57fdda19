using System.Text.Json;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.Json;

/// <summary>What <see cref="JsonFeed"/> remembers between two fillings of its buffer.</summary>
internal sealed class JsonFeedState(JsonShape shape, JsonReading reading)
{
    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    // A taker goes this deep into an item without counting.
    private const int LevelsOfAnItem = 18;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = JsonFeed.MaxDepth + 8, CommentHandling = JsonCommentHandling.Disallow };

    // One item for each open container: the step that its children match, and the '*' key that led to it.
    private readonly Stack<(JsonShapeNode? Node, string? Key, bool IsArray)> _open = new();
    private readonly HashSet<JsonShapeNode> _seen = [];
    private JsonReaderState _reader = new(ReaderOptions);
    private JsonShapeNode? _pending = shape.Root;
    private string? _pendingKey;
    private bool _started;
    private bool _complete;
    private long _offset;
    private int _count;
    private int _named;
    private bool _endsAsObject;
    private int _listed = -1;
    private int _linesTaken;

    public Outcome<int> End()
    {
        if (_complete)
        {
            return shape.Required.FirstOrDefault(node => !_seen.Contains(node)) is { } missing
                ? new HubError(HubErrorCode.VendorMalformed, $"The answer lacks '{missing.Name}'.")
                : _count;
        }

        return _started
            ? new HubError(HubErrorCode.VendorTruncated, $"The JSON ends after {_offset} bytes, inside the answer.")
            : new HubError(HubErrorCode.VendorMalformed, "The answer is empty where JSON is due.");
    }

    /// <returns>A failure, or null. <paramref name="consumed"/> bytes need not be shown again.</returns>
    public HubError? Advance(ReadOnlySpan<byte> bytes, out int consumed)
    {
        var start = 0;
        if (!_started && Begin(bytes, out start) is { } refusal)
        {
            consumed = start;
            return refusal;
        }

        _offset += start;
        consumed = start;
        return _started ? Read(bytes[start..], ref consumed) : null;
    }

    private HubError? Read(ReadOnlySpan<byte> bytes, ref int consumed)
    {
        for (var goesOn = true; goesOn;)
        {
            var error = ReadOn(bytes, out var taken, out goesOn);
            bytes = bytes[taken..];
            consumed += taken;
            _offset += taken;
            if (error is not null)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>Reads up to the end of the bytes, or up to the end of items that were taken without the reader: a new reader goes on there.</summary>
    private HubError? ReadOn(ReadOnlySpan<byte> bytes, out int taken, out bool goesOn)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, _reader);
        taken = 0;
        goesOn = false;
        try
        {
            var error = Pump(ref reader, out taken);
            if (error is null && _complete)
            {
                error = Trail(bytes[taken..]);
                taken = bytes.Length;
            }
            else if (error is null && _listed >= 0)
            {
                // One item leaves the reader as another does, so it may go on behind any of them.
                taken += TakeItems(bytes[taken..], _listed);
                goesOn = true;
            }

            _listed = -1;
            return error;
        }
        catch (JsonException malformed)
        {
            return new HubError(
                HubErrorCode.VendorMalformed,
                $"Not JSON near byte {_offset + reader.TokenStartIndex} (line {malformed.LineNumber + 1 + _linesTaken}).");
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no text: broken UTF-8 or half of a surrogate pair.
            return new HubError(HubErrorCode.VendorMalformed, $"Text that is not Unicode near byte {_offset + reader.TokenStartIndex}.");
        }
    }

    private static HubError? Trail(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? null : new HubError(HubErrorCode.VendorMalformed, "Something follows the end of the JSON.");

    private HubError? Begin(ReadOnlySpan<byte> bytes, out int start)
    {
        start = 0;
        if (_offset == 0 && bytes[0] == ByteOrderMark[0])
        {
            // The mark may come in pieces: wait for the rest of it.
            if (bytes.Length < ByteOrderMark.Length && ByteOrderMark.StartsWith(bytes))
            {
                return null;
            }

            start = bytes.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        }

        while (start < bytes.Length && bytes[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        if (start == bytes.Length)
        {
            return null;
        }

        _started = true;
        return bytes[start] switch
        {
            (byte)'<' => new HubError(HubErrorCode.VendorBlocked, "A page of markup where JSON is due."),
            (byte)'{' when shape.Root.ExpectsObject => null,
            (byte)'[' when shape.Root.ExpectsArray => null,
            (byte)'{' or (byte)'[' => new HubError(HubErrorCode.VendorMalformed, "The answer is JSON of another outer shape than this dialect's."),
            _ => new HubError(HubErrorCode.VendorMalformed, "The answer is neither a JSON object nor a JSON array."),
        };
    }

    private HubError? Pump(ref Utf8JsonReader reader, out int consumed)
    {
        while (true)
        {
            var before = reader;
            if (_complete || !reader.Read())
            {
                break;
            }

            if (reader.CurrentDepth > JsonFeed.MaxDepth)
            {
                consumed = (int)reader.BytesConsumed;
                return TooDeep();
            }

            if (!Step(ref reader, out var error))
            {
                reader = before;
                break;
            }

            if (error is not null)
            {
                consumed = (int)reader.BytesConsumed;
                return error;
            }

            if (_listed >= 0)
            {
                break;
            }
        }

        consumed = (int)reader.BytesConsumed;
        _reader = reader.CurrentState;
        return null;
    }

    /// <returns>False when the token belongs to a wanted value that is not whole yet.</returns>
    private bool Step(ref Utf8JsonReader reader, out HubError? error)
    {
        error = null;
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                var parent = _open.Peek();
                NoteName(ref reader);
                _pending = parent.Node?.Find(ref reader);
                _pendingKey = _pending is not null && ReferenceEquals(_pending, parent.Node?.AnyMember) ? reader.GetString() : parent.Key;
                return true;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                Close();
                return true;
            default:
                return Value(ref reader, out error);
        }
    }

    private bool Value(ref Utf8JsonReader reader, out HubError? error)
    {
        error = null;
        var isItem = _open.TryPeek(out var parent) && parent.IsArray;
        var (node, key) = isItem ? (parent.Node?.Item, parent.Key) : (_pending, _pendingKey);
        if (node is { Path: >= 0, Item: not null })
        {
            // A path that another one continues: its value is only announced.
            var announced = reader;
            error = Hand(node.Path, key, ref announced);
            if (error is not null)
            {
                return true;
            }
        }
        else if (node is { Path: >= 0 })
        {
            var value = reader;
            if (!TryPass(ref reader, out error))
            {
                return false;
            }

            if (error is not null)
            {
                return true;
            }

            _count++;
            Mark(node, value.TokenType);
            error = Hand(node.Path, key, ref value);
            Settle();
            _listed = isItem && reading.Taker is not null && _open.Count + LevelsOfAnItem <= JsonFeed.MaxDepth ? node.Path : -1;
            return true;
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var isArray = reader.TokenType == JsonTokenType.StartArray;
            if (node is not null && !(isArray ? node.ExpectsArray : node.ExpectsObject))
            {
                error = WrongType(node, reader.TokenType);
                return true;
            }

            Mark(node, reader.TokenType);
            _open.Push((node, key, isArray));
            _pending = null;
        }
        else
        {
            // A bare value among the members of a '*' step is beside the point; a named one of another type is not the announced answer.
            error = node is null or { IsAny: true } || reader.TokenType == JsonTokenType.Null ? null : WrongType(node, reader.TokenType);
            Settle();
        }

        return true;
    }

    private static HubError WrongType(JsonShapeNode node, JsonTokenType found) =>
        new(HubErrorCode.VendorInvalidValue, $"'{node.Name}' is {found} where {(node.ExpectsArray ? "a list" : "an object")} is due.");

    private static HubError TooDeep() => new(HubErrorCode.VendorTooLarge, $"The answer is nested deeper than {JsonFeed.MaxDepth} levels.");

    /// <summary>Lets the taker have the items that follow one of a list.</summary>
    /// <returns>How many bytes were taken, from the comma behind the item on.</returns>
    private int TakeItems(ReadOnlySpan<byte> bytes, int path)
    {
        var end = 0;
        for (var text = new JsonGlance(bytes); text.TryStep((byte)',') && text.TrySkipBlanks() && text.Rest[0] is (byte)'{' or (byte)'"';)
        {
            var length = reading.Taker is { } taker ? taker(path, text.Rest) : 0;
            if (length <= 0)
            {
                break;
            }

            text.At += length;
            end = text.At;
            _count++;
        }

        _linesTaken += bytes[..end].Count((byte)'\n');
        return end;
    }

    /// <returns>False when the value is not whole yet. The reader is then wherever the bytes ended.</returns>
    private static bool TryPass(ref Utf8JsonReader reader, out HubError? error)
    {
        error = null;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return true;
        }

        var depth = reader.CurrentDepth;
        while (reader.Read())
        {
            if (reader.CurrentDepth > JsonFeed.MaxDepth)
            {
                error = TooDeep();
                return true;
            }

            if (reader.CurrentDepth == depth)
            {
                return true;
            }
        }

        return false;
    }

    private void Mark(JsonShapeNode? node, JsonTokenType found)
    {
        if (node is { Required: true } && found != JsonTokenType.Null)
        {
            _seen.Add(node);
        }
    }

    private HubError? Hand(int path, string? key, ref Utf8JsonReader value)
    {
        var offset = _offset + value.TokenStartIndex;
        try
        {
            return reading.Handler(path, new JsonFeedPosition(key, offset), ref value);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            // The JSON itself is sound (it was skipped over before): a member has another type or form than this dialect's.
            var at = (unreadable as JsonException)?.Path is { } member ? $", {member}" : string.Empty;
            return new HubError(HubErrorCode.VendorInvalidValue, $"A value of the wrong type or form near byte {offset}{at}.");
        }
    }

    /// <summary>The failure of a complete answer whose outer object lacks a member that it must name; null otherwise.</summary>
    public HubError? Lack() =>
        _endsAsObject && _complete && _named != (1 << shape.Named.Count) - 1
            ? new HubError(HubErrorCode.VendorMalformed, $"The answer lacks one of: {string.Join(", ", shape.Named)}.")
            : null;

    private void NoteName(ref Utf8JsonReader reader)
    {
        for (var index = 0; _open.Count == 1 && index < shape.Named.Count; index++)
        {
            _named |= reader.IsText(shape.Named[index]) ? 1 << index : 0;
        }
    }

    private void Close()
    {
        _endsAsObject = _open.Count == 1 && !_open.Peek().IsArray;
        _open.Pop();
        Settle();
    }

    private void Settle()
    {
        _pending = null;
        _complete = _open.Count == 0;
    }
}
