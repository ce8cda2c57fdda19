using System.Text;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>Cuts an expression into tokens.</summary>
internal static class PathLexer
{
    private const int MaxLength = 4_000;

    public static List<PathToken> Read(string expression)
    {
        if (expression.Length > MaxLength)
        {
            throw new PathException("The expression is too long.");
        }

        List<PathToken> tokens = [];
        for (var at = 0; at < expression.Length;)
        {
            var first = expression[at];
            if (char.IsWhiteSpace(first))
            {
                at++;
            }
            else if (first is '\'' or '`')
            {
                tokens.Add(new PathToken(first == '`' ? PathTokenKind.Name : PathTokenKind.Text, Quoted(expression, ref at)));
            }
            else if (char.IsAsciiDigit(first))
            {
                tokens.Add(new PathToken(PathTokenKind.Number, Run(expression, ref at, static c => char.IsAsciiDigit(c))));
            }
            else if (IsNamePart(first))
            {
                tokens.Add(new PathToken(PathTokenKind.Name, Run(expression, ref at, IsNamePart)));
            }
            else if (first == '%')
            {
                at++;
                tokens.Add(new PathToken(PathTokenKind.Variable, Run(expression, ref at, IsNamePart)));
            }
            else
            {
                tokens.Add(new PathToken(PathTokenKind.Sign, Sign(expression, ref at)));
            }
        }

        tokens.Add(new PathToken(PathTokenKind.End, ""));
        return tokens;
    }

    private static bool IsNamePart(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '$';

    private static string Run(string text, ref int at, Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Sign(string text, ref int at)
    {
        var pair = at + 1 < text.Length ? text.Substring(at, 2) : "";
        if (pair is "!=" or "<=" or ">=")
        {
            at += 2;
            return pair;
        }

        var sign = text[at++].ToString();
        return sign is "." or "(" or ")" or "[" or "]" or "," or "=" or "<" or ">" or "|" or "+" or "&" or "-" ? sign : throw new PathException("A sign is not known.");
    }

    private static string Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var value = new StringBuilder();
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] != '\\' || at + 1 >= text.Length)
            {
                value.Append(text[at]);
                continue;
            }

            at++;
            value.Append(text[at] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'f' => '\f',
                '\'' or '"' or '`' or '\\' or '/' => text[at],
                _ => throw new PathException("An escape is not known."),
            });
        }

        if (at++ >= text.Length)
        {
            throw new PathException("A quote is not closed.");
        }

        return value.ToString();
    }
}
