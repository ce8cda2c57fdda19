using System.Collections.Concurrent;
using System.Diagnostics;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Delivers one account to one vendor, once at a time: who wants the same at the same time waits for the same attempt.</summary>
internal sealed class RegulatorCourier(
    DeliveryStore store, IVendorAdapters adapters, DeliverySchedule schedule, IOptions<RegulatorsOptions> options, RegulatorCourier.Surroundings around) : IDisposable
{
    // Beyond the longest delivery and that of one that goes first, so that no two hubs ever speak to a vendor of one account.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<DeliveryKey, Lazy<Task>> _flights = new();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Makes an attempt, or joins the one under way. The caller's leaving does not end it.</summary>
    /// <param name="key">The account and the vendor.</param>
    /// <param name="early">Whether it may be made before it is due.</param>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task DeliverAsync(DeliveryKey key, bool early) => _flights.GetOrAdd(key, _ => new Lazy<Task>(() => FlyAsync(key, early))).Value;

    /// <summary>Ends what is under way, and waits for it.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        foreach (var flight in _flights.Values)
        {
            try
            {
                await flight.Value;
            }
            catch (Exception ended) when (ended is OperationCanceledException or StorageUnavailableException)
            {
                // Whoever waited for it was told, and the claim ends by itself.
                around.Logger.DeliveryAbandoned();
            }
        }
    }

    public void Dispose() => _stopping.Dispose();

    private async Task FlyAsync(DeliveryKey key, bool early)
    {
        await Task.Yield();
        try
        {
            await AttemptAsync(key, early, isFirst: false);
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }

    /// <returns>Why the vendor has it not; null when it has it, or when nothing was to be done.</returns>
    private async Task<HubError?> AttemptAsync(DeliveryKey key, bool early, bool isFirst)
    {
        if (await store.ClaimAsync(key, early, (2 * options.Value.LongestDelivery) + Margin, _stopping.Token) is not { } job)
        {
            return isFirst ? new HubError(HubErrorCode.Conflict, "Another account had this identifier, and its delivery must end first.") : null;
        }

        HubError? error = null;
        if (job.First is { } first && !isFirst)
        {
            error = await YieldAsync(job.Key with { RegulatorId = first });
            if (error is null)
            {
                if (await store.ReplanAsync(job, _stopping.Token) is not { } planned)
                {
                    return null;
                }

                job = planned;
            }
        }

        // One that somebody waits for belongs to the call of that one; any other to the change that it delivers.
        using var activity = Activity.Current is null ? HubActivities.StartDelivery(key.VendorId, job.Trace) : null;
        error ??= await SpeakAsync(job);
        if (error is not null && _stopping.IsCancellationRequested)
        {
            // What goes wrong while the hub stops tells nothing of the vendor.
            await store.ReleaseAsync(job);
            return error;
        }

        await NoteAsync(job, error);
        return error;
    }

    /// <summary>Lets the account go first that had an identifier of this one.</summary>
    private async Task<HubError?> YieldAsync(DeliveryKey first)
    {
        var error = await AttemptAsync(first, early: true, isFirst: true);

        // No call is made for this one then.
        return error is null || AccountConversation.IsRefusal(error)
            ? null
            : new HubError(HubErrorCode.Conflict, $"Another account had this identifier and could not be delivered: {error.Code}.");
    }

    private async Task<HubError?> SpeakAsync(DeliveryJob job) =>
        adapters.Find(job.Key.VendorId) is IRegulatorDirectory vendor
            ? await BoundedAsync(job, vendor)
            : new HubError(HubErrorCode.VendorLocalLimit, "The vendor is not at work here, or keeps no accounts.");

    private async Task<HubError?> BoundedAsync(DeliveryJob job, IRegulatorDirectory vendor)
    {
        using var late = new CancellationTokenSource(options.Value.LongestDelivery, around.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _stopping.Token);
        try
        {
            // An adapter that does not heed its token must not hold the claim for longer than it is given.
            return await new AccountConversation(vendor, job, () => store.SureAsync(job)).HoldAsync(either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return new HubError(HubErrorCode.VendorTimeout, $"Not delivered within {options.Value.LongestDelivery.TotalSeconds:0.###} s.");
        }
        catch (Exception defect) when (!_stopping.IsCancellationRequested)
        {
            // The edge of a vendor: a defect of its adapter is nothing to the other vendors.
            around.Logger.DeliveryCrashed(job.Key.VendorId, job.Key.RegulatorId, defect);
            return new HubError(HubErrorCode.Internal, $"The adapter failed: {defect.GetType().Name}.");
        }
    }

    private async Task NoteAsync(DeliveryJob job, HubError? error)
    {
        var (regulatorId, vendorId) = job.Key;
        if (error is null)
        {
            await store.CompleteAsync(job);
            around.Logger.Delivered(vendorId, regulatorId, job.Account.Version);
            return;
        }

        var failure = schedule.After(job, error, around.Time.GetUtcNow());
        await store.FailAsync(job, failure);
        if (failure.State == DeliveryState.Pending)
        {
            around.Logger.DeliveryFailed(vendorId, regulatorId, error.Code, failure.Attempts, failure.DueAt);
        }
        else
        {
            around.Logger.DeliveryEnded(vendorId, regulatorId, failure.State, error.Code, failure.Attempts);
        }
    }

    /// <summary>Clock and log.</summary>
    internal sealed record Surroundings(TimeProvider Time, ILogger<RegulatorCourier> Logger);
}
