using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Matching;

/// <summary>Reads a regular expression into states and edges; gives up on what is not plain.</summary>
internal sealed class RegexAutomatonBuilder(string pattern)
{
    private const int MaxStates = 4000;
    private const int MaxDepth = 30;
    private readonly List<List<(CharSet? Set, int To)>> _edges = [];
    private int _at;
    private int _depth;
    private bool _isPlain = true;

    public IReadOnlyList<IReadOnlyList<(CharSet? Set, int To)>> Edges => _edges;

    private char Current => _at < pattern.Length ? pattern[_at] : '\0';

    public bool TryBuild(out int start, out int end)
    {
        (start, end) = ReadAlternatives();
        return _isPlain && _at == pattern.Length;
    }

    private (int Start, int End) ReadAlternatives()
    {
        _isPlain &= ++_depth <= MaxDepth;
        var (start, end) = (State(), State());
        do
        {
            var (from, to) = ReadSequence();
            Edge(start, null, from);
            Edge(to, null, end);
        }
        while (_isPlain && Skip('|'));

        _depth--;
        return (start, end);
    }

    private (int Start, int End) ReadSequence()
    {
        var start = State();
        var end = start;
        while (_isPlain && _at < pattern.Length && Current is not ('|' or ')'))
        {
            var (from, to) = ReadRepeated();
            Edge(end, null, from);
            end = to;
        }

        return (start, end);
    }

    // A counted repetition reads its atom again for each copy.
    private (int Start, int End) ReadRepeated()
    {
        var atomAt = _at;
        var first = ReadAtom();
        var (least, most) = ReadCount();
        var after = _at;
        if (!_isPlain || (least, most) == (1, 1))
        {
            return first;
        }

        var start = State();
        var end = start;
        var copies = Math.Max(least, most ?? Math.Max(least, 1));
        for (var i = 0; i < copies && _isPlain; i++)
        {
            _at = atomAt;
            var (from, to) = i == 0 ? first : ReadAtom();
            Edge(end, null, from);
            var next = State();
            Edge(to, null, next);
            if (i >= least)
            {
                Edge(end, null, next);
            }

            if (most is null && i == copies - 1)
            {
                Edge(next, null, from);
            }

            end = next;
        }

        _at = after;
        return (start, end);
    }

    private (int Least, int? Most) ReadCount()
    {
        (int, int?) count;
        switch (Current)
        {
            case '*':
                count = (0, null);
                break;
            case '+':
                count = (1, null);
                break;
            case '?':
                count = (0, 1);
                break;
            case '{':
                count = ReadBraces();
                break;
            default:
                return (1, 1);
        }

        _at++;
        Skip('?');
        _isPlain &= Current != '+';
        return count;
    }

    private (int Least, int? Most) ReadBraces()
    {
        var close = pattern.IndexOf('}', _at);
        var parts = close < 0 ? [] : pattern[(_at + 1)..close].Split(',');
        var most = 0;
        _isPlain &= parts.Length is 1 or 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && (parts[^1].Length == 0 || int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out most))
            && most <= 200;
        if (!_isPlain)
        {
            return (1, 1);
        }

        _at = close;
        var least = int.Parse(parts[0], CultureInfo.InvariantCulture);
        _isPlain &= least <= 200 && (parts[^1].Length == 0 || most >= Math.Max(least, 1));
        return (least, parts[^1].Length == 0 ? null : most);
    }

    private (int Start, int End) ReadAtom()
    {
        var c = Current;
        _at++;
        switch (c)
        {
            case '(':
                // Only groups that group; no look-around, no flags.
                _isPlain &= !Skip('?') || Skip(':');
                var group = ReadAlternatives();
                _isPlain &= Skip(')');
                return group;
            case '[':
                return Single(ReadClass());
            case '.':
                return Single(CharSet.Any);
            case '\\':
                return Single(ReadEscape());
            case '^' or '$':
                _isPlain &= c == '^' ? _at == 1 : _at == pattern.Length;
                var state = State();
                return (state, state);
            default:
                _isPlain &= c is not ('*' or '+' or '?' or '{' or '\0');
                return Single(CharSet.One(c));
        }
    }

    private CharSet ReadEscape()
    {
        var c = Current;
        _at++;
        _isPlain &= c is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 't' or 'n' or 'r' || (c != '\0' && !char.IsAsciiLetterOrDigit(c));
        return c switch
        {
            'd' => CharSet.Digits,
            'D' => CharSet.Digits.Complement(),
            'w' => CharSet.Word,
            'W' => CharSet.Word.Complement(),
            's' => CharSet.Space,
            'S' => CharSet.Space.Complement(),
            't' => CharSet.One('\t'),
            'n' => CharSet.One('\n'),
            'r' => CharSet.One('\r'),
            _ => CharSet.One(c),
        };
    }

    private CharSet ReadClass()
    {
        var isNegative = Skip('^');
        var parts = new List<CharSet>();
        while (_isPlain && Current != ']')
        {
            // Classes inside classes and their intersections are not plain.
            _isPlain &= _at < pattern.Length && Current is not ('[' or '&');
            var c = Current;
            _at++;
            if (c == '\\')
            {
                parts.Add(ReadEscape());
            }
            else if (Current == '-' && _at + 1 < pattern.Length && pattern[_at + 1] is not (']' or '\\'))
            {
                var last = pattern[_at + 1];
                _at += 2;
                _isPlain &= c <= last;
                parts.Add(new CharSet([(c, last)]));
            }
            else
            {
                parts.Add(CharSet.One(c));
            }
        }

        _at++;
        _isPlain &= parts.Count > 0;
        var set = CharSet.Union(parts);
        return isNegative ? set.Complement() : set;
    }

    private (int Start, int End) Single(CharSet set)
    {
        var (start, end) = (State(), State());
        Edge(start, set, end);
        return (start, end);
    }

    private bool Skip(char c)
    {
        var isThere = Current == c && _at < pattern.Length;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private int State()
    {
        _edges.Add([]);
        _isPlain &= _edges.Count <= MaxStates;
        return _edges.Count - 1;
    }

    private void Edge(int from, CharSet? set, int to) => _edges[from].Add((set, to));
}
