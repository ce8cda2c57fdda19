using System.ComponentModel.DataAnnotations;
using System.Text.Json;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

using Sas.Interop.Hub.Telemetry;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Hub.Tests.Telemetry;

internal sealed class HubLoggingTests
{
    private TestFolder _folder = null!; // Set before each test.

    [SetUp]
    public void CreateFolder() => _folder = new TestFolder("hub-logs-");

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Create_LineWrittenInAPoll_FileHasItsNumberAndTrace()
    {
        var traceId = string.Empty;
        using (var logger = HubLogging.Create(Settings(), _folder.FullName))
        using (var factory = LoggerFactory.Create(builder => builder.AddProvider(new Serilog.Extensions.Logging.SerilogLoggerProvider(logger))))
        using (var activity = HubActivities.StartPoll("a", 7))
        {
            traceId = activity.TraceId.ToString();
#pragma warning disable CA2254 // A plain line is enough to see what becomes of it.
            factory.CreateLogger("Sas.Interop.Hub.Polling").LogWarning(new EventId(1102), "Poll failed.");
            factory.CreateLogger("Quartz.Core").LogInformation("Chatter.");
#pragma warning restore CA2254
        }

        var line = File.ReadAllLines(Directory.GetFiles(Path.Combine(_folder.FullName, "logs")).Single()).Single();
        using var json = JsonDocument.Parse(line);
        Assert.That(json.RootElement.GetProperty("TraceId").GetString(), Is.EqualTo(traceId));
        Assert.That(json.RootElement.GetProperty("Level").GetString(), Is.EqualTo("Warning"));
        Assert.That(json.RootElement.GetProperty("Properties").GetProperty("EventNumber").GetInt32(), Is.EqualTo(1102));
    }

    [Test]
    public void Create_NoFilesKept_WritesNone()
    {
        HubLogging.Create(Settings(("Hub:Log:FilesKept", "0"), ("Hub:Log:Console", "json")), _folder.FullName).Dispose();

        Assert.That(Directory.GetFileSystemEntries(_folder.FullName), Is.Empty);
    }

    [TestCase("Hub:Log:Console", "xml")]
    [TestCase("Hub:Log:FileMegabytes", "0")]
    [TestCase("Hub:Log:FilesKept", "367")]
    public void Create_SettingOutOfBounds_IsRefused(string key, string value) =>
        Assert.That(() => HubLogging.Create(Settings((key, value)), _folder.FullName), Throws.InstanceOf<ValidationException>());

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
}
