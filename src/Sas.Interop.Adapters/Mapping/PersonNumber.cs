using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Identifiers;

namespace Sas.Interop.Adapters.Mapping;

/// <summary>
/// Finds the number by which French social security knows a person (NIR): sex, year and month of birth, department, commune, order, and a key of two digits that must fit.
/// Written together or in its groups with blanks, dots or hyphens. What is only a part of a longer number or word is none.
/// </summary>
internal static class PersonNumber
{
    /// <summary>Characters of a number without separators.</summary>
    public const int Length = 15;

    private const int LongestSeparator = 3;
    private const int KeyAt = 13;
    private const int DepartmentLetterAt = 6;

    // Dots and hyphens also join the parts of identifiers of objects and of many other numbers: so few of them prove nothing.
    private const int FewestJoints = 3;

    // What a search criterion says before the SIRET of an association, whose check digit callers may have wrong: no person has such an identifier.
    private const string StructureToken = IdentifierSystems.NationalStructure + "|";

    /// <summary>Whether a text holds one. Takes time in proportion to the text.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        var rest = 0;
        while (text.Length - rest >= Length)
        {
            var next = text[rest..].IndexOfAnyInRange('1', '8');
            if (next < 0)
            {
                return false;
            }

            var at = rest + next;
            if (IsStart(text, at) && IsAt(text, at))
            {
                return true;
            }

            rest = at + 1;
        }

        return false;
    }

    private static bool IsStart(ReadOnlySpan<char> text, int at) =>
        text[at] is not ('5' or '6')
        && !(text[at] == SiretId.Prefix && text[..at].EndsWith(StructureToken, StringComparison.Ordinal))
        && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || (text[at - 1] is '.' && at > 1 && char.IsAsciiDigit(text[at - 2]))));

    private static bool IsAt(ReadOnlySpan<char> text, int at)
    {
        Span<char> digits = stackalloc char[Length];
        var (taken, separators, joints) = (0, 0, 0);
        while (taken < Length)
        {
            if (at == text.Length)
            {
                return false;
            }

            var c = text[at];
            if (char.IsAsciiDigit(c) || (taken == DepartmentLetterAt && digits[taken - 1] == '2' && c is 'A' or 'B' or 'a' or 'b'))
            {
                digits[taken++] = c;
                at++;
                continue;
            }

            var length = SeparatorAt(text, at, taken);
            if (length == 0)
            {
                return false;
            }

            separators++;
            joints += c is '.' or '-' ? 1 : 0;
            at += length;
        }

        return IsEnd(text, at) && (joints == 0 || joints >= FewestJoints) && IsValid(digits) && (separators > 0 || !IsOther(digits));
    }

    /// <summary>Length of what separates two groups here; 0 when no group ends here or nothing separates.</summary>
    private static int SeparatorAt(ReadOnlySpan<char> text, int at, int taken)
    {
        if (taken is not (1 or 3 or 5 or 7 or 10 or KeyAt))
        {
            return 0;
        }

        if (text[at] is '.' or '-')
        {
            return 1;
        }

        var length = 0;
        while (length < LongestSeparator && at + length < text.Length && (text[at + length] == '\t' || char.GetUnicodeCategory(text[at + length]) == System.Globalization.UnicodeCategory.SpaceSeparator))
        {
            length++;
        }

        return length;
    }

    private static bool IsEnd(ReadOnlySpan<char> text, int end) =>
        end == text.Length
        || !(char.IsLetterOrDigit(text[end]) || (text[end] is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])));

    private static bool IsValid(ReadOnlySpan<char> digits)
    {
        // Months beyond twelve stand for dates of birth that are not known.
        var month = ((digits[3] - '0') * 10) + digits[4] - '0';
        if (month is 0 or (> 12 and < 20) or (> 42 and < 50) || digits[5..7] is "00" || digits[7..10] is "000" || digits[10..KeyAt] is "000")
        {
            return false;
        }

        var (number, offset) = (0L, 0L);
        for (var i = 0; i < KeyAt; i++)
        {
            // The departments of Corsica count as 19 and 18.
            (var digit, offset) = digits[i] switch
            {
                'A' or 'a' => (0, 1_000_000L),
                'B' or 'b' => (0, 2_000_000L),
                _ => (digits[i] - '0', offset),
            };
            number = (number * 10) + digit;
        }

        var key = ((digits[KeyAt] - '0') * 10) + digits[KeyAt + 1] - '0';
        return key == 97 - ((number - offset) % 97);
    }

    /// <summary>Two national identifiers have as many digits, and check digits of their own: a SIRET and a practice of a practitioner, each with its prefix.</summary>
    private static bool IsOther(ReadOnlySpan<char> digits) => digits[0] switch
    {
        SiretId.Prefix => SiretId.TryParse(digits, out _, out var warning) && warning is null,
        '4' => digits[1] == '1' && RppsId.TryParse(digits[1..12], out _, out var warning) && warning is null,
        _ => false,
    };
}
