using System.Collections.Concurrent;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>
/// Ends acts whose time is up, whatever ended their requests: what was only claimed, held or linked expires; what a vendor was asked for and nobody was told of is taken back.
/// One vendor that hangs keeps up its own acts alone.
/// </summary>
internal sealed class BookingSweep(BookingSweepParts parts, BookingSteps steps, Compensator compensator, IOptions<BookingOptions> options, TimeProvider time, ILogger<BookingSweep> logger)
    : BackgroundService
{
    private const int MostAtOnce = 200;
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Task> _busy = new(StringComparer.Ordinal);
    private DateTimeOffset _forgetAt;

    /// <summary>One look at everything; takes what is due to the vendors and does not wait for them.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await parts.Due.OverAsync(now, MostAtOnce, cancellationToken);
        foreach (var row in due)
        {
            await EndAsync(row, now);
        }

        foreach (var id in await parts.Due.SilentAsync(now - options.Value.AppointmentWithin, MostAtOnce, cancellationToken))
        {
            await steps.ExpireAsync(id, "Nothing was heard of an appointment.", OrientationState.Redirected);
        }

        foreach (var id in await parts.Due.UnlinkedAsync(MostAtOnce, cancellationToken))
        {
            await parts.Linker.CatchUpAsync(id, cancellationToken);
        }

        foreach (var vendor in due.Where(static row => row.State == nameof(OrientationState.Compensating)).GroupBy(static row => row.VendorId))
        {
            TakeBack(vendor.Key, [.. vendor], cancellationToken);
        }

        if (now >= _forgetAt)
        {
            _forgetAt = now + ForgetEvery;
            await parts.Writes.ForgetAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StorageUnavailableException unavailable)
            {
                logger.SweepFailed(unavailable.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Task<OrientationRow?> EndAsync(OrientationRow row, DateTimeOffset now) => Enum.Parse<OrientationState>(row.State) switch
    {
        OrientationState.Claimed => steps.ExpireAsync(row.Id, "The request ended before the vendor was asked.", OrientationState.Claimed),
        OrientationState.Held => steps.ExpireAsync(row.Id, "The hold was not booked in time.", OrientationState.Held),
        OrientationState.Linked => steps.ExpireAsync(row.Id, "The link was not used in time.", OrientationState.Linked),
        OrientationState.Holding => steps.CompensateAsync(row.Id, "The request ended while the vendor was asked to hold; nobody was told of it.", now, null),
        OrientationState.Booking => steps.CompensateAsync(row.Id, "The request ended while the vendor was asked to book; nobody was told of it.", now, null),
        _ => Task.FromResult<OrientationRow?>(null),
    };

    private void TakeBack(string vendorId, IReadOnlyList<OrientationRow> rows, CancellationToken cancellationToken)
    {
        if (_busy.TryGetValue(vendorId, out var running) && !running.IsCompleted)
        {
            return;
        }

        _busy[vendorId] = Task.Run(() => TakeBackAsync(rows, cancellationToken), cancellationToken);
    }

    private async Task TakeBackAsync(IReadOnlyList<OrientationRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var row in rows)
            {
                await compensator.TakeBackAsync(row, cancellationToken);
            }
        }
        catch (StorageUnavailableException unavailable)
        {
            logger.SweepFailed(unavailable.GetBaseException().Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The hub stops; the rows are due again after its next start.
        }
        catch (Exception failed)
        {
            // The edge of a vendor: what its adapter does wrong must not end the sweep of the others.
            logger.CompensationCrashed(failed);
        }
    }
}

/// <summary>What a sweep works with.</summary>
internal sealed record BookingSweepParts(DueActs Due, AppointmentLinker Linker, IdempotentWrites Writes);
