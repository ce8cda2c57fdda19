using System.Globalization;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>Numbers as the JVM prints and divides them, which is what templates of WireMock show.</summary>
internal static class JavaNumber
{
    public static string Print(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        if (value == 0)
        {
            return double.IsNegative(value) ? "-0.0" : "0.0";
        }

        var size = Math.Abs(value);
        return size is >= 1e-3 and < 1e7 ? Plain(value) : Scientific(value);
    }

    /// <summary>Reads what an arithmetic function accepts; anything that is no number counts as zero, as there.</summary>
    public static decimal ToDecimal(object value) => value switch
    {
        long whole => whole,
        double real => FromDouble(real),
        decimal exact => exact,
        _ => decimal.TryParse(TemplateValue.Print(value), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : 0m,
    };

    /// <summary>Order of two numbers.</summary>
    public static int Compare(object left, object right) => left is double || right is double
        ? Convert.ToDouble(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(right, CultureInfo.InvariantCulture))
        : ToDecimal(left).CompareTo(ToDecimal(right));

    /// <summary>Turns a result back into a whole number when it has no decimals, else into a double.</summary>
    public static object Reduce(decimal value) =>
        value.Scale == 0 && value is >= long.MinValue and <= long.MaxValue ? (object)(long)value : (double)value;

    // A double without decimals from ten million on has an exact form on the JVM that counts negative decimals, so such operands are refused.
    private static decimal FromDouble(double value) =>
        (Math.Abs(value) < 1e7 || value != Math.Floor(value)) && decimal.TryParse(Print(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : throw new TemplateFaultException($"The decimal number {Print(value)} is outside the range of arithmetic.");

    private static string Plain(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    private static string Scientific(double value)
    {
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        var exponent = int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var digits = new string([.. shortest.TakeWhile(static c => c != 'E').Where(char.IsAsciiDigit)]).Trim('0');
        var mantissa = digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : $"{digits}.0";
        return string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "-" : "")}{mantissa}E{exponent}");
    }
}
