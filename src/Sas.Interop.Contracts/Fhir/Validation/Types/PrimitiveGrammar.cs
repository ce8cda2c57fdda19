using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>The JSON form and the grammar of the primitive types of R4, by hand, so that no text can make a pattern slow.</summary>
internal static class PrimitiveGrammar
{
    private const int MaxStringLength = 1024 * 1024;
    private const int MaxIdLength = 64;
    private const string OidPrefix = "urn:oid:";
    private const string UuidPrefix = "urn:uuid:";

    /// <summary>The JSON form of a primitive type.</summary>
    public static NodeForm FormOf(string type) => type switch
    {
        "boolean" => NodeForm.Boolean,
        "integer" or "unsignedInt" or "positiveInt" or "decimal" => NodeForm.Number,
        _ => NodeForm.Text,
    };

    /// <summary>Whether a text of the right form follows the grammar of its type.</summary>
    public static bool Follows(string type, string text) => type switch
    {
        "boolean" => text is "true" or "false",
        "integer" => IsInteger(text, int.MinValue),
        "unsignedInt" => IsInteger(text, 0),
        "positiveInt" => IsInteger(text, 1),
        "decimal" => text.Length > 0, // The JSON grammar of numbers is that of the type.
        "instant" => FhirInstant.TryParse(text, out _),
        "dateTime" => FhirDateTime.TryParse(text, out _),
        "date" => FhirDate.TryParse(text, out _),
        "time" => FhirTime.TryParse(text, out _),
        "id" => text.Length <= MaxIdLength && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'),
        "code" => IsCode(text),
        "uri" or "url" or "canonical" => IsUri(text),
        "oid" => text.StartsWith(OidPrefix, StringComparison.Ordinal) && IsUri(text),
        "uuid" => text.StartsWith(UuidPrefix, StringComparison.Ordinal) && IsUri(text),
        "base64Binary" => Base64.IsValid(text),
        _ => text.Length <= MaxStringLength && !string.IsNullOrWhiteSpace(text),
    };

    private static bool IsInteger(string text, int minimum) =>
        !text.AsSpan().ContainsAny('.', 'e', 'E')
        && text.Length <= 11
        && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && value >= minimum && value <= int.MaxValue;

    private static bool IsCode(string text)
    {
        var afterBlank = true;
        foreach (var character in text)
        {
            var isBlank = char.IsWhiteSpace(character);
            if (isBlank && (afterBlank || character != ' '))
            {
                return false;
            }

            afterBlank = isBlank;
        }

        return !afterBlank;
    }

    private static bool IsUri(string text) =>
        !text.Any(char.IsWhiteSpace)
        && (!text.StartsWith(OidPrefix, StringComparison.Ordinal) || IsOid(text.AsSpan(OidPrefix.Length)))
        && (!text.StartsWith(UuidPrefix, StringComparison.Ordinal) || Guid.TryParseExact(text.AsSpan(UuidPrefix.Length), "D", out _));

    private static bool IsOid(ReadOnlySpan<char> text)
    {
        var arcs = 0;
        foreach (var range in text.Split('.'))
        {
            var arc = text[range];
            var isFirst = arcs++ == 0;
            if (arc.Length == 0 || arc.ContainsAnyExceptInRange('0', '9') || (arc.Length > 1 && arc[0] == '0') || (isFirst && arc is not ("0" or "1" or "2")))
            {
                return false;
            }
        }

        return arcs > 1;
    }
}
