using System.Globalization;
using System.Text.Json;
using Sas.Interop.Adapters.Replay.Matching;

namespace Sas.Interop.Adapters.Replay.Json;

/// <summary>A filter <c>[?(...)]</c>: alternatives (<c>||</c>) of conditions that must all hold (<c>&amp;&amp;</c>).</summary>
/// <param name="Alternatives">Outer list: any; inner list: all.</param>
internal sealed record JsonFilter(IReadOnlyList<IReadOnlyList<JsonFilter.Condition>> Alternatives)
{
    public bool Accepts(JsonElement item) => Alternatives.Any(all => all.All(condition => condition.Holds(item)));

    /// <summary>One condition on an item.</summary>
    /// <param name="Path">Members from the item to the value.</param>
    /// <param name="Operator">Empty when the value must only exist; else == != &lt; &lt;= &gt; &gt;= or =~.</param>
    /// <param name="Literal">string, decimal, bool or null.</param>
    /// <param name="Regex">For =~.</param>
    internal sealed record Condition(IReadOnlyList<string> Path, string Operator, object? Literal, JavaRegex? Regex)
    {
        public bool Holds(JsonElement item)
        {
            var exists = true;
            foreach (var member in Path)
            {
                exists = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out item);
                if (!exists)
                {
                    break;
                }
            }

            return Operator switch
            {
                "" => exists,
                "==" => Same(item, exists),
                "!=" => !Same(item, exists),
                "=~" => exists && item.ValueKind == JsonValueKind.String && Regex!.IsWhole(item.GetString() ?? ""), // Set with this operator.
                _ => exists && Ordered(item),
            };
        }

        // A text and a number are equal when the one reads as the other.
        private bool Same(JsonElement item, bool exists) => (exists ? item.ValueKind : JsonValueKind.Undefined, Literal) switch
        {
            (JsonValueKind.Undefined, _) => false,
            (JsonValueKind.String, string text) => item.GetString() == text,
            (JsonValueKind.String, decimal number) => item.GetString() == number.ToString(CultureInfo.InvariantCulture),
            (JsonValueKind.Number, decimal number) => item.TryGetDecimal(out var value) && value == number,
            (JsonValueKind.Number, string text) => item.TryGetDecimal(out var value)
                && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && value == number,
            (JsonValueKind.True, true) or (JsonValueKind.False, false) or (JsonValueKind.Null, null) => true,
            _ => false,
        };

        private bool Ordered(JsonElement item)
        {
            int order;
            if (item.ValueKind == JsonValueKind.Number && Literal is decimal number && item.TryGetDecimal(out var value))
            {
                order = value.CompareTo(number);
            }
            else if (item.ValueKind == JsonValueKind.String && Literal is string text)
            {
                order = string.CompareOrdinal(item.GetString(), text);
            }
            else
            {
                return false;
            }

            return Operator switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            };
        }
    }
}
