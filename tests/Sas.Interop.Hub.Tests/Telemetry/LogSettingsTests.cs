using Microsoft.Extensions.Configuration;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Telemetry;

internal sealed class LogSettingsTests
{
    [TestCase("Hub:Log:FileMegabytes", "0")]
    [TestCase("Hub:Log:FileMegabytes", "1025")]
    [TestCase("Hub:Log:FilesKept", "-1")]
    [TestCase("Hub:Log:FilesKept", "many")]
    [TestCase("Hub:Log:Console", "xml")]
    public void Faults_SettingOutOfBounds_NamesIt(string key, string value) =>
        Assert.That(LogSettings.Faults(Settings((key, value))), Has.One.Contains(key));

    [Test]
    public void Faults_SeveralSettings_ListsAll() =>
        Assert.That(LogSettings.Faults(Settings(("Hub:Log:FileMegabytes", "0"), ("Hub:Log:Console", "xml"), ("Hub:Log:FilesKept", "400"))), Has.Count.EqualTo(3));

    [Test]
    public void Faults_NothingSetOrAtTheBounds_AreNone()
    {
        Assert.That(LogSettings.Faults(Settings()), Is.Empty);
        Assert.That(LogSettings.Faults(Settings(("Hub:Log:FileMegabytes", "1024"), ("Hub:Log:FilesKept", "0"), ("Hub:Log:Console", "json"))), Is.Empty);
    }

    [TestCase("Serilog:MinimumLevel")]
    [TestCase("Serilog:MinimumLevel:Default")]
    [TestCase("Serilog:MinimumLevel:Override:Quartz")]
    public void LevelFaults_UnknownLevel_NamesIt(string key)
    {
        Assert.That(LevelFaults.Of(Settings((key, "Loud"))), Has.One.Contains($"{key}: 'Loud'"));
        Assert.That(LevelFaults.Of(Settings((key, "Debug"))), Is.Empty);
    }

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();
}
