using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Availability.WarmStart;
using Sas.Interop.Hub.Persistence.WarmStart;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Configuration;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Availability.WarmStart;

/// <summary>An index with its file; another one over the same folder is the hub after a start.</summary>
internal sealed class WarmRig : IDisposable
{
    private readonly LoggerFactory _loggers;

    public WarmRig(TempFolder folder, DateTimeOffset? now = null, AvailabilityIndex? index = null, TimeProvider? time = null)
    {
        Time = new ManualTimeProvider(now ?? Some.Now);
        _loggers = new LoggerFactory([Log]);
        Board = new VendorStatusBoard(time ?? Time);
        Index = index ?? new AvailabilityIndex(time ?? Time, Board, _loggers.CreateLogger<AvailabilityIndex>());
        var options = Options.Create(Settings);
        Keeper = new WarmStartKeeper(Index, new WarmStartFile(folder.Path, options), Links, options, time ?? Time, _loggers.CreateLogger<WarmStartKeeper>());
    }

    public ManualTimeProvider Time { get; }

    public WarmStartOptions Settings { get; } = new();

    public FakeLinks Links { get; } = new();

    public LogRecorder Log { get; } = new();

    public VendorStatusBoard Board { get; }

    public AvailabilityIndex Index { get; }

    public WarmStartKeeper Keeper { get; }

    public IEnumerable<int> Events => Log.Lines.Select(static line => line.Id);

    public Task LoadAsync() => Keeper.LoadAsync(CancellationToken.None);

    public Task<bool> SaveAsync() => Keeper.SaveAsync(CancellationToken.None);

    public void Dispose()
    {
        Keeper.Dispose();
        _loggers.Dispose();
    }
}
