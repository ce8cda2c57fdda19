using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Sas.Interop.Hub.Configuration.Source;

/// <summary>
/// Reads JSON (comments and trailing commas allowed) into values that know where they stand. A deserializer would stop at the first fault, take a member
/// given twice, and not tell lines; an operator who edits a file wants all of it at once.
/// </summary>
internal sealed class SourceParser
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly SourceBounds _bounds;
    private readonly FaultList _faults;
    private int _counted;
    private int _line;
    private int _values;

    private SourceParser(ReadOnlyMemory<byte> utf8, int firstLine, SourceBounds bounds, FaultList faults)
    {
        _utf8 = utf8;
        _line = firstLine;
        _bounds = bounds;
        _faults = faults;
    }

    /// <param name="utf8">The text.</param>
    /// <param name="root">Path of the whole text, and the line on which it begins.</param>
    /// <param name="bounds">What it may hold.</param>
    /// <param name="faults">Gets every fault.</param>
    /// <returns>The value, or null when the text cannot be read.</returns>
    public static SourceValue? Parse(ReadOnlyMemory<byte> utf8, (string Path, int Line) root, SourceBounds bounds, FaultList faults)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            faults.AddTorn(root.Path, root.Line, "Not UTF-8 text; save the file as UTF-8.");
            return null;
        }

        try
        {
            return new SourceParser(utf8, root.Line, bounds, faults).ReadAll(root.Path);
        }
        catch (JsonException malformed)
        {
            var line = root.Line + (int)(malformed.LineNumber ?? 0);
            var column = (malformed.BytePositionInLine ?? 0) + 1;
            faults.AddTorn(root.Path, line, string.Create(CultureInfo.InvariantCulture, $"Not JSON from column {column} on{(bounds.MayRepeat ? ": " + Reason(malformed) : ".")}"));
            return null;
        }
    }

    public static string Reason(JsonException malformed)
    {
        var end = malformed.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Quoted.Plain(end > 0 ? malformed.Message[..end] : malformed.Message);
    }

    private SourceValue? ReadAll(string path)
    {
        var options = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = _bounds.MaxDepth };
        var reader = new Utf8JsonReader(_utf8.Span, options);
        if (!reader.Read())
        {
            return null;
        }

        var root = ReadValue(ref reader, null, path, 0);

        // Reads to the end so that text after the value is a fault, not ignored.
        while (reader.Read())
        {
        }

        return _values > _bounds.MaxValues ? null : root;
    }

    private SourceValue ReadValue(ref Utf8JsonReader reader, SourceValue? parent, string? name, int index)
    {
        Count(ref reader, parent);
        var start = (int)reader.TokenStartIndex;
        var line = LineAt(start);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var isObject = reader.TokenType == JsonTokenType.StartObject;
            var whole = new SourceValue(parent, name, index, isObject ? JsonValueKind.Object : JsonValueKind.Array, line) { Start = start };
            if (isObject)
            {
                ReadMembers(ref reader, whole);
            }
            else
            {
                ReadItems(ref reader, whole);
            }

            whole.End = (int)reader.BytesConsumed;
            return whole;
        }

        var plain = new SourceValue(parent, name, index, KindOf(reader.TokenType), line)
        {
            Text = TextOf(ref reader),
            Start = start,
            End = (int)reader.BytesConsumed,
        };
        if (plain.Text?.Length > _bounds.MaxText)
        {
            _faults.Add(plain, string.Create(CultureInfo.InvariantCulture, $"Longer than {_bounds.MaxText} characters."));
        }

        return plain;
    }

    private void ReadMembers(ref Utf8JsonReader reader, SourceValue whole)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var line = LineAt((int)reader.TokenStartIndex);
            var name = TextOf(ref reader) ?? string.Empty;
            reader.Read();
            var value = ReadValue(ref reader, whole, name, 0);
            if (!seen.Add(name))
            {
                _faults.Add(value.Path, line, "Given twice in the same object; keep one.");
            }
            else if (_values <= _bounds.MaxValues)
            {
                whole.Add(value);
            }
        }
    }

    private void ReadItems(ref Utf8JsonReader reader, SourceValue whole)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            var value = ReadValue(ref reader, whole, null, index);
            if (_values <= _bounds.MaxValues)
            {
                whole.Add(value);
            }
        }
    }

    private void Count(ref Utf8JsonReader reader, SourceValue? parent)
    {
        if (++_values == _bounds.MaxValues + 1)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"More than {_bounds.MaxValues} values in all; the rest is not read.");
            _faults.Add(parent?.Path ?? "$", LineAt((int)reader.TokenStartIndex), message);
        }
    }

    private int LineAt(int position)
    {
        _line += _utf8.Span[_counted..position].Count((byte)'\n');
        _counted = position;
        return _line;
    }

    private string? TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        }

        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return null;
        }

        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 without its other half is JSON, but no text.
            _faults.Add("$", LineAt((int)reader.TokenStartIndex), "A \\u escape is half of a character; write both halves or the character itself.");
            return string.Empty;
        }
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };
}
