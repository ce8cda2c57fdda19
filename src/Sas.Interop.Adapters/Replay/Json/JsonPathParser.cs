using System.Globalization;
using Sas.Interop.Adapters.Replay.Matching;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>Reads a JSON path: <c>$</c>, then <c>.name</c>, <c>['name']</c>, <c>[n]</c>, <c>[*]</c>, <c>.*</c> or <c>[?(filter)]</c>.</summary>
internal sealed class JsonPathParser(string text)
{
    private const int MaxLength = 512;
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "=~", "<", ">"];
    private int _at;

    private char Current => _at < text.Length ? text[_at] : '\0';

    public IReadOnlyList<JsonStep> Parse()
    {
        if (text.Length > MaxLength || !Skip("$"))
        {
            throw Fault("it must start with $ and be shorter");
        }

        var steps = new List<JsonStep>();
        while (_at < text.Length)
        {
            steps.Add(ReadStep());
        }

        return steps;
    }

    private JsonStep ReadStep()
    {
        if (Skip(".*"))
        {
            return new JsonStep();
        }

        if (Skip(".") && Current != '.')
        {
            var name = ReadName();
            return Current == '(' ? throw Fault("functions are not supported") : new JsonStep(Member: name);
        }

        if (!Skip("["))
        {
            throw Fault("deep scans and bare names are not supported");
        }

        SkipSpace();
        var step = Current switch
        {
            '*' => Wildcard(),
            '\'' or '"' => new JsonStep(Member: ReadQuoted()),
            '?' => new JsonStep(Filter: ReadFilter()),
            _ => new JsonStep(Index: ReadIndex()),
        };
        SkipSpace();
        return Skip("]") ? step : throw Fault("a bracket is not closed, or holds a union or a slice");
    }

    private JsonStep Wildcard()
    {
        _at++;
        return new JsonStep();
    }

    private JsonFilter ReadFilter()
    {
        _at++;
        SkipSpace();
        Expect("(");
        var alternatives = new List<IReadOnlyList<JsonFilter.Condition>>();
        do
        {
            var all = new List<JsonFilter.Condition>();
            do
            {
                all.Add(ReadCondition());
                SkipSpace();
            }
            while (Skip("&&"));

            alternatives.Add(all);
        }
        while (Skip("||"));

        Expect(")");
        return new JsonFilter(alternatives);
    }

    private JsonFilter.Condition ReadCondition()
    {
        SkipSpace();
        Expect("@");
        var path = new List<string>();
        while (true)
        {
            if (Skip("."))
            {
                path.Add(ReadName());
            }
            else if (Current == '[')
            {
                _at++;
                path.Add(Current is '\'' or '"' ? ReadQuoted() : throw Fault("only members are supported inside a filter"));
                Expect("]");
            }
            else
            {
                break;
            }
        }

        SkipSpace();
        var sign = Signs.FirstOrDefault(Skip) ?? "";
        SkipSpace();
        return sign switch
        {
            "" => new JsonFilter.Condition(path, sign, null, null),
            "=~" => new JsonFilter.Condition(path, sign, null, ReadRegex()),
            _ => new JsonFilter.Condition(path, sign, ReadLiteral(), null),
        };
    }

    private JavaRegex ReadRegex()
    {
        Expect("/");
        var end = text.IndexOf('/', _at);
        if (end < 0)
        {
            throw Fault("a regular expression is not closed");
        }

        var pattern = text[_at..end];
        _at = end + 1;
        return JavaRegex.For(Skip("i") ? $"(?i){pattern}" : pattern);
    }

    private object? ReadLiteral()
    {
        if (Current is '\'' or '"')
        {
            return ReadQuoted();
        }

        foreach (var (word, value) in new (string, object?)[] { ("true", true), ("false", false), ("null", null) })
        {
            if (Skip(word))
            {
                return value;
            }
        }

        var start = _at;
        while (char.IsAsciiDigit(Current) || Current is '-' or '.')
        {
            _at++;
        }

        return decimal.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Fault("a filter compares with a text, a number, true, false or null");
    }

    private string ReadName()
    {
        var start = _at;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '$')
        {
            _at++;
        }

        return _at > start ? text[start.._at] : throw Fault("a name is missing");
    }

    private string ReadQuoted()
    {
        var quote = Current;
        var end = text.IndexOf(quote, _at + 1);
        if (end < 0 || text.AsSpan(_at, end - _at).Contains('\\'))
        {
            throw Fault("a quoted name is not closed, or has an escape");
        }

        var name = text[(_at + 1)..end];
        _at = end + 1;
        return name;
    }

    private int ReadIndex()
    {
        var start = _at;
        while (char.IsAsciiDigit(Current) || Current == '-')
        {
            _at++;
        }

        return int.TryParse(text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw Fault("a bracket holds none of 'name', number, * and ?(filter)");
    }

    private void Expect(string part)
    {
        SkipSpace();
        if (!Skip(part))
        {
            throw Fault($"'{part}' is missing");
        }
    }

    private bool Skip(string part)
    {
        if (string.CompareOrdinal(text, _at, part, 0, part.Length) != 0)
        {
            return false;
        }

        _at += part.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (Current == ' ')
        {
            _at++;
        }
    }

    private TemplateFaultException Fault(string why) => new($"The JSON path '{(text.Length > MaxLength ? text[..MaxLength] : text)}' cannot be used: {why}.");
}
