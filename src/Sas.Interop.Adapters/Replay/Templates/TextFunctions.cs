using System.Globalization;
using System.Text;
using Sas.Interop.Adapters.Replay.Matching;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Texts and their parts.</summary>
internal static class TextFunctions
{
    public static IReadOnlyList<TemplateFunction> All { get; } =
    [
        new("trim", static call => call.Text(0).Trim()) { MinArguments = 1, MaxArguments = 1 },
        Plain("upper", static text => text.ToUpperInvariant()),
        Plain("lower", static text => text.ToLowerInvariant()),
        Plain("capitalizeFirst", static text => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]),
        OrFirst("replace", static call => call.Text(0).Replace(Word(call, 1), Word(call, 2), StringComparison.Ordinal)) with { MinArguments = 3, MaxArguments = 3 },
        OrFirst("substring", Substring) with { MinArguments = 2, MaxArguments = 3 },
        new("join", Join) { MinArguments = 2, MaxArguments = 64 },
        new("rjust", static call => TemplateValue.IsFalsy(call[0]) ? "" : call.Text(0).PadLeft(Width(call), Filler(call))) { MinArguments = 1, MaxArguments = 1 },
        new("defaultIfEmpty", static call => TemplateValue.IsFalsy(call[0]) ? call[1] : call[0]) { MinArguments = 2, MaxArguments = 2 },
        OrFirst("stringFormat", TextFormat.Apply) with { MinArguments = 1 },
        new("numberFormat", FormatNumber) { MinArguments = 2, MaxArguments = 2, Check = CheckNumberFormat },
        new("urlEncode", UrlEncode) { MinArguments = 1, MaxArguments = 1 },
        new("base64", Base64) { MinArguments = 1, MaxArguments = 1 },
        new("contains", static call => call.Choose(Contains(call[0], call[1]))) { MinArguments = 2, MaxArguments = 2, Use = TagUse.Inline | TagUse.Block },
        new("matches", static call => call.Choose(JavaRegex.For(call.Text(1)).IsWhole(call.Text(0)))) { MinArguments = 2, MaxArguments = 2, Use = TagUse.Inline | TagUse.Block, Check = CheckRegex },
        new("regexExtract", Extract) { MinArguments = 2, MaxArguments = 3, Check = CheckRegex },
    ];

    private static TemplateFunction Plain(string name, Func<string, string> change) =>
        new(name, call => TemplateValue.IsFalsy(call[0]) ? "" : change(call.Text(0))) { MinArguments = 1, MaxArguments = 1 };

    // Nothing, zero or an empty text as the text to work on gives the next argument back: WireMock's habit.
    private static TemplateFunction OrFirst(string name, Func<FunctionCall, string> apply) =>
        new(name, call => TemplateValue.IsFalsy(call[0]) ? TemplateValue.Print(call[1]) : apply(call));

    private static string Word(FunctionCall call, int index) =>
        call[index] as string ?? throw new TemplateFaultException($"'{call.Name}' needs a text as argument {index + 1}.");

    private static string Substring(FunctionCall call)
    {
        var text = call.Text(0);
        var (start, end) = (call.Number(1), call.Count == 3 ? call.Number(2) : text.Length);
        return start >= 0 && start <= end && end <= text.Length
            ? text[start..end]
            : throw new TemplateFaultException($"'substring' from {start} to {end} leaves a text of {text.Length}.");
    }

    // The last argument separates the others. After a list, and a request value is one, the arguments between are lost: WireMock's habit.
    private static string Join(FunctionCall call)
    {
        if (TemplateValue.IsFalsy(call[0]))
        {
            // A list that begins with nothing or with zero joins to nothing: WireMock's habit; stringFormat has no such trap.
            return "";
        }

        var separator = Word(call, call.Count - 1);
        if (TemplateValue.AsList(call[0]) is { } items)
        {
            return string.Join(separator, items.Select(TemplateValue.Print));
        }

        var texts = new string[call.Count - 1];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = TemplateValue.Print(call[i]);
        }

        return string.Join(separator, texts);
    }

    private static int Width(FunctionCall call) => call.Named("size") is long and >= 0 and <= 1000
        ? (int)(long)call.Named("size")! // The pattern saw a number.
        : throw new TemplateFaultException("'rjust' needs size=, at most 1000.");

    private static char Filler(FunctionCall call) => call.NamedText("pad") switch
    {
        null => ' ',
        { Length: 1 } pad => pad[0],
        _ => throw new TemplateFaultException("'rjust' pads with one character."),
    };

    private static string FormatNumber(FunctionCall call)
    {
        var pattern = call.Text(1);
        CheckNumberPattern(pattern);
        var value = call[0];
        if (!TemplateValue.IsNumber(value))
        {
            throw new TemplateFaultException("'numberFormat' needs a number, not a text.");
        }

        var decimals = pattern.Contains('.', StringComparison.Ordinal) ? pattern.Length - pattern.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        // A number of the right type was just seen; rounding is half to even on the exact value of the double.
        var number = value is double real ? new decimal(Math.Round(real, Math.Min(decimals, 15), MidpointRounding.ToEven)) : JavaNumber.ToDecimal(value!);
        return Math.Round(number, Math.Min(decimals, 15), MidpointRounding.ToEven).ToString(pattern, CultureInfo.InvariantCulture);
    }

    private static void CheckNumberFormat(CallExpression call)
    {
        if (call.ConstantText(1) is { } pattern)
        {
            CheckNumberPattern(pattern);
        }
    }

    private static void CheckNumberPattern(string pattern)
    {
        if (pattern.Length is 0 or > 32 || pattern.Any(static c => c is not ('0' or '#' or '.' or ',')))
        {
            throw new TemplateFaultException($"The number pattern '{pattern}' has more than 0 # . and ,");
        }
    }

    private static string UrlEncode(FunctionCall call)
    {
        var text = call.Text(0);
        if (call.Named("decode") is true)
        {
            return Uri.UnescapeDataString(text.Replace('+', ' '));
        }

        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            encoded.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '*' or '_' ? c.ToString() : c == ' ' ? "+" : $"%{b:X2}");
        }

        return encoded.ToString();
    }

    private static string Base64(FunctionCall call)
    {
        var text = call.Text(0);
        if (call.Named("decode") is not true)
        {
            return Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new TemplateFaultException("'base64' was given a text that is not base64.");
    }

    // In a list the whole item counts, in a text any part of it.
    private static bool Contains(object? where, object? what)
    {
        var part = what as string ?? throw new TemplateFaultException("'contains' looks for a text only.");
        return where switch
        {
            _ when TemplateValue.IsFalsy(where) => false,
            _ when TemplateValue.AsList(where) is { } items => items.Contains(part),
            _ => TemplateValue.Print(where).Contains(part, StringComparison.Ordinal),
        };
    }

    private static object? Extract(FunctionCall call)
    {
        var pattern = call.Text(1);
        var match = JavaRegex.For(pattern).Find(call.Text(0));
        if (match is null)
        {
            return call.Named("default") ?? throw new TemplateFaultException($"Nothing matched {pattern}; give a default.");
        }

        if (call.Count < 3)
        {
            return match.Value;
        }

        LogicFunctions.CheckName(call.Text(2));
        call.Run.Variables[call.Text(2)] = match.Groups.Values.Skip(1).Select(static group => (object?)group.Value).ToArray();
        return null;
    }

    private static void CheckRegex(CallExpression call)
    {
        if (call.ConstantText(1) is { } pattern)
        {
            JavaRegex.For(pattern);
        }
    }
}
