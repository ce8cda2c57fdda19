using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence.WarmStart;

namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>
/// Keeps the snapshot of the index on disk: reads it before the hub serves, writes it from time to time and once more at the stop. Readers and writers of the index
/// never wait for it: entries are immutable, and each is written as it is when its turn comes.
/// </summary>
internal sealed class WarmStartKeeper(
    AvailabilityIndex index,
    WarmStartFile file,
    IKnownLinks links,
    IOptions<WarmStartOptions> options,
    TimeProvider time,
    ILogger<WarmStartKeeper> logger) : BackgroundService
{
    /// <summary>How long the last writing may take at a stop, after requests and polls have ended.</summary>
    public static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _written;

    /// <summary>Puts into the index what the file holds, if it is whole; otherwise the hub starts with nothing, and says why.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        var (started, now) = (time.GetTimestamp(), time.GetUtcNow());
        var reading = await file.ReadAsync(() => new EntryRestorer(index.Kinds, links, now), cancellationToken);
        if (reading.Absent)
        {
            logger.WarmStartAbsent(WarmStartFile.Name);
            return;
        }

        var problem = reading.Problem ?? (IsOncePerOwner(reading.Owners) ? null : "tells an owner twice");
        if (problem is not null)
        {
            logger.WarmStartRefused(WarmStartFile.Name, problem);
            return;
        }

        index.Restore(reading.Owners);
        var kept = reading.Owners.Sum(static owner => owner.Entry.Lanes.Sum(static lane => (long)lane.Slots.Length));
        logger.WarmStartLoaded(now - reading.WrittenAt, reading.Owners.Count, kept, reading.Totals.Slots, time.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Writes the file if the index has changed since it was last written.</summary>
    /// <returns>Whether it was written.</returns>
    public async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Taken first: what changes while the file is written is written by the next one.
            var changes = index.Changes;
            if (changes == _written)
            {
                return false;
            }

            var started = time.GetTimestamp();
            var writing = await file.WriteAsync(new EntrySaver(links).Save(index.All), time.GetUtcNow(), cancellationToken);
            if (writing.Problem is { } problem)
            {
                logger.WarmStartNotWritten(WarmStartFile.Name, problem);
                return false;
            }

            _written = changes;
            var totals = writing.Totals;
            logger.WarmStartWritten(totals.Owners, totals.Slots, totals.Bytes, time.GetElapsedTime(started).TotalMilliseconds);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the rhythm, then writes the last state. The room is registered before polling, so polls and requests are over by then.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!options.Value.Enabled)
        {
            return;
        }

        // The token of the host may have been used up by requests that did not end, and the state is worth a little more time.
        using var bound = new CancellationTokenSource(StopWithin, time);
        try
        {
            await Task.Run(() => SaveAsync(bound.Token), CancellationToken.None).WaitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            logger.WarmStartNotWritten(WarmStartFile.Name, "could not be written in time at the stop; the one before stays");
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await SaveAsync(stoppingToken);
        }
    }

    private static bool IsOncePerOwner(IReadOnlyList<RestoredOwner> owners) =>
        owners.Select(static owner => owner.Entry.Owner).ToHashSet().Count == owners.Count;
}
