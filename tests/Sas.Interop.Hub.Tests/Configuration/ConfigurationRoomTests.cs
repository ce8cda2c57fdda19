using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Tests.Configuration.Vendors;

namespace Sas.Interop.Hub.Tests.Configuration;

[Parallelizable(ParallelScope.All)]
internal sealed class ConfigurationRoomTests
{
    [Test]
    public void Options_NothingSet_AreTheDefaults()
    {
        var options = Options();

        Assert.That((options.AdaptersFile, options.DirectoryFile, options.DataFolder), Is.EqualTo(("adapters.json", (string?)null, "data")));
        Assert.That((options.Sandbox.Enabled, options.PublicBaseUrl, options.StartClockAt), Is.EqualTo((true, (string?)null, (string?)null)));
    }

    [Test]
    public void Options_Set_AreRead()
    {
        var options = Options(
            ("Hub:AdaptersFile", "a.json"),
            ("Hub:DirectoryFile", "d.csv"),
            ("Hub:Sandbox:Enabled", "false"),
            ("Hub:PublicBaseUrl", "https://hub.example/sas"),
            ("Hub:StartClockAt", "2026-03-28T06:00:00+01:00"));

        Assert.That((options.AdaptersFile, options.DirectoryFile, options.Sandbox.Enabled), Is.EqualTo(("a.json", "d.csv", false)));
        Assert.That(options.StartClockAt, Is.EqualTo("2026-03-28T06:00:00+01:00"));
    }

    [Test]
    public void Options_ManyFaults_AreAllListed()
    {
        var thrown = Assert.Throws<OptionsValidationException>(() => Options(
            ("Hub:AdaptersFile", string.Empty),
            ("Hub:DataFolder", new string('x', 2_000)),
            ("Hub:PublicBaseUrl", "hub.example"),
            ("Hub:StartClockAt", "tomorrow"),
            ("Hub:Sandbox:Enabled", "maybe")));

        var faults = StartFaults.Of(thrown ?? throw new InvalidOperationException("Nothing was thrown."));
        Assert.That(faults, Has.Count.EqualTo(5));
        Assert.That(string.Join('\n', faults ?? []), Does.Contain("AdaptersFile").And.Contain("DataFolder").And.Contain("PublicBaseUrl").And.Contain("StartClockAt")
            .And.Contain("Hub:Sandbox:Enabled"));
    }

    [TestCase("true", "http://0.0.0.0:80", true)]
    [TestCase("false", "http://0.0.0.0:80", false)]
    [TestCase("false", "http://*:80", false)]
    [TestCase("false", "http://127.0.0.1:80;http://[::1]:81", true)]
    [TestCase("false", null, true)]
    public void Options_ChosenClock_NeedsSandboxOrLoopback(string sandbox, string? urls, bool accepted)
    {
        Action read = () => Options(("Hub:StartClockAt", "2026-03-28T06:00:00Z"), ("Hub:Sandbox:Enabled", sandbox), ("urls", urls));

        Assert.That(read, accepted ? Throws.Nothing : Throws.TypeOf<OptionsValidationException>());
    }

    [Test]
    public void DirectoryFile_NotSet_PrefersTheSandboxsOwn()
    {
        var sandbox = ConfigurationRoom.DirectoryFile(new HubOptions()).Candidates;
        var real = ConfigurationRoom.DirectoryFile(new HubOptions { Sandbox = new SandboxOptions { Enabled = false } }).Candidates;

        Assert.That(sandbox[0], Does.EndWith(Path.Combine("sandbox", "directory.json")));
        Assert.That(real.Select(Path.GetFileName), Has.All.EqualTo("directory.json"));
        Assert.That(real, Has.None.Contains("sandbox" + Path.DirectorySeparatorChar));
    }

    [Test]
    public async Task Host_FileEdited_TellsTheListeners()
    {
        using var folder = new TempFolder();
        var file = folder.Write("adapters.json", AdaptersSamples.File(AdaptersSamples.Acme));
        var listener = new Awaited();
        using var host = Host(listener, ("Hub:AdaptersFile", file), ("Hub:DirectoryFile", folder.Write("d.json", "{}")));
        await host.StartAsync();
        var first = await listener.NextAsync();

        folder.Write("new.json", AdaptersSamples.File(AdaptersSamples.Acme.Replace("Acme", "Acme two", StringComparison.Ordinal)));
        File.Move(folder.File("new.json"), file, overwrite: true);
        var second = await listener.NextAsync();
        await host.StopAsync();

        Assert.That(first.Added.Single().Name, Is.EqualTo("Acme"));
        Assert.That(second.Changed.Single().Name, Is.EqualTo("Acme two"));
    }

    [Test]
    public void Host_BadFirstFile_DoesNotStart()
    {
        using var folder = new TempFolder();
        using var host = Host(new Awaited(), ("Hub:AdaptersFile", folder.Write("adapters.json", "{}")));

        var thrown = Assert.CatchAsync(() => host.StartAsync());
        Assert.That(StartFaults.Of(thrown ?? new InvalidOperationException()), Is.EqualTo(new[] { "adapters.json:1: $.vendors: Missing; an array with one entry a vendor." }));
    }

    [Test]
    public void Of_ExceptionAboutSomethingElse_IsNull() => Assert.That(StartFaults.Of(new InvalidOperationException("x")), Is.Null);

    private static HubOptions Options(params (string Key, string? Value)[] settings)
    {
        using var host = Host(new Awaited(), settings);
        return host.Services.GetRequiredService<IOptions<HubOptions>>().Value;
    }

    private static IHost Host(IVendorCatalogListener listener, params (string Key, string? Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, setting.Value)));
        builder.Services.AddConfigurationRoom(builder.Configuration);
        builder.Services.AddSingleton(listener);
        foreach (var dialect in FakeDialect.Names)
        {
            builder.Services.AddSingleton<IVendorAdapterFactory>(new FakeDialect(dialect));
        }

        return builder.Build();
    }

    private sealed class Awaited : IVendorCatalogListener
    {
        private readonly System.Threading.Channels.Channel<VendorCatalogChange> _heard = System.Threading.Channels.Channel.CreateBounded<VendorCatalogChange>(16);

        public Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken) => _heard.Writer.WriteAsync(change, cancellationToken).AsTask();

        public async Task<VendorCatalogChange> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            return await _heard.Reader.ReadAsync(patience.Token);
        }
    }
}
