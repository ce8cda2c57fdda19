using System.Globalization;
using System.Text;
using Sas.Interop.Contracts.Fhir.Validation.Tree;

namespace Sas.Interop.Contracts.Fhir.Validation.Paths;

/// <summary>Single values of an evaluation: a <see cref="Node"/>, a text, a number (<see cref="decimal"/>) or a truth value.</summary>
internal static class PathValue
{
    public static readonly IReadOnlyList<object> None = [];
    public static readonly IReadOnlyList<object> True = [true];
    public static readonly IReadOnlyList<object> False = [false];

    public static IReadOnlyList<object> Of(bool? value) => value switch { true => True, false => False, _ => None };

    /// <summary>The truth of a list: none for an empty one, true for one value that is no truth value.</summary>
    public static bool? Truth(IReadOnlyList<object> values) => values switch
    {
        [] => null,
        [bool value] => value,
        [Node { Form: NodeForm.Boolean, Text: { } text }] => text == "true",
        [_] => true,
        _ => throw new PathException("One truth value is due, and there are several values."),
    };

    /// <summary>The only value as text; null when there is none.</summary>
    public static string? Text(IReadOnlyList<object> values) => values switch
    {
        [] => null,
        [string text] => text,
        [Node node] => node.Text,
        [decimal number] => number.ToString(CultureInfo.InvariantCulture),
        [bool truth] => truth ? "true" : "false",
        _ => throw new PathException("One value is due, and there are several."),
    };

    /// <summary>The only value as a number; null when there is none.</summary>
    public static int? Number(IReadOnlyList<object> values) =>
        Text(values) is { } text ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new PathException("A number is due.") : null;

    /// <summary>A text that two values share when, and only when, they are equal.</summary>
    public static string Key(object value) => value switch
    {
        string text => "t" + text,
        bool truth => truth ? "btrue" : "bfalse",
        decimal number => "n" + number.ToString("G29", CultureInfo.InvariantCulture),
        Node { Form: NodeForm.Text, Text: { } text } => "t" + text,
        Node { Form: NodeForm.Boolean, Text: { } text } => "b" + text,
        Node { Form: NodeForm.Number, Text: { } text } => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Key(number) : "n" + text,
        Node node => KeyOf(node, new StringBuilder("o")).ToString(),
        _ => throw new PathException("A value of this kind is not known."),
    };

    public static bool? AreEqual(IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return null;
        }

        return left.Count == right.Count && left.Zip(right).All(static pair => Key(pair.First) == Key(pair.Second));
    }

    /// <summary>Less than zero, zero or more, as the first is before, equal to or after the second; null when that cannot be told.</summary>
    public static int? Compare(IReadOnlyList<object> left, IReadOnlyList<object> right)
    {
        if (Text(left) is not { } first || Text(right) is not { } second)
        {
            return null;
        }

        if (FhirDateTime.TryParse(first, out var start) && FhirDateTime.TryParse(second, out var end))
        {
            // Different precisions, or dates without a zone beside instants, are not comparable unless one text begins the other differently.
            return start.Value is { } from && end.Value is { } until ? from.CompareTo(until)
                : start.Precision == end.Precision ? string.CompareOrdinal(first, second)
                : null;
        }

        return decimal.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var low) && decimal.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out var high)
            ? low.CompareTo(high)
            : string.CompareOrdinal(first, second);
    }

    private static StringBuilder KeyOf(Node node, StringBuilder key)
    {
        key.Append(node.Text).Append('{');
        foreach (var group in node.Groups.OrderBy(static group => group.Name, StringComparer.Ordinal))
        {
            key.Append('\u0001').Append(group.Name);
            foreach (var child in group.Nodes)
            {
                KeyOf(child, key.Append('\u0002'));
            }
        }

        return key.Append('}');
    }
}
