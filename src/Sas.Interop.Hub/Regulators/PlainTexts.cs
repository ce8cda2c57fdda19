using System.Globalization;

using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Which texts an account may hold.</summary>
internal static class PlainTexts
{
    private const int InsuranceLength = 15;
    private const long InsuranceModulus = 97;

    /// <summary>One line with something on it, that fits.</summary>
    public static bool IsPlain(string text, int longest) => text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) && IsWhole(text);

    /// <summary>An identifier: without blanks as well.</summary>
    public static bool IsIdentifier(string text) => text.Length is > 0 and <= TextLengths.Identifier && !text.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c)) && IsWhole(text);

    public static bool IsMail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1 && text.IndexOf('@', at + 1) < 0 && text.Length <= TextLengths.Person && !text.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c)) && IsWhole(text);
    }

    /// <summary>Whether a text is built like a social insurance number, its check digits included: it names a person as a patient, and no regulator has it as an identifier.</summary>
    public static bool IsLikeInsuranceNumber(string text) =>
        text.Length == InsuranceLength
        && text[0] is '1' or '2'
        && long.TryParse(text.AsSpan(0, 13), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(text.AsSpan(13), NumberStyles.None, CultureInfo.InvariantCulture, out var check)
        && InsuranceModulus - (number % InsuranceModulus) == check;

    // Half of a surrogate pair has no bytes of its own.
    private static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
