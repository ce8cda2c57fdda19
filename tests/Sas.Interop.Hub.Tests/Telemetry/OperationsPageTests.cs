using System.Globalization;
using System.Reflection;

using Sas.Interop.Hub.Polling;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Telemetry;

/// <summary>The page that operators read says what the code does.</summary>
internal sealed class OperationsPageTests
{
    private static readonly string[] Page = File.ReadAllLines(Find("docs/operations.md"));

    [TestCase(typeof(PollingSettings), PollingSettings.Section)]
    [TestCase(typeof(LogSettings), LogSettings.Section)]
    public void SettingsTable_EverySetting_HasItsDefaultAndBounds(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type);
        foreach (var property in type.GetProperties())
        {
            var row = Page.SingleOrDefault(line => line.StartsWith($"| `{section}:{property.Name}` |", StringComparison.Ordinal));
            Assert.That(row, Does.Contain($"| `{Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture)}` |"), property.Name);
            if (property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>() is { } range)
            {
                // A range of spans converts its texts only when it first judges.
                range.IsValid(property.GetValue(defaults));
                Assert.That(row, Does.Contain(string.Create(CultureInfo.InvariantCulture, $"`{range.Minimum}` to `{range.Maximum}`")), property.Name);
            }
        }
    }

    [Test]
    public void EventTable_EveryPollingEvent_IsThere()
    {
        var ids = typeof(EventIds).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (int?)field.GetRawConstantValue())
            .Where(static id => id is >= 1100 and < 1200);

        Assert.That(ids, Is.All.Matches<int?>(static id => Page.Any(line => line.StartsWith($"| {id} |", StringComparison.Ordinal))));
    }

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new FileNotFoundException(path);
    }
}
