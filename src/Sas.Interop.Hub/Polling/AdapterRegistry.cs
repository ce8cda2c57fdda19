using System.Collections.Concurrent;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Polling;

/// <summary>
/// The vendors at work. Follows the catalog: starts, swaps and ends runtimes one by one, so that a change of one vendor is nothing to the others.
/// </summary>
internal sealed class AdapterRegistry(
    VendorRuntimeFactory runtimes,
    IDirectory directory,
    IPollTimetable timetable,
    IAvailabilityWriter writer,
    VendorStatusBoard board,
    ILogger<AdapterRegistry> logger) : IVendorCatalogListener, IVendorAdapters, IHostedLifecycleService, IDisposable
{
    private readonly ConcurrentDictionary<string, VendorRuntime> _runtimes = new(StringComparer.Ordinal);
    private readonly List<Task> _retiring = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private bool _stopped;

    public IVendorAdapter? Find(string vendorId) => _runtimes.GetValueOrDefault(vendorId)?.Adapter;

    /// <summary>A trigger fired.</summary>
    public void Request(string vendorId, int partition) => _runtimes.GetValueOrDefault(vendorId)?.Request(partition);

    /// <summary>A caller wants fresher data of a vendor.</summary>
    /// <param name="vendorId">The vendor.</param>
    /// <param name="targets">What the caller wants.</param>
    /// <param name="isStale">Whether a target is still not as fresh as the caller wants it.</param>
    /// <returns>What to wait for, and to leave afterwards; nothing when there is no such vendor or it is not polled.</returns>
    public IReadOnlyList<PullFlight> Refresh(string vendorId, IReadOnlyList<PullTarget> targets, Func<PullTarget, bool> isStale) =>
        _runtimes.GetValueOrDefault(vendorId)?.Refresh(targets, isStale) ?? [];

    public async Task OnChangedAsync(VendorCatalogChange change, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_stopped)
            {
                return;
            }

            foreach (var vendorId in change.Removed)
            {
                await TryAsync(vendorId, () => RemoveAsync(vendorId, cancellationToken));
            }

            var begun = new HashSet<string>(StringComparer.Ordinal);
            foreach (var vendor in change.Changed.Concat(change.Added))
            {
                await TryAsync(vendor.Id, async () =>
                {
                    if (await StartAsync(vendor, cancellationToken))
                    {
                        begun.Add(vendor.Id);
                    }
                });
            }

            if (change.DirectoryChanged)
            {
                await RetargetAsync(begun, cancellationToken);
            }

            board.MarkCatalogLoaded();
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Cancels all polls before the web server drains, so that both unwind at the same time.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _stopped = true;
            foreach (var vendorId in _runtimes.Keys)
            {
                Retire(vendorId);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits for the polls to unwind; each runtime bounds its own end.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_retiring);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _turn.Dispose();

    /// <returns>Whether it was aimed; one that only got other trust goes on as it was.</returns>
    private async Task<bool> StartAsync(VendorModel vendor, CancellationToken cancellationToken)
    {
        if (_runtimes.TryGetValue(vendor.Id, out var known))
        {
            if (known.Vendor.Fingerprint == vendor.Fingerprint)
            {
                runtimes.Renew(known, vendor);
                logger.VendorTrustRenewed(vendor.Id);
                return false;
            }

            if (known.Vendor.BookingPages.Hosts.Except(vendor.BookingPages.Hosts).Any())
            {
                // Pages were judged when they came in, by a rule that allowed more.
                writer.Forget(vendor.Id);
            }
        }

        Retire(vendor.Id);

        // On the board before anything can go wrong, so that a vendor that cannot be started is named there.
        board.Register(vendor.Id, 1);
        var runtime = runtimes.Create(vendor);
        _runtimes[vendor.Id] = runtime;
        var (owners, partitions) = await AimAsync(runtime, cancellationToken);
        logger.VendorStarted(vendor.Id, vendor.Dialect, owners, partitions, vendor.Poll.Every);
        return true;
    }

    private async Task RetargetAsync(HashSet<string> done, CancellationToken cancellationToken)
    {
        foreach (var (vendorId, runtime) in _runtimes)
        {
            if (!done.Contains(vendorId))
            {
                await TryAsync(vendorId, async () =>
                {
                    var (owners, partitions) = await AimAsync(runtime, cancellationToken);
                    logger.VendorRetargeted(vendorId, owners, partitions);
                });
            }
        }
    }

    private async Task TryAsync(string vendorId, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The edge of a vendor: what goes wrong with one must not keep the others from following the change, which is told only once.
            logger.VendorNotStarted(vendorId, fault.GetType().Name, fault.StackTrace ?? string.Empty);
            board.Suspect(vendorId, new HubError(HubErrorCode.Internal, $"The vendor could not be started: {fault.GetType().Name}."));
        }
    }

    private async Task<(int Owners, int Partitions)> AimAsync(VendorRuntime runtime, CancellationToken cancellationToken)
    {
        var targets = directory.TargetsOf(runtime.Vendor.Id);
        var partitions = runtime.Aim(targets);
        if (!runtime.Vendor.Capabilities.HasFlag(VendorCapabilities.Push))
        {
            writer.Retain(runtime.Vendor.Id, targets);
        }

        board.Register(runtime.Vendor.Id, partitions);
        runtime.PollAll(partitions);
        await timetable.SetAsync(runtime.Vendor.Id, partitions, runtime.Vendor.Poll.Every, cancellationToken);
        return (targets.Count, partitions);
    }

    private async Task RemoveAsync(string vendorId, CancellationToken cancellationToken)
    {
        Retire(vendorId);
        writer.Forget(vendorId);
        board.Unregister(vendorId);
        await timetable.SetAsync(vendorId, 0, TimeSpan.Zero, cancellationToken);
        logger.VendorStopped(vendorId);
    }

    /// <summary>
    /// Takes a runtime out of use at once: on return nothing of it reaches the index. Its polls unwind beside, and the stop of the hub waits for them.
    /// Called under the turn.
    /// </summary>
    private void Retire(string vendorId)
    {
        if (_runtimes.TryRemove(vendorId, out var runtime))
        {
            _retiring.RemoveAll(static task => task.IsCompleted);
            _retiring.Add(runtime.DisposeAsync().AsTask());
        }
    }
}
