using System.Collections.Concurrent;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Brings accounts to the vendors, each vendor in a lane of its own: one that hangs keeps nobody else waiting. What is under way in the database outlives the process.</summary>
internal sealed class RegulatorDelivery(
    DeliveryBook book, RegulatorCourier courier, DeliveryAgenda agenda, RegulatorVendors vendors, RegulatorDelivery.Surroundings around) : BackgroundService
{
    private const int AccountsAtOnce = 100;
    private readonly ConcurrentDictionary<string, Task> _lanes = new(StringComparer.Ordinal);

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
            around.Logger.DeliveryStopping(_lanes.Count);
        }
        finally
        {
            await courier.StopAsync();
            await Task.WhenAll(_lanes.Values);
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
                // One lane a vendor; one that has ended makes place for the next.
                if (!_lanes.TryGetValue(vendor, out var lane) || lane.IsCompleted)
                {
                    _lanes[vendor] = RunLaneAsync(vendor, stoppingToken);
                }
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

    private async Task RunLaneAsync(string vendorId, CancellationToken stoppingToken)
    {
        await Task.Yield();
        var width = new ParallelOptions { MaxDegreeOfParallelism = around.Options.Value.Concurrency, CancellationToken = stoppingToken };
        try
        {
            while (await book.DueAsync(vendorId, AccountsAtOnce, stoppingToken) is { Count: > 0 } due)
            {
                await Parallel.ForEachAsync(due, width, async (account, _) => await courier.DeliverAsync(new DeliveryKey(account, vendorId), early: false));
            }
        }
        catch (StorageUnavailableException)
        {
            // The next look begins again; the database said why in the log.
            around.Logger.LaneEnded(vendorId);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            around.Logger.LaneEnded(vendorId);
        }
    }

    /// <summary>Settings, clock and log.</summary>
    internal sealed record Surroundings(IOptions<RegulatorsOptions> Options, TimeProvider Time, ILogger<RegulatorDelivery> Logger);
}
