using System.Threading.Channels;

using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Audit.Calls;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Audit;

/// <summary>
/// Keeps entries. One loop writes what waits, many records in one transaction: whoever comes while it writes is in the next one, so that the cost of a flush to disk is shared.
/// </summary>
internal sealed class AuditTrail(AuditStore store, RefusalFold refusals, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditTrail> logger) : IHostedService, IAuditTrail
{
    private const int MostWaiting = 4_096;
    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private Task _loop = Task.CompletedTask;

    public async Task<bool> KeepAsync(AuditEntry entry)
    {
        var waiting = new Waiting(AuditRecords.Of(entry));
        if (!_queue.Writer.TryWrite(waiting))
        {
            logger.NotKept("too many wait, or the hub stops");
            return false;
        }

        try
        {
            return await waiting.Kept.WaitAsync(options.Value.KeepWithin, time);
        }
        catch (TimeoutException)
        {
            logger.NotKept("the database did not take it in time");
            return false;
        }
    }

    public void Take(AuditEntry entry) => refusals.Add(entry);

    /// <summary>Keeps what was refused since this was called last.</summary>
    public async Task KeepRefusalsAsync(CancellationToken cancellationToken)
    {
        foreach (var batch in refusals.Take().Chunk(options.Value.Batch))
        {
            try
            {
                await store.AppendAsync([.. batch.Select(AuditRecords.Of)], cancellationToken);
            }
            catch (Exception failed) when (failed is StorageUnavailableException or OperationCanceledException)
            {
                // Told by the guard; they wait for the next time.
                refusals.PutBack(batch);
            }
        }
    }

    /// <summary>Keeps something of the hub itself.</summary>
    /// <returns>Whether it is kept.</returns>
    public async Task<bool> NoteAsync(string kind, string? detail, CancellationToken cancellationToken)
    {
        try
        {
            var head = await store.AppendAsync([AuditRecords.Of(kind, detail, time.GetUtcNow())], cancellationToken);
            logger.Noted(kind, head.ToString());
            return true;
        }
        catch (StorageUnavailableException)
        {
            logger.NotKept("the database failed");
            return false;
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await NoteAsync(AuditKinds.Start, $"version {typeof(AuditTrail).Assembly.GetName().Version}", cancellationToken);

        // Without a token: a stop that comes at once must find the loop at work, since it alone writes what waits.
        _loop = Task.Run(WriteAllAsync, CancellationToken.None);
    }

    /// <summary>The server has stopped by then: nobody waits for anything but what is in the queue.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        try
        {
            await _loop.WaitAsync(cancellationToken);
            await KeepRefusalsAsync(cancellationToken);
            await NoteAsync(AuditKinds.Stop, null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            logger.NotKept("the stop took too long");
        }
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>();
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < options.Value.Batch && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            await WriteAsync(batch);
        }
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        var kept = false;
        try
        {
            await store.AppendAsync(batch.ConvertAll(static waiting => waiting.Record), CancellationToken.None);
            kept = true;
        }
        catch (StorageUnavailableException)
        {
            // Told by the guard, and to each of those who wait.
        }
#pragma warning disable CA1031 // The edge of a loop: a defect must not keep later writes from their records.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            logger.WriterFailed(defect);
        }

        foreach (var waiting in batch)
        {
            waiting.End(kept);
        }
    }

    private sealed class Waiting(AuditRow record)
    {
        private readonly TaskCompletionSource<bool> _kept = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public AuditRow Record => record;

        public Task<bool> Kept => _kept.Task;

        public void End(bool kept) => _kept.TrySetResult(kept);
    }
}
