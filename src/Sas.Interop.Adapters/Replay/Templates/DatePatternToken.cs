namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>One piece of a date pattern: a run of one letter, or literal text (letter is the null character).</summary>
/// <param name="Letter">The pattern letter.</param>
/// <param name="Count">How often it stands in a row.</param>
/// <param name="Literal">Literal text, when there is no letter.</param>
internal readonly record struct DatePatternToken(char Letter, int Count, string Literal)
{
    public static IReadOnlyList<DatePatternToken> Split(string pattern, string supportedLetters)
    {
        if (pattern.Length > 128)
        {
            throw new TemplateFaultException("A date pattern is longer than 128 characters.");
        }

        var tokens = new List<DatePatternToken>();
        for (var at = 0; at < pattern.Length;)
        {
            var c = pattern[at];
            if (c == '\'')
            {
                at = ReadQuoted(pattern, at, tokens);
            }
            else if (char.IsAsciiLetter(c))
            {
                var end = at;
                while (end < pattern.Length && pattern[end] == c)
                {
                    end++;
                }

                if (!supportedLetters.Contains(c, StringComparison.Ordinal))
                {
                    throw new TemplateFaultException($"The letter '{c}' of the date pattern '{pattern}' is not supported; supported are {supportedLetters}.");
                }

                tokens.Add(new DatePatternToken(c, end - at, ""));
                at = end;
            }
            else
            {
                tokens.Add(new DatePatternToken('\0', 0, c.ToString()));
                at++;
            }
        }

        return tokens;
    }

    private static int ReadQuoted(string pattern, int start, List<DatePatternToken> tokens)
    {
        var text = new System.Text.StringBuilder();
        var at = start + 1;
        if (at < pattern.Length && pattern[at] == '\'')
        {
            tokens.Add(new DatePatternToken('\0', 0, "'"));
            return at + 1;
        }

        for (; at < pattern.Length; at++)
        {
            if (pattern[at] != '\'')
            {
                text.Append(pattern[at]);
            }
            else if (at + 1 < pattern.Length && pattern[at + 1] == '\'')
            {
                text.Append('\'');
                at++;
            }
            else
            {
                tokens.Add(new DatePatternToken('\0', 0, text.ToString()));
                return at + 1;
            }
        }

        throw new TemplateFaultException($"The date pattern '{pattern}' has an unclosed quote.");
    }
}
