using System.Globalization;
using System.Text;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Reads what stands inside a tag: names, constants, calls in parentheses, named arguments.</summary>
internal sealed class ExpressionParser(TemplateCursor cursor, IReadOnlyCollection<string> blockNames)
{
    private int _depth;

    /// <summary>Reads a whole tag: a name to print or a function with arguments; stops before the closing braces or <c>as |</c>.</summary>
    public TemplateExpression ReadTag()
    {
        cursor.SkipSpace();
        var path = ReadPath();
        var isFunctionName = path.IsSimpleName && !blockNames.Contains(path.FirstName);
        var (arguments, named) = ReadArguments();
        if (isFunctionName && TemplateFunctions.Find(path.FirstName) is { } function)
        {
            return Call(function, arguments, named);
        }

        if (arguments.Count > 0 || named.Count > 0)
        {
            cursor.Fail(TemplateFunctions.WhyUnknown(path.FirstName));
        }

        return isFunctionName && TemplateFunctions.IsKnownElsewhere(path.FirstName)
            ? throw new TemplateFaultException(TemplateFunctions.WhyUnknown(path.FirstName))
            : path;
    }

    /// <summary>Reads the head of a block, which must be a function.</summary>
    public CallExpression ReadBlockHead()
    {
        if (ReadTag() is CallExpression call)
        {
            return call;
        }

        cursor.Fail("A block must start with a function such as each, if or eq");
        return null;
    }

    private CallExpression Call(TemplateFunction function, List<TemplateExpression> arguments, Dictionary<string, TemplateExpression> named)
    {
        if (arguments.Count < function.MinArguments || arguments.Count > function.MaxArguments)
        {
            cursor.Fail($"'{function.Name}' takes {function.MinArguments} to {function.MaxArguments} arguments, not {arguments.Count}");
        }

        var call = new CallExpression(function, arguments, named);
        function.Check?.Invoke(call);
        return call;
    }

    private (List<TemplateExpression> Arguments, Dictionary<string, TemplateExpression> Named) ReadArguments()
    {
        var arguments = new List<TemplateExpression>();
        var named = new Dictionary<string, TemplateExpression>(StringComparer.Ordinal);
        for (cursor.SkipSpace(); !AtTagEnd(); cursor.SkipSpace())
        {
            if (TryReadName() is { } name)
            {
                named[name] = ReadValue();
            }
            else
            {
                arguments.Add(ReadValue());
            }
        }

        return (arguments, named);
    }

    private bool AtTagEnd() => cursor.AtEnd || cursor.Current is '}' or ')' || cursor.StartsWith("as |");

    private string? TryReadName()
    {
        var start = cursor.Position;
        while (IsNameCharacter(cursor.Current))
        {
            cursor.Position++;
        }

        var name = cursor.Source[start..cursor.Position];
        cursor.SkipSpace();
        if (name.Length > 0 && cursor.Skip("="))
        {
            cursor.SkipSpace();
            return name;
        }

        cursor.Position = start;
        return null;
    }

    private TemplateExpression ReadValue()
    {
        switch (cursor.Current)
        {
            case '\'' or '"':
                return new LiteralExpression(ReadText(cursor.Current));
            case '(':
                return ReadParentheses();
            case '-' or (>= '0' and <= '9'):
                return new LiteralExpression(ReadNumber());
            default:
                break;
        }

        var path = ReadPath();
        return !path.IsSimpleName ? path : path.FirstName switch
        {
            "true" => new LiteralExpression(true),
            "false" => new LiteralExpression(false),
            "null" or "undefined" => new LiteralExpression(null),
            _ => path,
        };
    }

    private CallExpression ReadParentheses()
    {
        if (++_depth > TemplateLimits.MaxNesting)
        {
            cursor.Fail($"Calls are nested deeper than {TemplateLimits.MaxNesting}");
        }

        cursor.Position++;
        var inner = ReadTag();
        cursor.SkipSpace();
        if (!cursor.Skip(")"))
        {
            cursor.Fail("A parenthesis is not closed");
        }

        _depth--;
        if (inner is CallExpression call && call.Function.Use.HasFlag(TagUse.Inline))
        {
            return call;
        }

        cursor.Fail("Parentheses must hold a function that gives a value");
        return null;
    }

    private string ReadText(char quote)
    {
        var text = new StringBuilder();
        for (cursor.Position++; cursor.Current != quote; cursor.Position++)
        {
            if (cursor.AtEnd)
            {
                cursor.Fail("A quoted text is not closed");
            }

            if (cursor.Current == '\\' && cursor.Position + 1 < cursor.Source.Length && cursor.Source[cursor.Position + 1] == quote)
            {
                cursor.Position++;
            }

            text.Append(cursor.Current);
        }

        cursor.Position++;
        return text.ToString();
    }

    private object ReadNumber()
    {
        var start = cursor.Position++;
        while (char.IsAsciiDigit(cursor.Current) || cursor.Current == '.')
        {
            cursor.Position++;
        }

        var text = cursor.Source[start..cursor.Position];
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return (long)whole;
        }

        if (IsNameCharacter(cursor.Current) || !double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real))
        {
            cursor.Fail($"'{text}' is no number");
            return 0;
        }

        return real;
    }

    private PathExpression ReadPath()
    {
        var up = 0;
        while (cursor.Skip("../"))
        {
            up++;
        }

        var isData = cursor.Skip("@");
        while (isData && cursor.Skip("../"))
        {
            up++;
        }

        var segments = new List<string>();
        do
        {
            segments.Add(ReadSegment(segments.Count > 0));
        }
        while (cursor.Skip("."));

        if (segments[0] == "this" && !isData)
        {
            segments.RemoveAt(0);
        }

        return new PathExpression(up, isData, segments);
    }

    private string ReadSegment(bool mayBeNumber)
    {
        var start = cursor.Position;
        if (cursor.Skip("["))
        {
            var end = cursor.Source.IndexOf(']', cursor.Position);
            if (end < 0 || cursor.Source.AsSpan(start, end - start).Contains('\n'))
            {
                cursor.Fail("A bracket is not closed");
            }

            cursor.Position = end + 1;
            return cursor.Source[(start + 1)..end];
        }

        while (IsNameCharacter(cursor.Current))
        {
            cursor.Position++;
        }

        if (cursor.Position == start || (!mayBeNumber && char.IsAsciiDigit(cursor.Source[start])))
        {
            cursor.Fail("A name is expected in the tag");
        }

        return cursor.Source[start..cursor.Position];
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' or '-';
}
