using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Sas.Interop.Adapters.Replay;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.MockVendors;

/// <summary>Mocked vendors behind real sockets on the loopback interface.</summary>
internal sealed class MockVendorServer : IAsyncDisposable
{
    private const int MaxRequestBody = 4 * 1024 * 1024;
    private readonly WebApplication _app;
    private readonly IReadOnlyDictionary<string, ReplayPlayer> _players;

    private MockVendorServer(WebApplication app, IReadOnlyDictionary<string, ReplayPlayer> players, MockFaultSwitches faults, RequestJournal requests)
    {
        _app = app;
        _players = players;
        Faults = faults;
        Requests = requests;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        BaseAddress = new Uri(addresses.First() + "/");
    }

    /// <summary>Address of the server, ending in a slash.</summary>
    public Uri BaseAddress { get; }

    public MockFaultSwitches Faults { get; }

    public RequestJournal Requests { get; }

    /// <summary>Starts a server.</summary>
    /// <exception cref="MappingFaultsException">A mapping folder cannot be played.</exception>
    public static async Task<MockVendorServer> StartAsync(MockVendorOptions options, CancellationToken cancellationToken)
    {
        var players = LoadAll(options);
        var faults = new MockFaultSwitches(players.Keys);
        var requests = new RequestJournal();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        var stopping = app.Lifetime.ApplicationStopping;
        app.UseTraces("mocked-vendors");
        FaultEndpoints.Map(app, faults, requests);
        var responder = new MockResponder(players, faults, requests, options, stopping);
        app.MapFallback("{**path}", responder.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return new MockVendorServer(app, players, faults, requests);
    }

    /// <summary>Address of one vendor, ending in a slash.</summary>
    public Uri AddressOf(string vendor) => !_players.ContainsKey(vendor)
        ? throw new ArgumentException($"There is no vendor '{vendor}'.", nameof(vendor))
        : vendor == MockVendorOptions.RootName ? BaseAddress : new Uri(BaseAddress, $"{vendor}/");

    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        Faults.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, ReplayPlayer> LoadAll(MockVendorOptions options)
    {
        var players = new Dictionary<string, ReplayPlayer>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var vendor in options.Vendors)
        {
            var load = ReplayPlayer.Load(vendor.Folders, options.Time, options.Random);
            faults.AddRange(load.Faults.Select(fault => $"{vendor.Name}: {fault}"));
            if (load.Player is { } player)
            {
                players[vendor.Name] = player;
            }
        }

        return faults.Count == 0 ? players : throw new MappingFaultsException(string.Join(Environment.NewLine, faults));
    }
}
