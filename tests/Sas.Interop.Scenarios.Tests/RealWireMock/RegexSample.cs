using System.Text;

namespace Sas.Interop.Scenarios.Tests.RealWireMock;

/// <summary>Makes a text that a plain regular expression matches: first alternatives, fewest repetitions but at least one where allowed.</summary>
internal sealed class RegexSample(string pattern)
{
    private int _at;

    /// <summary>A text that should match; the caller checks it, since look-arounds and the like are not understood.</summary>
    public static string Make(string pattern) => new RegexSample(pattern).ReadAlternatives();

    private char Current => _at < pattern.Length ? pattern[_at] : '\0';

    private string ReadAlternatives()
    {
        var first = ReadSequence();
        while (Current == '|')
        {
            _at++;
            ReadSequence();
        }

        return first;
    }

    private string ReadSequence()
    {
        var text = new StringBuilder();
        while (_at < pattern.Length && Current is not ('|' or ')'))
        {
            var atom = ReadAtom();
            var count = ReadCount();
            for (var i = 0; i < count; i++)
            {
                text.Append(atom);
            }
        }

        return text.ToString();
    }

    private string ReadAtom()
    {
        var c = pattern[_at++];
        switch (c)
        {
            case '(':
                if (Current == '?')
                {
                    _at = Math.Max(_at + 2, pattern.AsSpan(_at).StartsWith("?<") ? pattern.IndexOf('>', _at) + 1 : 0);
                }

                var inner = ReadAlternatives();
                _at++;
                return inner;
            case '[':
                return ReadClass();
            case '\\':
                return Escaped(_at < pattern.Length ? pattern[_at++] : '\\');
            case '.':
                return "a";
            case '^' or '$':
                return "";
            default:
                return c.ToString();
        }
    }

    private string ReadClass()
    {
        var isNegative = Current == '^';
        _at += isNegative ? 1 : 0;
        var first = Current == '\\' ? Escaped(pattern[_at + 1]) : Current.ToString();
        _at = pattern.IndexOf(']', _at + 1) + 1;
        return isNegative ? "a" : first;
    }

    private int ReadCount()
    {
        switch (Current)
        {
            case '+' or '*' or '?':
                _at++;
                _at += Current == '?' ? 1 : 0;
                return 1;
            case '{':
                var end = pattern.IndexOf('}', _at);
                var least = pattern[(_at + 1)..end].Split(',')[0];
                _at = end + 1;
                return int.TryParse(least, out var count) ? Math.Max(count, 1) : 1;
            default:
                return 1;
        }
    }

    private static string Escaped(char c) => c switch
    {
        'd' => "1",
        'w' => "a",
        's' => " ",
        _ => c.ToString(),
    };
}
