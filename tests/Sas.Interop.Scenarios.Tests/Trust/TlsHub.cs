using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.TestKit.Certificates;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Trust;

/// <summary>The real hub on https, with a list of callers.</summary>
internal sealed class TlsHub : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly WebApplication _application;
    private readonly TestFolder _data;

    private TlsHub(WebApplication application, TestFolder data, TestAuthority root)
    {
        _application = application;
        _data = data;
        Root = root;
    }

    public TestAuthority Root { get; }

    public Uri Address => new(new Uri(_application.Urls.First(static url => url.StartsWith("https", StringComparison.Ordinal))), "/");

    public Uri PlainAddress => new(new Uri(_application.Urls.First(static url => url.StartsWith("http:", StringComparison.Ordinal))), "/");

    public static async Task<TlsHub> StartAsync(TrustFolder folder, string urls = "https://127.0.0.1:0")
    {
        var data = new TestFolder("hub-tls-");
        var (application, refusal) = HubApplication.Build(Arguments(folder, data, urls));
        Assert.That(refusal, Is.Null);
        Assert.That(application, Is.Not.Null);
        await HubApplication.PrepareAsync(application, CancellationToken.None);
        await application.StartAsync();
        return new TlsHub(application, data, folder.Root);
    }

    public static string[] Arguments(TrustFolder folder, TestFolder data, string urls) =>
    [
        $"--urls={urls}",
        $"--Hub:DataFolder={data.FullName}",
        $"--Hub:CallersFile={folder.CallersFile}",
        "--Hub:Log:FilesKept=0",
        "--Serilog:MinimumLevel:Default=Error",
        .. RoomyLimits.Arguments,
    ];

    public T Resolve<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    public TlsClient Client(Presented? presented, TlsWay? way = null) => new(Address, Root, presented, way);

    /// <summary>Waits until the hub has taken what was written.</summary>
    public async Task TakesAsync(Func<CallersModel, bool> done)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        var state = Resolve<CallersState>();
        while (state.Current is not { } model || !done(model))
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Makes a change and waits until it is in force.</summary>
    public async Task ReloadAsync(Action change)
    {
        var before = Resolve<CallersState>().Current;
        change();
        await TakesAsync(model => !ReferenceEquals(model, before));
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _data.Dispose();
    }
}
