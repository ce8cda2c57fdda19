using System.Text.RegularExpressions;

namespace Sas.Interop.Architecture.Tests;

/// <summary>A source file with its texts and comments blanked, so that braces and words can be counted.</summary>
internal sealed partial record SourceFile(string Path, string Text, string Code)
{
    public int Lines => Text.AsSpan().Count('\n');

    public IEnumerable<string> Usings => UsingLine().Matches(Text).Select(static match => match.Groups[1].Value);

    public static SourceFile Read(string path, string text) => new(path, text, Blank(text));

    /// <summary>Members with a body: where they begin, how many lines they span, and their parameter lists.</summary>
    public IEnumerable<Member> Members()
    {
        var depths = new Stack<bool>();
        var header = 0;
        for (var i = 0; i < Code.Length; i++)
        {
            switch (Code[i])
            {
                case ';':
                    if (AtTypeLevel(depths))
                    {
                        foreach (var member in Take(header, i))
                        {
                            yield return member;
                        }
                    }

                    header = i + 1;
                    break;
                case '{':
                    var text = Code[header..i];
                    var isType = TypeWord().IsMatch(text) && AtTypeLevel(depths);
                    if (!isType && AtTypeLevel(depths) && text.Contains('(', StringComparison.Ordinal))
                    {
                        foreach (var member in Take(header, Close(i)))
                        {
                            yield return member;
                        }
                    }

                    depths.Push(isType);
                    header = i + 1;
                    break;
                case '}':
                    depths.TryPop(out _);
                    header = i + 1;
                    break;
            }
        }
    }

    /// <summary>Headers of the types that stand in the namespace itself.</summary>
    public IReadOnlyList<string> TopLevelTypes()
    {
        var types = new List<string>();
        var depth = 0;
        var header = 0;
        for (var i = 0; i < Code.Length; i++)
        {
            if (Code[i] is '{' or ';')
            {
                if (depth == 0 && TypeWord().IsMatch(Code[header..i]))
                {
                    types.Add(Code[header..i].Trim());
                }

                header = i + 1;
            }

            depth += Code[i] switch { '{' => 1, '}' => -1, _ => 0 };
            header = Code[i] == '}' ? i + 1 : header;
        }

        return types;
    }

    private static bool AtTypeLevel(Stack<bool> depths) => depths.Count == 0 || depths.All(static isType => isType);

    private static string Blank(string text) =>
        Literal().Replace(text, static match => string.Concat(match.Value.Select(static c => c == '\n' ? '\n' : ' ')));

    private IEnumerable<Member> Take(int from, int to)
    {
        var text = Code[from..to];
        var start = from + (text.Length - text.TrimStart().Length);
        var opening = MethodName().Match(text);
        if (opening.Success && !TypeWord().IsMatch(text[..(opening.Groups[1].Index + 1)]))
        {
            var lines = Code.AsSpan(start, Math.Max(0, to - start)).Count('\n') + 1;
            yield return new Member(opening.Groups[1].Value, lines, Parameters(text, opening.Index + opening.Length));
        }
    }

    private int Close(int open)
    {
        var depth = 0;
        for (var i = open; i < Code.Length; i++)
        {
            depth += Code[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return Code.Length;
    }

    private static int Parameters(string text, int from)
    {
        int depth = 1, commas = 0, end = from;
        for (; end < text.Length && depth > 0; end++)
        {
            depth += text[end] switch { '(' or '<' or '[' => 1, ')' or '>' or ']' => -1, _ => 0 };
            commas += depth == 1 && text[end] == ',' ? 1 : 0;
        }

        return string.IsNullOrWhiteSpace(text[from..Math.Max(from, end - 1)]) ? 0 : commas + 1;
    }

    [GeneratedRegex("""^\s*using\s+(?:static\s+)?([\w.]+);""", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex("""\b(?:class|record|struct|interface|enum|delegate)\b\s+(?:struct\s+|class\s+)?\w""")]
    private static partial Regex TypeWord();

    // A member's own parameter list: a name, optional type parameters, an opening bracket, and no assignment or arrow before it.
    [GeneratedRegex("""^[^=(\[]*?(?:\[[^\]]*\][^=(\[]*?)*?(\w+)(?:<[^()]*>)?\s*\(""")]
    private static partial Regex MethodName();

    [GeneratedRegex("""""
        """"(?:.|\n)*?""""|"""(?:.|\n)*?"""|@"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"(?:u8)?|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*(?:.|\n)*?\*/
        """"", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
