using System.Reflection;
using System.Text.RegularExpressions;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Fhir.Validate;
using Sas.Interop.Hub.Hosting;
using Sas.Interop.Hub.Intake;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.WarmStart;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration.Directories;
using Sas.Interop.Hub.Tests.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Configuration;

/// <summary>Compares <c>docs/configuration.md</c> with the code.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class ConfigurationPageTests
{
    /// <summary>Sections of rooms, told in tables of their own.</summary>
    private static readonly string[] Sections = [IntakeOptions.Section, SearchOptions.Section, ValidationOptions.Section, WarmStartOptions.Section, StorageOptions.Section];

    private static readonly string Page = Repository.Text("docs", "configuration.md");

    [Test]
    public void Page_Sections_StandInTheFixedOrder() => Assert.That(
        Page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)),
        Is.EqualTo(new[] { "## About", "## Usage", "## Settings and defaults", "## Telemetry", "## Failure modes", "## Do and do not" }));

    [Test]
    public void Page_HubSettings_AreThoseOfTheOptions()
    {
        var options = new HubOptions();
        var expected = Settings(typeof(HubOptions), options, "Hub:").OrderBy(static setting => setting.Name, StringComparer.Ordinal);

        var told = Rows().Where(static cells => cells[0].StartsWith("`Hub:", StringComparison.Ordinal) && !Sections.Any(section => cells[0].StartsWith($"`{section}:", StringComparison.Ordinal))).Select(static cells => (Name: Plain(cells[0]), Default: Plain(cells[2])));
        Assert.That(told.OrderBy(static setting => setting.Name, StringComparer.Ordinal), Is.EqualTo(expected));
    }

    [TestCase(IntakeOptions.Section, typeof(IntakeOptions))]
    [TestCase(SearchOptions.Section, typeof(SearchOptions))]
    [TestCase(ValidationOptions.Section, typeof(ValidationOptions))]
    [TestCase(WarmStartOptions.Section, typeof(WarmStartOptions))]
    [TestCase(StorageOptions.Section, typeof(StorageOptions))]
    public void Page_SettingsOfARoom_AreThoseOfTheOptions(string section, Type type)
    {
        var options = Activator.CreateInstance(type);
        var expected = type.GetProperties().Select(property => $"{section}:{property.Name} {Told(property.GetValue(options))} {Bounds(property)}");

        var told = Rows().Where(cells => cells[0].StartsWith($"`{section}:", StringComparison.Ordinal)).Select(static cells => $"{Plain(cells[0])} {Plain(cells[2])} {cells[3].Split(';')[0]}");
        Assert.That(told, Is.EquivalentTo(expected));
    }

    [Test]
    public void Page_Dialects_AreTheRegisteredOnes()
    {
        using var services = new ServiceCollection().AddDialects().BuildServiceProvider();
        var row = Rows().Single(static cells => cells[0] == "`adapter`");

        Assert.That(
            Code().Matches(row[2]).Select(static match => match.Groups[1].Value),
            Is.EquivalentTo(services.GetServices<IVendorAdapterFactory>().Select(static factory => factory.Dialect)));
    }

    [Test]
    public void Page_VendorSettings_AreThoseOfTheRules()
    {
        var told = Rows().Where(static cells => SettingName().IsMatch(cells[0])).ToDictionary(static cells => Plain(cells[0]), static cells => (Plain(cells[2]), cells[3]));
        var durations = VendorRules.Durations.Select(static rule =>
            ($"{rule.Section}.{rule.Name}", DurationRule.Print(rule.Default), $"{DurationRule.Print(rule.Floor)} to {DurationRule.Print(rule.Ceiling)}"));
        var numbers = VendorRules.Numbers.Select(static rule =>
            ($"{rule.Section}.{rule.Name}", NumberRule.Print(rule.Default), $"{NumberRule.Print(rule.Floor)} to {NumberRule.Print(rule.Ceiling)}"));

        Assert.Multiple(() =>
        {
            Assert.That(told, Has.Count.EqualTo(VendorRules.Durations.Count + VendorRules.Numbers.Count));
            foreach (var (name, standard, bounds) in durations.Concat(numbers))
            {
                Assert.That(told, Does.ContainKey(name));
                Assert.That(told[name].Item1, Is.EqualTo(standard), name);
                Assert.That(told[name].Item2.Split(';')[0], Is.EqualTo(bounds), name);
            }
        });
    }

    [Test]
    public void Page_Events_AreAllTold()
    {
        var ids = typeof(EventIds).GetFields().Where(static field => field.IsLiteral).Select(static field => (int?)field.GetRawConstantValue()).Where(static id => id is >= 1000 and < 1100);
        var told = Rows().SelectMany(static cells => EventId().Matches(cells[0]).Select(static match => (int?)int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.That(told, Is.EquivalentTo(ids));
    }

    [Test]
    public void Page_Columns_AreThoseOfTheReader()
    {
        var from = Page.IndexOf("| column | what |", StringComparison.Ordinal);
        var table = Page[from..Page.IndexOf("\n\n", from, StringComparison.Ordinal)].Split('\n')[2..];

        Assert.That(table.SelectMany(static row => Code().Matches(row.Split('|')[1]).Select(static match => match.Groups[1].Value)), Is.EquivalentTo(CsvColumns.All));
    }

    [Test]
    public async Task Page_Samples_AreAcceptedAndSayTheSame()
    {
        var json = await DirectorySamples.ReadAsync(Sample("json", "\"practitioners\""));
        var csv = await DirectorySamples.ReadAsync(Sample("csv", "kind;"), "d.csv");
        var vendor = Sample("json", "\"adapter\"");

        Assert.Multiple(() =>
        {
            Assert.That(json.Faults, Is.Empty);
            Assert.That(csv.Faults, Is.Empty);
            Assert.That(DirectorySamples.Print(csv.Model), Is.EqualTo(DirectorySamples.Print(json.Model)).And.Contain("doctolib"));
            Assert.That(AdaptersSamples.Read(AdaptersSamples.File(vendor)).Faults.Select(static fault => fault.Message), Is.EqualTo(new[] { "The file of this secret is not there." }));
        });
    }

    private static IEnumerable<(string Name, string Default)> Settings(Type type, object options, string prefix)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite))
        {
            var value = property.GetValue(options);
            if (value is SandboxOptions inner)
            {
                foreach (var setting in Settings(typeof(SandboxOptions), inner, prefix + property.Name + ":"))
                {
                    yield return setting;
                }
            }
            else
            {
                yield return (prefix + property.Name, Told(value));
            }
        }
    }

    private static string Told(object? value) => value switch { null => "none", bool flag => flag ? "true" : "false", _ => $"{value}" };

    private static string Bounds(PropertyInfo property) =>
        property.PropertyType == typeof(bool) ? string.Empty
        : property.PropertyType.IsEnum ? string.Join(", ", Enum.GetNames(property.PropertyType))
        : property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>() is { } range ? $"{range.Minimum} to {range.Maximum}"
        : property.GetCustomAttribute<System.ComponentModel.DataAnnotations.StringLengthAttribute>() is { } length ? $"{length.MinimumLength} to {length.MaximumLength} characters"
        : throw new InvalidOperationException($"{property.Name} has no bounds.");

    private static IEnumerable<string[]> Rows() => Page.Split('\n')
        .Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| ---", StringComparison.Ordinal))
        .Select(static line => line.Split('|')[1..^1].Select(static cell => cell.Trim()).ToArray());

    private static string Plain(string cell) => cell.Trim('`');

    private static string Sample(string language, string holding)
    {
        var block = Block().Matches(Page).Single(match => match.Groups[1].Value == language && match.Groups[2].Value.Contains(holding, StringComparison.Ordinal));
        return block.Groups[2].Value;
    }

    [GeneratedRegex(@"^`(poll|limits|freshness)\.[A-Za-z.]+`$")]
    private static partial Regex SettingName();

    [GeneratedRegex(@"\b1[0-9]{3}\b")]
    private static partial Regex EventId();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("```([a-z]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
