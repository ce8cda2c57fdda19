using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sas.Interop.Adapters.Tests;

/// <summary>The option tables of <c>docs/dialects</c> say what the code does: every option by name, its default, and its bounds.</summary>
internal sealed partial class DialectPagesTests
{
    private static readonly JsonSerializerOptions Wire = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static IEnumerable<string> Dialects => DialectFactories.All.Select(static factory => factory.Dialect);

    [TestCaseSource(nameof(Dialects))]
    public void Page_Options_AreAllListedAndNoOthers(string dialect) =>
        Assert.That(Rows(dialect).Select(static row => row.Name), Is.EquivalentTo(Options(dialect).Select(static property => WireName(property))));

    [TestCaseSource(nameof(Dialects))]
    public void Page_Defaults_AreThoseOfTheCode(string dialect)
    {
        var type = Options(dialect)[0].DeclaringType ?? throw new InvalidOperationException();
        var defaults = JsonSerializer.SerializeToElement(Activator.CreateInstance(type), type, Wire);
        var rows = Rows(dialect).ToDictionary(static row => row.Name, static row => row.Default);

        Assert.Multiple(() =>
        {
            foreach (var value in defaults.EnumerateObject().Where(value => rows.ContainsKey(value.Name)))
            {
                Assert.That(rows[value.Name], TellsDefault(value.Value), value.Name);
            }
        });
    }

    [TestCaseSource(nameof(Dialects))]
    public void Page_Bounds_AreThoseOfTheCode(string dialect)
    {
        var rows = Rows(dialect).ToDictionary(static row => row.Name, static row => row.Bounds);

        Assert.Multiple(() =>
        {
            foreach (var property in Options(dialect).Where(property => rows.ContainsKey(WireName(property))))
            {
                if (property.GetCustomAttribute<RangeAttribute>() is { } range)
                {
                    var told = Number().Matches(GroupedDigits().Replace(rows[WireName(property)], string.Empty)).Select(static match => match.Value);
                    Assert.That(told.Take(2), Is.EqualTo(new[] { Text(range.Minimum), Text(range.Maximum) }), property.Name);
                }
            }
        });
    }

    private static NUnit.Framework.Constraints.IResolveConstraint TellsDefault(JsonElement value) => value.ValueKind switch
    {
        // "not sent", "none", "the vendor's base address": any words, but no value.
        JsonValueKind.Null => Does.Not.Match("^`.*`$").And.Not.Match("^[0-9]"),
        JsonValueKind.Array when value.GetArrayLength() == 0 => Is.AnyOf("`[]`", "none", "empty", "all", string.Empty),
        JsonValueKind.Array => Is.AnyOf($"`{value.GetRawText()}`", string.Join(", ", value.EnumerateArray().Select(static item => $"`{item}`"))),
        JsonValueKind.True or JsonValueKind.False => Is.AnyOf(value.GetRawText(), $"`{value.GetRawText()}`"),
        _ => Is.AnyOf(value.ToString(), $"`{value}`"),
    };

    private static string? Text(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture);

    private static string WireName(PropertyInfo property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static PropertyInfo[] Options(string dialect) =>
        DialectFactories.OptionsOf(DialectFactories.All.Single(factory => factory.Dialect == dialect)).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>The rows of the table whose first column is "option".</summary>
    private static IReadOnlyList<(string Name, string Default, string Bounds)> Rows(string dialect)
    {
        var path = RepositoryFiles.PathTo("docs", "dialects", dialect + ".md");
        Assume.That(File.Exists(path), Is.True, $"The page of '{dialect}' is not written yet.");
        var lines = File.ReadAllLines(path);
        var head = Array.FindIndex(lines, static line => Cells(line) is ["option", ..]);
        Assert.That(head, Is.GreaterThanOrEqualTo(0), $"{dialect}.md has no table of options.");
        var columns = Cells(lines[head]);
        var (standard, bounds) = (Array.IndexOf(columns, "default"), Array.IndexOf(columns, "bounds"));
        return
        [
            .. lines.Skip(head + 2).TakeWhile(static line => line.StartsWith('|')).Select(Cells)
                .Select(cells => (cells[0].Trim('`'), cells[standard], cells[bounds])),
        ];
    }

    private static string[] Cells(string line) => line.StartsWith('|') ? [.. line.Trim().Trim('|').Split('|').Select(static cell => cell.Trim())] : [];

    // Digits in groups of three, as in 10 000.
    [GeneratedRegex("(?<=[0-9])[ \u00A0\u202F](?=[0-9]{3}\\b)")]
    private static partial Regex GroupedDigits();

    [GeneratedRegex("[0-9][0-9.:]*[0-9]|[0-9]")]
    private static partial Regex Number();
}
