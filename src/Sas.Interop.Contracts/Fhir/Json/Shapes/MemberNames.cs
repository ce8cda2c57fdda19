using System.Text;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Names of JSON members as senders wrote them.</summary>
internal static class MemberNames
{
    private const int MaxLength = 64;

    /// <summary>The name at the reader without escapes; a name that is no text becomes one that nothing matches.</summary>
    public static ReadOnlySpan<byte> Unescape(ref FhirReader reader)
    {
        if (!reader.Json.ValueIsEscaped)
        {
            return reader.Json.ValueSpan;
        }

        try
        {
            return Encoding.UTF8.GetBytes(reader.Json.GetString() ?? "");
        }
        catch (InvalidOperationException)
        {
            // The escapes form half of a surrogate pair; the raw bytes hold a backslash, which no element name does.
            return reader.Json.ValueSpan;
        }
    }

    /// <summary>A name fit for a path: letters, digits and a few signs, of bounded length.</summary>
    public static string Printable(ReadOnlySpan<byte> member)
    {
        var text = new StringBuilder();
        foreach (var code in member[..Math.Min(member.Length, MaxLength)])
        {
            text.Append(char.IsAsciiLetterOrDigit((char)code) || code is (byte)'_' or (byte)'-' ? (char)code : '?');
        }

        return text.Length == 0 ? "?" : text.ToString();
    }
}
