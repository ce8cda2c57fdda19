using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Outbox;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Tests.Outbox;

[Parallelizable(ParallelScope.All)]
internal sealed class OutboxSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Name"] = "board",
        ["Kind"] = "webhook",
        ["Url"] = "https://board.example/hook?tenant=1",
        ["Kinds:0"] = "appointment",
    };

    [Test]
    public void Destinations_None_NobodyIsTold()
    {
        using var services = Services([]);

        Assert.That(services.GetRequiredService<IOutboxRouting>().DestinationsOf(OutboxKinds.Appointment), Is.Empty);
    }

    [Test]
    public void Destinations_Several_AreToldByKind()
    {
        var platform = new Dictionary<string, string?> { ["Name"] = "sas", ["Kind"] = "platform", ["Url"] = "http://127.0.0.1:1/fhir", ["Kinds:0"] = "appointment" };
        var local = new Dictionary<string, string?>(Good) { ["Secret"] = SecretOfThisTest(), ["Kinds:1"] = "orientation" };
        using var services = Services(local, platform);

        var routing = services.GetRequiredService<OutboxRouting>();

        Assert.That(routing.DestinationsOf(OutboxKinds.Appointment), Is.EqualTo(new[] { "board", "sas" }));
        Assert.That(routing.DestinationsOf(OutboxKinds.Orientation), Is.EqualTo(new[] { "board" }));
        Assert.That(routing.Destinations[0].Timeout, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [TestCase("Name", "Big Board", "Name")]
    [TestCase("Name", null, "Name")]
    [TestCase("Kind", "telegram", "Kind")]
    [TestCase("Url", "http://board.example/", "Url")]
    [TestCase("Url", "ftp://board.example/", "Url")]
    [TestCase("Url", "https://user:word@board.example/", "Url")]
    [TestCase("Url", "board", "Url")]
    [TestCase("Kinds:0", "patients", "Kinds")]
    [TestCase("Kinds:1", "appointment", "Kinds")]
    [TestCase("Secret", "hunter2hunter2hunter2", "Secret")]
    [TestCase("OtherSecret", "env:NO_SUCH_VARIABLE_OF_THESE_TESTS", "OtherSecret")]
    [TestCase("Timeout", "00:00:00", "Timeout")]
    [TestCase("Timeout", "soon", "soon")]
    [TestCase("Timout", "00:00:05", "Timout")]
    [TestCase("Concurrency", "0", "Concurrency")]
    [TestCase("Concurrency", "65", "Concurrency")]
    [TestCase("BackOffTo", "00:00:01", "BackOffTo")]
    [TestCase("BackOffFrom", "1.00:00:00", "BackOffFrom")]
    [TestCase("GiveUpAfter", "31.00:00:00", "GiveUpAfter")]
    public void Destinations_OneFault_IsToldBySetting(string setting, string? value, string told)
    {
        using var services = Services(new Dictionary<string, string?>(Good) { ["Secret"] = SecretOfThisTest(), [setting] = value });

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<OutboxRouting>());
        Assert.That(refused?.Failures, Has.Some.Contains(told));
        Assert.That(refused?.Message, Does.Not.Contain("hunter2"));
    }

    [Test]
    public void Destinations_ManyFaults_AreAllTold()
    {
        var one = new Dictionary<string, string?> { ["Name"] = "board", ["Kind"] = "platform", ["Url"] = "http://x.example", ["Kinds:0"] = "orientation", ["Secret"] = "env:X" };
        using var services = Services(one, one);

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<OutboxRouting>());
        Assert.That(refused?.Failures, Has.Exactly(7).Items, string.Join('\n', refused?.Failures ?? []));
    }

    [Test]
    public void Channels_TwoOfOneName_StopTheStart()
    {
        using var services = Services(static more => more.AddSingleton<IOutboxChannel, PlatformChannel>(), []);

        Assert.That(() => services.GetRequiredService<OutboxRouting>(), Throws.ArgumentException);
    }

    private static ServiceProvider Services(params Dictionary<string, string?>[] destinations) => Services(static _ => { }, destinations);

    private static ServiceProvider Services(Action<IServiceCollection> more, Dictionary<string, string?>[] destinations)
    {
        var settings = destinations.SelectMany(static (destination, place) =>
            destination.Select(setting => KeyValuePair.Create($"Hub:Outbox:Destinations:{place}:{setting.Key}", setting.Value)));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddLogging().AddMetrics().AddSingleton(TimeProvider.System);
        services.AddOutboxRoom();
        more(services);
        return services.BuildServiceProvider();
    }

    private static string SecretOfThisTest()
    {
        Environment.SetEnvironmentVariable("SECRET_OF_OUTBOX_SETTINGS_TESTS", "0123456789abcdef0123");
        return "env:SECRET_OF_OUTBOX_SETTINGS_TESTS";
    }
}
