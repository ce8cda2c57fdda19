using System.Globalization;
using System.Reflection;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Security.Limits;

using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Sas.Interop.Hub.Tests.Security.Limits;

/// <summary>Every limit is bounded, and the page tells each with its default and bounds.</summary>
internal sealed class LimitsOptionsTests
{
    private static readonly string[] Page = Configuration.Repository.Text("docs", "limits.md").Split('\n');

    [Test]
    public void Validate_Defaults_AreWithinTheirBounds() => Assert.That(Validate(new LimitsOptions()).Succeeded, Is.True);

    [Test]
    public void Validate_AnySettingBelowOrAboveItsBounds_IsRefusedByName()
    {
        foreach (var setting in Settings())
        {
            var range = setting.Property.GetCustomAttribute<RangeAttribute>() ?? throw new InvalidOperationException($"{setting.Name} has no bounds.");
            foreach (var wrong in Outside(range, setting.Property.PropertyType))
            {
                var options = new LimitsOptions();
                setting.Property.SetValue(setting.Group?.GetValue(options) ?? options, wrong);

                var judged = Validate(options);

                Assert.That(judged.Failed, Is.True, $"{setting.Name} = {wrong}");
                Assert.That(judged.FailureMessage, Does.Contain(setting.Property.Name));
            }
        }
    }

    [Test]
    public void Page_SettingsTable_IsThatOfTheOptions()
    {
        var told = Page.Where(static line => line.StartsWith("| `Hub:Limits:", StringComparison.Ordinal)).Select(static line => line.Split('|')[1..^1].Select(static cell => cell.Trim()).ToArray());
        var options = new LimitsOptions();

        Assert.That(
            told.Select(static cells => $"{cells[0].Trim('`')} {cells[2].Trim('`')} {cells[3]}"),
            Is.EquivalentTo(Settings().Select(setting =>
            {
                var (value, range) = (setting.Property.GetValue(setting.Group?.GetValue(options) ?? options), setting.Property.GetCustomAttribute<RangeAttribute>());
                range?.IsValid(value);
                return string.Create(CultureInfo.InvariantCulture, $"{setting.Name} {value} {range?.Minimum} to {range?.Maximum}");
            })));
    }

    [Test]
    public void Page_Events_AreAllTold() => Assert.That(
        new[] { 1550, 1551, 1552, 1553 },
        Is.All.Matches<int>(static id => Page.Any(line => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"| {id} |"), StringComparison.Ordinal))));

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    private static IEnumerable<(string Name, PropertyInfo? Group, PropertyInfo Property)> Settings() =>
        from property in typeof(LimitsOptions).GetProperties()
        from setting in property.PropertyType.IsPrimitive || property.PropertyType == typeof(TimeSpan)
            ? [($"{LimitsOptions.Section}:{property.Name}", (PropertyInfo?)null, property)]
            : property.PropertyType.GetProperties().Select(inner => ($"{LimitsOptions.Section}:{property.Name}:{inner.Name}", (PropertyInfo?)property, inner))
        select setting;

    private static IEnumerable<object> Outside(RangeAttribute range, Type type)
    {
        range.IsValid(type == typeof(TimeSpan) ? TimeSpan.Zero : Convert.ChangeType(1, type, CultureInfo.InvariantCulture)); // Converts its texts only now.
        if (range is { Minimum: TimeSpan least, Maximum: TimeSpan most })
        {
            return [least - TimeSpan.FromTicks(1), most + TimeSpan.FromTicks(1)];
        }

        var (low, high) = (Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture), Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture));
        var step = type == typeof(double) ? low / 2 : 1;
        return new[] { low - step, high + step }.Select(value => Convert.ChangeType(value, type, CultureInfo.InvariantCulture));
    }

    private static ValidateOptionsResult Validate(LimitsOptions options) => new LimitsOptionsValidator().Validate(null, options);
}
