using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

/// <summary>One enabled vendor at work: its adapter, its connections, and its lane. Lives as long as its settings do not change.</summary>
internal sealed class VendorRuntime : IAsyncDisposable
{
    private readonly PollSurroundings _surroundings;
    private readonly RenewableTransport _transport;
    private readonly HttpMessageInvoker _invoker;
    private readonly ILogger _logger;
    private readonly VendorPolls? _polls;

    public VendorRuntime(
        VendorModel vendor,
        Func<HttpMessageInvoker, IVendorAdapter> create,
        RenewableTransport transport,
        PollSurroundings surroundings,
        ILogger logger)
    {
        Vendor = vendor;
        _invoker = new HttpMessageInvoker(new TraceHandler(transport), disposeHandler: true);
        Adapter = create(_invoker);
        _transport = transport;
        _surroundings = surroundings;
        _logger = logger;
        if (Adapter is ISlotSource source && vendor.Capabilities.HasFlag(VendorCapabilities.Slots))
        {
            _polls = new VendorPolls(vendor, source, surroundings);
        }
    }

    public VendorModel Vendor { get; private set; }

    public IVendorAdapter Adapter { get; }

    /// <summary>Goes on with other trust: new calls have it, those under way end with the old one.</summary>
    /// <param name="vendor">The same settings otherwise.</param>
    /// <param name="connections">Connections under that trust.</param>
    public void Renew(VendorModel vendor, HttpMessageHandler connections)
    {
        _transport.Renew(connections);
        Vendor = vendor;
    }

    /// <summary>Takes new targets. Nothing is polled before <see cref="PollAll"/> or a request.</summary>
    /// <returns>The number of partitions; 0 when this vendor is not polled.</returns>
    public int Aim(IReadOnlyList<PullTarget> targets) => _polls?.Aim(targets) ?? 0;

    /// <summary>Asks for a poll of every partition as soon as the lane allows, which bounds how many run at once.</summary>
    public void PollAll(int partitions) => _polls?.PollAll(partitions);

    /// <summary>A trigger fired: the poll follows after its share of jitter.</summary>
    public void Request(int partition) => _polls?.Request(partition);

    /// <summary>A caller wants fresher data of some targets.</summary>
    /// <returns>What to wait for, and to leave afterwards; nothing when this vendor is not polled.</returns>
    public IReadOnlyList<PullFlight> Refresh(IReadOnlyList<PullTarget> targets, Func<PullTarget, bool> isStale) => _polls?.Refresh(targets, isStale) ?? [];

    /// <summary>Shuts the way to the index before it first awaits, then cancels the pulls under way, waits for them a little, and closes what they used.</summary>
    public async ValueTask DisposeAsync()
    {
        var within = _surroundings.Settings.StopWithin;
        if (_polls is not null)
        {
            if (!await _polls.StopAsync(within))
            {
                _logger.VendorAbandoned(Vendor.Id, within);
            }

            await _polls.DisposeAsync();
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

        _invoker.Dispose();
    }
}
