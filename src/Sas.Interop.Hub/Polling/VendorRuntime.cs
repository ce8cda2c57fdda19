using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Polling;

/// <summary>One enabled vendor at work: its adapter, its connections, and its lane. Lives as long as its settings do not change.</summary>
internal sealed class VendorRuntime : IAsyncDisposable
{
    private readonly PollSurroundings _surroundings;
    private readonly HttpMessageInvoker _transport;
    private readonly ILogger _logger;
    private readonly PartitionPoller? _poller;
    private readonly PollLane? _lane;

    public VendorRuntime(
        VendorModel vendor,
        Func<HttpMessageInvoker, IVendorAdapter> create,
        HttpMessageInvoker transport,
        PollSurroundings surroundings,
        ILogger logger)
    {
        Vendor = vendor;
        Adapter = create(transport);
        _transport = transport;
        _surroundings = surroundings;
        _logger = logger;
        if (Adapter is ISlotSource source && vendor.Capabilities.HasFlag(VendorCapabilities.Slots))
        {
            TargetsPerPull = Math.Clamp(Math.Min(source.TargetsPerPull, vendor.Poll.OwnersPerCall), 1, 25);
            _poller = new PartitionPoller(vendor, source, surroundings);
            _lane = new PollLane(vendor.Limits.Concurrency, surroundings.Time, PollAsync);
        }
    }

    public VendorModel Vendor { get; }

    public IVendorAdapter Adapter { get; }

    private int TargetsPerPull { get; }

    /// <summary>Takes new targets. Nothing is polled before <see cref="PollAll"/> or a request.</summary>
    /// <returns>The number of partitions; 0 when this vendor is not polled.</returns>
    public int Aim(IReadOnlyList<PullTarget> targets)
    {
        if (_lane is null)
        {
            return 0;
        }

        var partitions = PollPartition.Cut(targets, TargetsPerPull, _surroundings.Settings.TriggersPerVendor);
        _lane.Replace(partitions);
        return partitions.Count;
    }

    /// <summary>Asks for a poll of every partition as soon as the lane allows, which bounds how many run at once.</summary>
    public void PollAll(int partitions)
    {
        for (var partition = 0; partition < partitions; partition++)
        {
            _lane?.Request(partition, TimeSpan.Zero);
        }
    }

    /// <summary>A trigger fired: the poll follows after its share of jitter.</summary>
    public void Request(int partition)
    {
        var jitter = Vendor.Poll.Every * (Vendor.Poll.Jitter * _surroundings.Randomness.Next());
        if (_lane?.Request(partition, jitter) == false)
        {
            _surroundings.Observer.Merged(Vendor.Id, partition);
        }
    }

    /// <summary>Shuts the way to the index before it first awaits, then cancels the polls under way, waits for them a little, and closes what they used.</summary>
    public async ValueTask DisposeAsync()
    {
        _poller?.Close();
        var within = _surroundings.Settings.StopWithin;
        if (_lane is not null)
        {
            if (!await _lane.StopAsync(within))
            {
                _logger.VendorAbandoned(Vendor.Id, within);
            }

            await _lane.DisposeAsync();
        }

        try
        {
            await Adapter.DisposeAsync().AsTask().WaitAsync(within, _surroundings.Time);
        }
        catch (Exception fault)
        {
            // The edge of a vendor: what its adapter does wrong while it closes must not keep the others from closing.
            _logger.VendorDisposeFailed(Vendor.Id, fault.GetType().Name, fault.StackTrace ?? string.Empty);
        }

        _transport.Dispose();
    }

    private async Task PollAsync(PollPartition partition, CancellationToken cancellationToken)
    {
        // The lane polls only when there is a poller, and the poller holds only through the lane.
        if (_poller is { } poller && _lane is { } lane)
        {
            await poller.RunAsync(partition, lane.Hold, cancellationToken);
        }
    }
}
