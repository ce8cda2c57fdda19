namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Reads a template: text, tags and blocks. What WireMock reads differently or not at all is a fault, never a guess.</summary>
internal sealed class TemplateParser(string source)
{
    private readonly TemplateCursor _cursor = new(source);
    private readonly List<string> _blockNames = [];
    private int _nesting;

    public IReadOnlyList<TemplateNode> Parse()
    {
        var nodes = ReadNodes(out var end);
        if (end.Length > 0)
        {
            _cursor.Fail($"'{end}' closes nothing");
        }

        return nodes;
    }

    /// <summary>Reads until the end or a tag that ends a body; that tag's word (<c>else</c>, <c>/each</c>) is handed out, the cursor stands behind it.</summary>
    private List<TemplateNode> ReadNodes(out string end)
    {
        var nodes = new List<TemplateNode>();
        end = "";
        while (!_cursor.AtEnd)
        {
            ReadText(nodes);
            if (_cursor.AtEnd)
            {
                break;
            }

            if (SkipComment())
            {
                continue;
            }

            if (_cursor.Skip("{{{"))
            {
                if (_cursor.Current is '#' or '/' or '^')
                {
                    _cursor.Fail("A brace stands directly before a block tag, which WireMock cannot read: put a space between");
                }

                nodes.Add(ReadValueTag("}}}"));
                continue;
            }

            OpenTag();
            if (TryReadEnd() is { } word)
            {
                end = word;
                return nodes;
            }

            nodes.Add(_cursor.Skip("#") ? ReadBlock() : ReadPlainTag());
        }

        return nodes;
    }

    private void ReadText(List<TemplateNode> nodes)
    {
        var start = _cursor.Position;
        var open = source.IndexOf("{{", start, StringComparison.Ordinal);
        _cursor.Position = open < 0 ? source.Length : open;
        var text = source[start.._cursor.Position];
        if (text.EndsWith('\\') && open >= 0)
        {
            _cursor.Fail("A backslash before a tag is not supported");
        }

        if (_cursor.StartsWith("{{{{"))
        {
            _cursor.Fail("Raw blocks and four braces are not supported");
        }

        if (text.Length > 0)
        {
            nodes.Add(new TextNode(text));
        }
    }

    private bool SkipComment()
    {
        var close = _cursor.StartsWith("{{!--") ? "--}}" : _cursor.StartsWith("{{!") ? "}}" : null;
        if (close is null)
        {
            return false;
        }

        var end = source.IndexOf(close, _cursor.Position, StringComparison.Ordinal);
        if (end < 0)
        {
            _cursor.Fail("A comment is not closed");
        }

        _cursor.Position = end + close.Length;
        return true;
    }

    private void OpenTag()
    {
        _cursor.Position += 2;
        if (_cursor.Current == '~')
        {
            _cursor.Fail("The space control ~ is not supported: WireMock applies it to some tags only");
        }

        if (_cursor.Current is '>' or '*' || _cursor.StartsWith("#>") || _cursor.StartsWith("#*"))
        {
            _cursor.Fail("Partials and decorators are not supported");
        }
    }

    private string? TryReadEnd()
    {
        var start = _cursor.Position;
        if (_cursor.Skip("/") || _cursor.Skip("^"))
        {
            var isElse = source[start] == '^';
            var word = ReadWord();
            if (isElse && word.Length > 0)
            {
                _cursor.Fail("Inverted blocks are not supported; use else or unless");
            }

            CloseTag("}}");
            return isElse ? "else" : $"/{word}";
        }

        _cursor.SkipSpace();
        if (ReadWord() == "else")
        {
            _cursor.SkipSpace();
            if (_cursor.Current == '}')
            {
                CloseTag("}}");
                return "else";
            }

            // "else if ..." : the caller reads the head of the next block from here.
            return "else ";
        }

        _cursor.Position = start;
        return null;
    }

    private string ReadWord()
    {
        var start = _cursor.Position;
        while (char.IsAsciiLetterOrDigit(_cursor.Current))
        {
            _cursor.Position++;
        }

        return source[start.._cursor.Position];
    }

    private TemplateBlock ReadBlock()
    {
        var block = ReadOpenBlock(out var end, out var name);
        if (end != $"/{name}")
        {
            _cursor.Fail($"The block '{name}' is not closed");
        }

        return block;
    }

    /// <summary>Reads head, body and branches; hands out the closing tag and the name it must have, which a chain shares.</summary>
    private TemplateBlock ReadOpenBlock(out string end, out string name)
    {
        if (++_nesting > TemplateLimits.MaxNesting)
        {
            _cursor.Fail($"Blocks are nested deeper than {TemplateLimits.MaxNesting}");
        }

        var call = new ExpressionParser(_cursor, _blockNames).ReadBlockHead();
        name = call.Function.Name;
        if (!call.Function.Use.HasFlag(TagUse.Block))
        {
            _cursor.Fail($"'{name}' takes no block");
        }

        var names = ReadBlockNames();
        CloseTag("}}");
        _blockNames.AddRange(names);
        var body = ReadNodes(out end);
        _blockNames.RemoveRange(_blockNames.Count - names.Count, names.Count);

        IReadOnlyList<TemplateNode> otherwise = [];
        if (end == "else")
        {
            otherwise = ReadNodes(out end);
        }
        else if (end == "else ")
        {
            otherwise = [ReadOpenBlock(out end, out _)];
        }

        _nesting--;
        return new TemplateBlock(call, names, body, otherwise);
    }

    private List<string> ReadBlockNames()
    {
        var names = new List<string>();
        _cursor.SkipSpace();
        if (!_cursor.Skip("as |"))
        {
            return names;
        }

        for (_cursor.SkipSpace(); !_cursor.Skip("|"); _cursor.SkipSpace())
        {
            var name = ReadWord();
            if (name.Length == 0 || names.Count == 2)
            {
                _cursor.Fail("A block names one or two things, as |item index|");
            }

            names.Add(name);
        }

        return names;
    }

    private ValueNode ReadPlainTag()
    {
        _cursor.Skip("&");
        return ReadValueTag("}}");
    }

    private ValueNode ReadValueTag(string close)
    {
        var expression = new ExpressionParser(_cursor, _blockNames).ReadTag();
        if (expression is CallExpression call && !call.Function.Use.HasFlag(TagUse.Inline))
        {
            _cursor.Fail($"'{call.Function.Name}' needs a block");
        }

        CloseTag(close);
        return new ValueNode(expression);
    }

    private void CloseTag(string close)
    {
        _cursor.SkipSpace();
        if (!_cursor.Skip(close))
        {
            _cursor.Fail("A tag is not closed");
        }

        if (close == "}}" && _cursor.Current == '}')
        {
            _cursor.Fail("A brace follows a tag directly, which WireMock cannot read: put a space between");
        }
    }
}
