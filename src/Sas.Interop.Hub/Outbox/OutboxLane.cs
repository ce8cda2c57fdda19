using System.Collections.Concurrent;
using System.Threading.Channels;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary>The delivery to one destination: heads of streams, some at once. It shares nothing with other destinations but the database.</summary>
internal sealed class OutboxLane(OutboxDestination destination, IOutboxChannel channel, OutboxStore store, OutboxAttempt attempt, ILogger logger)
{
    // What a hub needs besides the attempt itself to write its end down, before others take it for dead.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<long, bool> _running = new();

    /// <summary>There may be something to do.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Delivers until it is told to stop, and ends when the last attempt under way has ended.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await BeginAsync(stopping);
                await _wake.Reader.ReadAsync(stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            while (!_running.IsEmpty)
            {
                await _wake.Reader.ReadAsync(CancellationToken.None);
            }
        }
    }

    private async Task BeginAsync(CancellationToken stopping)
    {
        var free = destination.Concurrency - _running.Count;
        if (free <= 0)
        {
            return;
        }

        try
        {
            // After a jump of the clock a claim may hold what is under way here: asked for beyond the free places, and left alone.
            var claim = new OutboxClaim(destination.Name, free + _running.Count, destination.Timeout + Margin, destination.BackOffTo);
            foreach (var letter in (await store.ClaimAsync(claim, stopping)).OrderBy(letter => _running.ContainsKey(letter.Id)))
            {
                if (free > 0 && _running.TryAdd(letter.Id, true))
                {
                    free--;
                    _ = DeliverAsync(letter, stopping);
                }
            }
        }
        catch (StorageUnavailableException)
        {
            // Told by the guard; the next look may find the database back.
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The edge of the loop: one fault must not end the delivery for good.
            logger.Crashed(destination.Name, failed);
        }
    }

    private async Task DeliverAsync(OutboxLetter letter, CancellationToken stopping)
    {
        try
        {
            await attempt.RunAsync(destination, channel, letter, stopping);
        }
        catch (Exception failed)
        {
            // Nobody awaits an attempt. Its lease ends, and it is made again.
            logger.Crashed(destination.Name, failed);
        }
        finally
        {
            _running.TryRemove(letter.Id, out _);
            Wake();
        }
    }
}
