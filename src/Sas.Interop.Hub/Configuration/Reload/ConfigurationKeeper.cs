namespace Sas.Interop.Hub.Configuration.Reload;

/// <summary>The one owner of the configuration: loads it before the host starts, then looks at its files for changes and tells the listeners.</summary>
internal sealed class ConfigurationKeeper(
    ConfigurationLoads loads,
    CatalogAnnouncer announcer,
    FolderWatch watch,
    ChangeSignal signal,
    TimeProvider time) : BackgroundService, IHostedLifecycleService
{
    /// <summary>How often the files are looked at when nothing tells of a change.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(3);

    private bool _loaded;

    /// <summary>Loads the first configuration; does nothing when that is done already.</summary>
    /// <exception cref="InvalidConfigurationException">A file cannot be used; every fault of every file is listed.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (_loaded)
        {
            return;
        }

        var faults = loads.Adapters.LoadFirst();
        faults = [.. faults, .. await loads.Directory.LoadFirstAsync(cancellationToken), .. loads.Callers?.LoadFirst() ?? []];
        if (faults.Count > 0)
        {
            throw new InvalidConfigurationException(faults);
        }

        _loaded = true;
    }

    /// <summary>One look at all files; what changed and is good is taken, and told.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        loads.Adapters.Check();
        loads.Callers?.Check();
        await loads.Directory.CheckAsync(cancellationToken);
        await announcer.TellAsync(loads.Directory.Version, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            watch.Cover(loads.Files);
            await CheckAsync(stoppingToken);
            await signal.WaitAsync(loads.Waiting ? ReloadGate.Pause : LookEvery, time, stoppingToken);
        }
    }
}
