using System.Text;
using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>Copies JSON token by token; an object or list is opened only when something inside it is written.</summary>
internal sealed class OpaqueCopy(Utf8JsonWriter writer)
{
    private readonly List<(string? Name, bool IsList)> _pending = [];

    /// <summary>Copies the value at the reader, under a name when it is a member.</summary>
    public void Value(ref FhirReader reader, string? name)
    {
        switch (reader.Token)
        {
            case JsonTokenType.StartObject:
                Members(ref reader, name);
                break;
            case JsonTokenType.StartArray:
                Items(ref reader, name);
                break;
            case JsonTokenType.String:
                if (reader.ReadText() is { } text)
                {
                    Open(name);
                    TextOutput.Write(writer, text);
                }

                break;
            case JsonTokenType.Null when name is not null:
                reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
                break;
            default:
                Open(name);
                writer.WriteRawValue(reader.Json.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private void Members(ref FhirReader reader, string? name)
    {
        var outer = _pending.Count;
        _pending.Add((name, false));
        while (reader.Next() && reader.Token == JsonTokenType.PropertyName)
        {
            var member = reader.Json.ValueIsEscaped ? null : Encoding.UTF8.GetString(reader.Json.ValueSpan);
            if (!reader.Next())
            {
                return;
            }

            if (member is null)
            {
                reader.Warn(FhirIssueRules.UnknownElement, "A member whose name is written with escapes is dropped.");
                reader.Skip();
                continue;
            }

            Value(ref reader, member);
        }

        if (!IsStillPending(outer))
        {
            writer.WriteEndObject();
        }
    }

    private void Items(ref FhirReader reader, string? name)
    {
        var outer = _pending.Count;
        _pending.Add((name, true));
        while (reader.Next() && reader.Token != JsonTokenType.EndArray)
        {
            Value(ref reader, null);
        }

        if (!IsStillPending(outer))
        {
            writer.WriteEndArray();
        }
    }

    private bool IsStillPending(int outer)
    {
        if (_pending.Count <= outer)
        {
            return false;
        }

        _pending.RemoveRange(outer, _pending.Count - outer);
        return true;
    }

    private void Open(string? name)
    {
        foreach (var (pendingName, isList) in _pending)
        {
            Name(pendingName);
            if (isList)
            {
                writer.WriteStartArray();
            }
            else
            {
                writer.WriteStartObject();
            }
        }

        _pending.Clear();
        Name(name);
    }

    private void Name(string? name)
    {
        if (name is not null)
        {
            writer.WritePropertyName(JsonEncodedText.Encode(name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping));
        }
    }
}
