namespace Sas.Interop.Adapters.Mapping;

/// <summary>Telephone numbers in the contract's form, <c>+33XXXXXXXXX</c>; overseas numbers keep their E.164 form (CONTRACT §6.5).</summary>
internal static class Phones
{
    // Overseas departments and territories: national prefix of a ten-digit number, and its country code.
    private static readonly (string[] Prefixes, string CountryCode)[] Overseas =
    [
        (["0590", "0690", "0691"], "+590"),
        (["0594", "0694"], "+594"),
        (["0596", "0696", "0697"], "+596"),
        (["0262", "0692", "0693", "0263", "0269", "0639"], "+262"),
        (["0508"], "+508"),
    ];

    /// <returns>The number in E.164 form, or null when the text is no number that can be dialled.</returns>
    public static string? Normalize(string? text)
    {
        if (text is null || text.Length > 40)
        {
            return null;
        }

        Span<char> digits = stackalloc char[40];
        var length = 0;
        var international = false;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
            }
            else if (c == '+' && length == 0)
            {
                international = true;
            }
            else if (c is not (' ' or '.' or '-' or '/' or '(' or ')' or '\u00A0' or '\u202F' or '\t'))
            {
                return null;
            }
        }

        return Compose(new string(digits[..length]), international);
    }

    private static string? Compose(string digits, bool international)
    {
        if (!international && digits.StartsWith("00", StringComparison.Ordinal))
        {
            international = true;
            digits = digits[2..];
        }

        if (!international)
        {
            return digits.Length switch
            {
                10 when digits[0] == '0' => National(digits),
                9 when digits[0] != '0' => National("0" + digits),
                11 when digits.StartsWith("33", StringComparison.Ordinal) && digits[2] != '0' => National("0" + digits[2..]),
                _ => null,
            };
        }

        // "+33 (0)1 99 ..." is written often: the trunk digit is not part of the number.
        if (digits.StartsWith("330", StringComparison.Ordinal) && digits.Length == 12)
        {
            digits = "33" + digits[3..];
        }

        if (digits.StartsWith("33", StringComparison.Ordinal))
        {
            return digits.Length == 11 && digits[2] != '0' ? National("0" + digits[2..]) : null;
        }

        return digits.Length is >= 8 and <= 15 && digits[0] != '0' ? "+" + digits : null;
    }

    private static string National(string digits)
    {
        foreach (var (prefixes, countryCode) in Overseas)
        {
            if (prefixes.Any(prefix => digits.StartsWith(prefix, StringComparison.Ordinal)))
            {
                return countryCode + digits[1..];
            }
        }

        return "+33" + digits[1..];
    }
}
