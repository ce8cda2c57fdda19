using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json;

/// <summary>A JSON reader over one contiguous text that knows the bounds and reports issues at its position.</summary>
internal ref struct FhirReader
{
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(static code => (char)code).Except(['\t', '\r', '\n'])]);

    /// <summary>The tokens; a field, since a property would hand out copies.</summary>
    public Utf8JsonReader Json;

    private readonly ReadOnlySpan<byte> _text;

    public FhirReader(ReadOnlySpan<byte> text, ReadState state)
    {
        _text = text;
        State = state;
        Json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = state.Options.MaxDepth + 1 });
    }

    public ReadState State { get; }

    public readonly JsonTokenType Token => Json.TokenType;

    /// <summary>Moves to the next token; false at the end of the text or once the reading is stopped.</summary>
    public bool Next()
    {
        if (State.IsStopped || !Json.Read())
        {
            return false;
        }

        if (Json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            && Json.CurrentDepth + State.Origin.Depth >= State.Options.MaxDepth)
        {
            Stop(FhirIssueRules.Depth, "The nesting is deeper than allowed.");
            return false;
        }

        return true;
    }

    /// <summary>Moves to the last token of the value that begins at the current one.</summary>
    public void Skip()
    {
        if (Json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = Json.CurrentDepth;
        while (Next() && Json.CurrentDepth > depth)
        {
        }
    }

    /// <summary>Moves from a member's name into its value; stays put where the reader already stands on the value.</summary>
    public bool StepIn() => Json.TokenType != JsonTokenType.PropertyName || Next();

    /// <summary>Steps over a value that is a list where none may stand.</summary>
    public void SkipIfList()
    {
        if (Json.TokenType == JsonTokenType.StartArray)
        {
            Skip();
        }
    }

    /// <summary>Whether a list may have an item at this position; stops the reading otherwise.</summary>
    public readonly bool AdmitsItem(int index)
    {
        if (index < State.Options.MaxEntries)
        {
            return true;
        }

        Stop(FhirIssueRules.Size, "The list has more items than allowed.");
        return false;
    }

    /// <summary>Reads a text, or reports why it is none. Short repeated texts share one string when <paramref name="shared"/>.</summary>
    public string? ReadText(bool shared = false)
    {
        if (Json.TokenType != JsonTokenType.String)
        {
            WrongType("a text");
            return null;
        }

        if (Json.ValueSpan.Length == 0)
        {
            Warn(FhirIssueRules.EmptyElement, "An empty text is treated as absent.");
            return null;
        }

        if (Json.ValueSpan.Length > State.Options.MaxStringLength)
        {
            Error(FhirIssueRules.Size, "The text is longer than allowed.");
            return null;
        }

        var text = Json.ValueIsEscaped ? Unescape() : shared ? State.Intern(Json.ValueSpan) : Encoding.UTF8.GetString(Json.ValueSpan);
        if (text is not null && text.AsSpan().ContainsAny(Forbidden))
        {
            Error(FhirIssueRules.ValueFormat, "The text holds a control character.");
            return null;
        }

        return text;
    }

    /// <summary>Reports a value of the wrong JSON type and steps over it.</summary>
    public void WrongType(string due)
    {
        Error(FhirIssueRules.Type, "Here " + due + " is due, and the JSON value has another type.");
        Skip();
    }

    public readonly void Warn(string rule, string message) => Report(FhirIssueSeverity.Warning, rule, message, Json.TokenStartIndex);

    public readonly void Error(string rule, string message) => Report(FhirIssueSeverity.Error, rule, message, Json.TokenStartIndex);

    /// <summary>Reports at the position of an earlier token.</summary>
    public readonly void Report(FhirIssueSeverity severity, string rule, string message, long position)
    {
        if (State.Admits(severity))
        {
            var (line, column, _) = Locate(position);
            State.Add(severity, rule, message, line, column);
        }
    }

    public readonly void Stop(string rule, string message)
    {
        var position = Locate(Json.TokenStartIndex);
        State.Stop(rule, message, position.Line, position.Column);
    }

    /// <summary>Ends the reading for a text that is no JSON.</summary>
    public readonly void StopAt(JsonException fault)
    {
        var line = (int)(fault.LineNumber ?? 0);
        var column = (int)(fault.BytePositionInLine ?? 0) + (line == 0 ? State.Origin.Column : 1);
        if (State.Origin.Depth == 0 && IsCutShort())
        {
            State.Stop(FhirIssueRules.Truncated, "The text ends before its JSON does.", State.Origin.Line + line, column);
            return;
        }

        State.Stop(FhirIssueRules.Json, "The text is not JSON.", State.Origin.Line + line, column);
    }

    private string? Unescape()
    {
        try
        {
            return Json.GetString();
        }
        catch (InvalidOperationException)
        {
            // The escapes form half of a surrogate pair, which names no character.
            Error(FhirIssueRules.ValueFormat, "The text holds half of a surrogate pair.");
            return null;
        }
    }

    private readonly TextOrigin Locate(long position) => State.Origin.After(_text[..(int)position]);

    /// <summary>Whether more bytes could still have made the text right: reading it as a first part finds no fault.</summary>
    private readonly bool IsCutShort()
    {
        var again = new Utf8JsonReader(_text, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = State.Options.MaxDepth + 1 }));
        try
        {
            while (again.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
