using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sas.Interop.Adapters.Replay.Loading;

/// <summary>Writes a <c>jsonBody</c> as WireMock does: compact, members in order, only quotes, backslashes and control characters escaped.</summary>
internal static class JsonWriting
{
    /// <summary>The text, or null after reporting what two writers would write differently.</summary>
    public static string? Write(MappingElement element)
    {
        var text = new StringBuilder();
        var before = element.Faults.Count;
        Write(element, text);
        return element.Faults.Count == before ? text.ToString() : null;
    }

    private static void Write(MappingElement element, StringBuilder text)
    {
        switch (element.Json.ValueKind)
        {
            case JsonValueKind.Object:
                var opener = '{';
                foreach (var (name, value) in element.Named())
                {
                    text.Append(opener);
                    Quote(name, text);
                    text.Append(':');
                    Write(value, text);
                    opener = ',';
                }

                text.Append(opener == '{' ? "{}" : "}");
                break;
            case JsonValueKind.Array:
                var start = '[';
                foreach (var item in element.Items())
                {
                    text.Append(start);
                    Write(item, text);
                    start = ',';
                }

                text.Append(start == '[' ? "[]" : "]");
                break;
            case JsonValueKind.String:
                Quote(element.Json.GetString() ?? "", text);
                break;
            case JsonValueKind.Number:
                Number(element, text);
                break;
            default:
                text.Append(element.Json.GetRawText());
                break;
        }
    }

    private static void Number(MappingElement element, StringBuilder text)
    {
        var number = element.Json.GetRawText();
        if (number.AsSpan().ContainsAny('e', 'E') || (number[0] == '-' && number.All(static c => c is '-' or '0' or '.')))
        {
            element.Fault("A number of a JSON body is written without exponent and without a minus before zero.");
        }

        text.Append(number);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }
}
