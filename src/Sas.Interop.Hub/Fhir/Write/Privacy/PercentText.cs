namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>Undoes percent-encoding far enough to see digits and blanks: a byte outside ASCII becomes a blank, since what stands between digits may be one.</summary>
internal static class PercentText
{
    /// <param name="text">The text.</param>
    /// <param name="to">As long as the text, or the text itself.</param>
    /// <param name="plusIsBlank">Whether a plus stands for a blank, as in a query.</param>
    /// <returns>How many characters were written.</returns>
    public static int Decode(ReadOnlySpan<char> text, Span<char> to, bool plusIsBlank)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                var value = (Convert(text[i + 1]) * 16) + Convert(text[i + 2]);
                c = value < 0x80 ? (char)value : ' ';
                i += 2;
            }
            else if (c == '+' && plusIsBlank)
            {
                c = ' ';
            }

            to[length++] = c;
        }

        return length;
    }

    private static int Convert(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
