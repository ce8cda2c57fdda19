using System.Collections.Concurrent;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Brings accounts to the vendors, each within a width of its own: one that hangs keeps nobody else waiting. What is due is in the database and outlives the process.</summary>
internal sealed class RegulatorDelivery(
    DeliveryBook book, RegulatorCourier courier, DeliveryAgenda agenda, RegulatorVendors vendors, RegulatorDelivery.Surroundings around) : BackgroundService
{
    private readonly ConcurrentDictionary<DeliveryKey, Lazy<Task>> _under = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (true)
            {
                await TurnAsync(stoppingToken);
                await agenda.WaitAsync(around.Options.Value.LookEvery, around.Time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            around.Logger.DeliveryStopping(_under.Count);
        }
        finally
        {
            await courier.StopAsync();
            await Task.WhenAll(_under.Values.Select(static begun => begun.Value));
        }
    }

    private async Task TurnAsync(CancellationToken stoppingToken)
    {
        var taken = agenda.Take();
        try
        {
            foreach (var vendor in taken.Mended)
            {
                await book.ReviveAsync(vendor, stoppingToken);
            }

            foreach (var vendor in taken.Newcomers.Where(vendors.Takes))
            {
                await CompleteAsync(vendor, stoppingToken);
            }

            foreach (var vendor in (await book.DueVendorsAsync(stoppingToken)).Where(vendors.IsAtWork))
            {
                await FillAsync(vendor, stoppingToken);
            }
        }
        catch (StorageUnavailableException)
        {
            // The database said why in the log; what was to be looked at is looked at again.
            agenda.PutBack(taken);
        }
    }

    private async Task CompleteAsync(string vendorId, CancellationToken stoppingToken)
    {
        var sum = 0;
        for (var added = -1; added != 0;)
        {
            added = await book.AddMissingAsync(vendorId, stoppingToken);
            sum += added;
        }

        if (sum > 0)
        {
            around.Logger.AccountsAdded(sum, vendorId);
        }
    }

    /// <summary>Begins what is due at a vendor, up to its width; whatever ends rings for the next.</summary>
    private async Task FillAsync(string vendorId, CancellationToken stoppingToken)
    {
        var width = around.Options.Value.Concurrency;
        var free = width - _under.Keys.Count(key => key.VendorId == vendorId);
        if (free <= 0)
        {
            return;
        }

        // What was begun a moment ago may still be listed.
        var due = await book.DueAsync(vendorId, 2 * width, stoppingToken);
        foreach (var key in due.Select(account => new DeliveryKey(account, vendorId)).Where(key => !_under.ContainsKey(key)).Take(free))
        {
            // Noted before it begins, so that its end finds the note.
            _ = _under.GetOrAdd(key, new Lazy<Task>(() => DeliverAsync(key))).Value;
        }
    }

    private async Task DeliverAsync(DeliveryKey key)
    {
        await Task.Yield();
        try
        {
            await courier.DeliverAsync(key, early: false);
        }
        catch (Exception broken) when (broken is StorageUnavailableException or OperationCanceledException)
        {
            // The database said why in the log, or the hub stops. Nobody rings: the next look begins again.
            around.Logger.DeliveryBroken(key.VendorId);
            return;
        }
        finally
        {
            _under.TryRemove(key, out _);
        }

        agenda.Ring();
    }

    /// <summary>Settings, clock and log.</summary>
    internal sealed record Surroundings(IOptions<RegulatorsOptions> Options, TimeProvider Time, ILogger<RegulatorDelivery> Logger);
}
