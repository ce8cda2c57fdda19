using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Loops, lists and arithmetic.</summary>
internal static class ListFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("each", Each) { MinArguments = 1, MaxArguments = 1, Use = TagUse.Block },
        new("range", Range) { MinArguments = 2, MaxArguments = 2 },
        new("array", static call => Items(call)) { MaxArguments = 256 },
        new("arrayAdd", ArrayAdd) { MinArguments = 2, MaxArguments = 2 },
        new("arrayJoin", ArrayJoin) { MinArguments = 2, MaxArguments = 256, Use = TagUse.Inline | TagUse.Block },
        new("size", static call => Size(call)) { MinArguments = 1, MaxArguments = 1 },
        new("lookup", static call => Lookup(call[0], call.Text(1))) { MinArguments = 2, MaxArguments = 2 },
        new("math", Arithmetic) { MinArguments = 3, MaxArguments = 3 },
    ];

    private static object? Each(FunctionCall call)
    {
        var value = call[0];
        if (value is TemplateMap map)
        {
            for (var i = 0; i < map.Keys.Count; i++)
            {
                call.Block?.WriteItem(call.Scope, map[map.Keys[i]], map.Keys[i], new LoopPosition(i, map.Keys.Count, map.Keys[i]));
            }

            return null;
        }

        var items = TemplateValue.AsList(value);
        if (items is null && value is not null)
        {
            throw new TemplateFaultException("'each' needs a list or an object.");
        }

        for (var i = 0; i < (items?.Count ?? 0); i++)
        {
            // The loop is entered only with a list.
            call.Block?.WriteItem(call.Scope, items![i], (long)i, new LoopPosition(i, items.Count, (long)i));
        }

        if (items is null or { Count: 0 })
        {
            call.Block?.Write(call.Scope, false);
        }

        return null;
    }

    private static object[] Range(FunctionCall call)
    {
        var (from, to) = (Bound(call[0]), Bound(call[1]));
        return to - from is >= -1 and < TemplateLimits.MaxListItems
            ? [.. Enumerable.Range((int)from, (int)(to - from + 1)).Select(static number => (object)(long)number)]
            : throw new TemplateFaultException($"A range runs upwards over at most {TemplateLimits.MaxListItems} numbers.");
    }

    private static long Bound(object? value) => value switch
    {
        long number and >= int.MinValue and <= int.MaxValue => number,
        string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new TemplateFaultException("'range' needs two whole numbers."),
    };

    private static object?[] Items(FunctionCall call, int from = 0)
    {
        var items = new object?[call.Count - from];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = call[from + i];
        }

        return items;
    }

    private static object?[] ArrayAdd(FunctionCall call)
    {
        var items = TemplateValue.AsList(call[0]) ?? throw new TemplateFaultException("'arrayAdd' needs a list.");
        if (items.Count >= TemplateLimits.MaxListItems || call.Named("position") is not null)
        {
            throw new TemplateFaultException($"'arrayAdd' adds at the end, up to {TemplateLimits.MaxListItems} items.");
        }

        return [.. items, call[1]];
    }

    private static string ArrayJoin(FunctionCall call)
    {
        var separator = call[0] as string ?? throw new TemplateFaultException("'arrayJoin' needs a separator.");
        var items = TemplateValue.AsList(call[1]) ?? Items(call, 1);
        if (items.Count == 0)
        {
            return "";
        }

        var (block, scope, run) = (call.Block, call.Scope, call.Run);
        var texts = block is null
            ? items.Select(TemplateValue.Print)
            : items.Select(item => run.Capture(() => block.WriteItem(scope, item, null, null)));
        return $"{call.NamedText("prefix")}{string.Join(separator, texts)}{call.NamedText("suffix")}";
    }

    private static long Size(FunctionCall call)
    {
        var value = call[0];
        return value switch
        {
            string text => text.Length,
            TemplateMap map => map.Keys.Count,
            _ when TemplateValue.AsList(value) is { } items => items.Count,
            _ => throw new TemplateFaultException("'size' needs a text, a list or an object."),
        };
    }

    // A name that is not there gives the whole object back: WireMock's habit, so a missing key is seen at once.
    private static object? Lookup(object? target, string name) => PathExpression.Member(target, name) ?? target;

    private static object Arithmetic(FunctionCall call)
    {
        var left = JavaNumber.ToDecimal(call[0] ?? throw new TemplateFaultException("'math' needs two numbers."));
        var right = JavaNumber.ToDecimal(call[2] ?? throw new TemplateFaultException("'math' needs two numbers."));
        try
        {
            return JavaNumber.Reduce(call.Text(1) switch
            {
                "+" => left + right,
                "-" => left - right,
                "*" or "x" => left * right,
                "/" => Divide(left, right),
                "%" => left % right,
                var other => throw new TemplateFaultException($"'math' knows + - * / % and not '{other}'."),
            });
        }
        catch (Exception exception) when (exception is DivideByZeroException or OverflowException)
        {
            throw new TemplateFaultException($"'math' cannot compute this: {exception.Message}", exception);
        }
    }

    // A quotient keeps as many decimals as the dividend has, rounded half up.
    private static decimal Divide(decimal left, decimal right)
    {
        var rounded = Math.Round(left / right, left.Scale, MidpointRounding.AwayFromZero);
        return rounded.Scale < left.Scale ? rounded + new decimal(0, 0, 0, false, left.Scale) : rounded;
    }
}
