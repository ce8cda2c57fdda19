using Microsoft.Extensions.Logging.Abstractions;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Configuration.Reload;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Configuration.Reload;

/// <summary>The keeper over a folder, with a clock that the test moves.</summary>
internal sealed class KeeperRig : IDisposable
{
    public KeeperRig(params IVendorCatalogListener[] listeners)
    {
        var surroundings = new AdaptersSurroundings(FakeDialect.All(), Folder.Path, true, static _ => null);
        var adapters = new AdaptersLoad(new HubFile([Folder.File("adapters.json")], required: true), new AdaptersFileReader(surroundings), Catalog, Time, AdaptersLog);
        var main = new HubFile([Folder.File("directory.json")], required: false);
        var directory = new DirectoryLoad(main, Catalog, Directory, Time, DirectoryLog);
        Keeper = new ConfigurationKeeper(
            new ConfigurationLoads(adapters, directory),
            new CatalogAnnouncer(Catalog, [.. listeners, Heard], AnnouncerLog),
            Watch = new FolderWatch(Signal, NullLogger<FolderWatch>.Instance),
            Signal,
            Time);
    }

    public TempFolder Folder { get; } = new();

    public ManualTimeProvider Time { get; } = new(DateTimeOffset.UnixEpoch);

    public VendorCatalog Catalog { get; } = new();

    public OwnerDirectory Directory { get; } = new();

    public Listener Heard { get; } = new();

    public ConfigurationKeeper Keeper { get; }

    public LogLines<AdaptersLoad> AdaptersLog { get; } = new();

    public LogLines<DirectoryLoad> DirectoryLog { get; } = new();

    public LogLines<CatalogAnnouncer> AnnouncerLog { get; } = new();

    private ChangeSignal Signal { get; } = new();

    private FolderWatch Watch { get; }

    public void Adapters(string json) => Folder.Write("adapters.json", json);

    public async Task StartAsync(string json)
    {
        Adapters(json);
        await Keeper.LoadAsync(CancellationToken.None);
        await Keeper.CheckAsync(CancellationToken.None);
    }

    /// <summary>Looks until what changed has stood still, and longer than any patience.</summary>
    public async Task SettleAsync()
    {
        await Keeper.CheckAsync(CancellationToken.None);
        Time.Advance(ReloadGate.Pause);
        await Keeper.CheckAsync(CancellationToken.None);
        Time.Advance(ReloadGate.Patience);
        await Keeper.CheckAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        Keeper.Dispose();
        Watch.Dispose();
        Folder.Dispose();
    }

    internal sealed class Listener : IVendorCatalogListener
    {
        public List<VendorCatalogChange> Changes { get; } = [];

        public Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken)
        {
            Changes.Add(change);
            return Task.CompletedTask;
        }
    }
}
