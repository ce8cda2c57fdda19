using System.Globalization;
using System.Text;

namespace Sas.Interop.Adapters.Replay.Templates;

/// <summary>What template values have in common: printing, truth, equality and order, each as WireMock has it.</summary>
/// <remarks>A value is null, bool, string, long, double, decimal, <see cref="TemplateDate"/>, <see cref="ListOrSingle"/>, <see cref="OpaqueText"/>,
/// <see cref="JsonList"/>, a list of values, or a <see cref="TemplateMap"/>.</remarks>
internal static class TemplateValue
{
    public static string Print(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => JavaNumber.Print(real),
        decimal exact => exact.ToString(CultureInfo.InvariantCulture),
        TemplateDate date => date.Print(),
        ListOrSingle list => list.Text,
        OpaqueText opaque => opaque.Text,
        JsonList json => PrintJson(json),
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(PrintInside))}]",
        TemplateMap map => PrintMap(map),
        _ => throw new InvalidOperationException($"Values of type {value.GetType()} have no text."),
    };

    /// <summary>Whether a condition fails: null, false, zero, an empty text or an empty list.</summary>
    public static bool IsFalsy(object? value) => value switch
    {
        null or false or 0L or 0d or 0m => true,
        string text => text.Length == 0,
        ListOrSingle list => list.Values.Count == 0,
        JsonList json => json.Items.Count == 0,
        IReadOnlyList<object?> list => list.Count == 0,
        _ => false,
    };

    public static new bool Equals(object? left, object? right)
    {
        if (IsNumber(left) && IsNumber(right))
        {
            return JavaNumber.Compare(left!, right!) == 0; // Numbers are not null.
        }

        return (left, right) switch
        {
            (TemplateDate a, TemplateDate b) => a.Instant == b.Instant,
            (ListOrSingle a, ListOrSingle b) => a.Values.SequenceEqual(b.Values),
            (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(static pair => Equals(pair.First, pair.Second)),
            _ => object.Equals(left, right),
        };
    }

    /// <summary>Order of two values of one kind; values of different kinds have none and end the template.</summary>
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        (TemplateDate a, TemplateDate b) => a.Instant.CompareTo(b.Instant),
        _ when IsNumber(left) && IsNumber(right) => JavaNumber.Compare(left!, right!), // Numbers are not null.
        _ => throw new TemplateFaultException("Only two numbers, two strings or two dates can be compared."),
    };

    public static IReadOnlyList<object?>? AsList(object? value) => value switch
    {
        IReadOnlyList<object?> list => list,
        JsonList json => json.Items,
        ListOrSingle list => list.Values,
        _ => null,
    };

    public static bool IsNumber(object? value) => value is long or double or decimal;

    private static string PrintInside(object? value) => value is null ? "null" : Print(value is JsonList json ? json.Items : value);

    private static string PrintMap(TemplateMap map) => map.IsPrintable
        ? $"{{{string.Join(", ", map.Keys.Select(key => $"{key}={PrintInside(map[key])}"))}}}"
        : throw new TemplateFaultException("This object has no stable text: name the member to print.");

    private static string PrintJson(JsonList json)
    {
        var text = new StringBuilder("[");
        foreach (var item in json.Items)
        {
            text.Append(text.Length > 1 ? "," : "").Append(item switch
            {
                null => "null",
                string word => JsonText(word),
                long or double or bool => Print(item),
                JsonList nested => PrintJson(nested),
                _ => throw new TemplateFaultException("An array of objects has no supported text: loop over it."),
            });
        }

        return text.Append(']').ToString();
    }

    // The array writer of WireMock escapes characters that this one keeps, so such a text is refused rather than printed differently.
    private static string JsonText(string word) => word.All(static c => c is >= ' ' and < (char)127 and not '"' and not '\\' and not '/')
        ? $"\"{word}\""
        : throw new TemplateFaultException("An array with texts that need escaping has no supported text: loop over it.");
}
