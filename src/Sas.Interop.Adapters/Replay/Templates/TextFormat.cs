using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>The part of Java's <c>String.format</c> that templates need: %s %d %f %x %% with flags - and 0, width, precision and position.</summary>
internal static partial class TextFormat
{
    public static string Apply(FunctionCall call)
    {
        var format = call.Text(0);
        var text = new StringBuilder();
        var next = 1;
        var at = 0;
        foreach (Match match in Specifier().Matches(format))
        {
            text.Append(Plain(format[at..match.Index]));
            at = match.Index + match.Length;
            if (match.Groups["kind"].Value == "%")
            {
                text.Append('%');
                continue;
            }

            var position = match.Groups["position"].Success ? int.Parse(match.Groups["position"].ValueSpan, CultureInfo.InvariantCulture) : next++;
            if (position < 1 || position >= call.Count)
            {
                throw new TemplateFaultException($"The format '{format}' has more places than values.");
            }

            text.Append(One(match, call[position]));
        }

        return text.Append(Plain(format[at..])).ToString();
    }

    private static string Plain(string part) => part.Contains('%', StringComparison.Ordinal)
        ? throw new TemplateFaultException("The format has a place that is not supported; supported are %s %d %f %x and %%.")
        : part;

    private static string One(Match match, object? value)
    {
        var precision = match.Groups["precision"].Success ? int.Parse(match.Groups["precision"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        var text = (match.Groups["kind"].Value, value) switch
        {
            ("s", _) when precision is null => value is null ? "null" : TemplateValue.Print(value),
            ("d", long number) when precision is null => number.ToString(CultureInfo.InvariantCulture),
            ("x", long number and >= 0) when precision is null => number.ToString("x", CultureInfo.InvariantCulture),
            ("f", double or decimal) => Math.Round(JavaNumber.ToDecimal(value), Math.Min(precision ?? 6, 20), MidpointRounding.AwayFromZero)
                .ToString("F" + (precision ?? 6), CultureInfo.InvariantCulture),
            _ => throw new TemplateFaultException($"The format place '{match.Value}' does not fit its value."),
        };
        var width = match.Groups["width"].Success ? int.Parse(match.Groups["width"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var flags = match.Groups["flags"].Value;
        if (flags.Contains('-', StringComparison.Ordinal))
        {
            return text.PadRight(width);
        }

        if (!flags.Contains('0', StringComparison.Ordinal))
        {
            return text.PadLeft(width);
        }

        return text[0] == '-' ? "-" + text[1..].PadLeft(width - 1, '0') : text.PadLeft(width, '0');
    }

    [GeneratedRegex(@"%((?<position>\d{1,2})\$)?(?<flags>[-0]?)(?<width>[1-9]\d{0,2})?(\.(?<precision>\d{1,2}))?(?<kind>[sdfx%])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Specifier();
}
