using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Audit;

/// <summary>The chain of records, which several hubs on one database make longer together. Every method throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class AuditStore(StorageGuard guard, AuditSeal seal, TimeProvider time)
{
    /// <summary>Most records that one transaction removes.</summary>
    public const int MostRemoved = 10_000;

    /// <summary>Appends records in their order. When it returns, they are on disk.</summary>
    /// <param name="records">Without place and hash; they are given both, anew at each attempt.</param>
    /// <param name="cancellationToken">Ends the wait for a turn, not a commit under way.</param>
    /// <returns>The last record of the chain.</returns>
    public Task<AuditHead> AppendAsync(IReadOnlyList<AuditRow> records, CancellationToken cancellationToken) => guard.ChangeAsync(
        change => AppendAsync(change.Context, records, cancellationToken),
        cancellationToken);

    /// <summary>Both ends of the chain.</summary>
    public Task<AuditEnds> EndsAsync(CancellationToken cancellationToken) => guard.UseAsync(
        async context => AuditEnds.Of(await Chain(context).AsNoTracking().SingleAsync(cancellationToken)));

    /// <summary>The greatest number that any record has; 0 when there is none.</summary>
    public Task<long> GreatestAsync(CancellationToken cancellationToken) => guard.UseAsync(
        async context => await context.Set<AuditRow>().MaxAsync(static row => (long?)row.Number, cancellationToken) ?? 0);

    /// <summary>Records in the order of the chain.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="after">Only those with a greater number.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<List<AuditRow>> ReadAsync(AuditFilter filter, long after, int most, CancellationToken cancellationToken) => guard.UseAsync(
        context => filter.Apply(context.Set<AuditRow>().AsNoTracking().Where(row => row.Number > after)).OrderBy(static row => row.Number).Take(most).ToListAsync(cancellationToken));

    /// <summary>Records, the last one first.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="before">Only those with a lesser number; null for all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<List<AuditRow>> PageAsync(AuditFilter filter, long? before, int most, CancellationToken cancellationToken) => guard.UseAsync(
        context => filter.Apply(context.Set<AuditRow>().AsNoTracking().Where(row => before == null || row.Number < before)).OrderByDescending(static row => row.Number).Take(most).ToListAsync(cancellationToken));

    public Task<AuditRow?> FindAsync(long number, CancellationToken cancellationToken) => guard.UseAsync(
        context => context.Set<AuditRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, cancellationToken));

    /// <summary>The last record of a kind; null when there is none.</summary>
    public Task<AuditRow?> LastAsync(string kind, CancellationToken cancellationToken) => guard.UseAsync(
        context => context.Set<AuditRow>().AsNoTracking().Where(row => row.Kind == kind).OrderByDescending(static row => row.Number).FirstOrDefaultAsync(cancellationToken));

    /// <summary>
    /// Removes the oldest records up to the first that is not older than an instant, some at a time, and notes in the chain where it begins now. The last record always stays.
    /// </summary>
    /// <returns>How many were removed; fewer than <see cref="MostRemoved"/> when no more are that old.</returns>
    public Task<int> RemoveAsync(DateTimeOffset olderThan, CancellationToken cancellationToken) => guard.ChangeAsync(
        async change =>
        {
            var chain = await LockAsync(change.Context, cancellationToken);
            var rows = change.Context.Set<AuditRow>();
            var (removed, last) = (chain.RemovedTo, chain.Number);
            var bound = Math.Min(removed + MostRemoved + 1, last);
            var firstKept = await rows.Where(row => row.Number > removed && row.Number <= bound && row.At >= olderThan).MinAsync(static row => (long?)row.Number, cancellationToken);
            var to = (firstKept ?? bound) - 1;
            var hash = to > removed ? await rows.Where(row => row.Number == to).Select(static row => row.Hash).SingleOrDefaultAsync(cancellationToken) : null;
            if (hash is null)
            {
                // Nothing is old enough, or the chain is broken there, which retention must not hide.
                change.Decline();
                return 0;
            }

            (chain.RemovedTo, chain.RemovedHash) = (to, hash);
            await change.Context.SaveChangesAsync(cancellationToken);
            var gone = await rows.Where(row => row.Number <= to).ExecuteDeleteAsync(cancellationToken);
            Add(change.Context, chain, [AuditRecords.Of(AuditKinds.Retention, new AuditHead(to, hash).ToString(), time.GetUtcNow())]);
            return gone;
        },
        cancellationToken);

    private async Task<AuditHead> AppendAsync(HubContext context, IReadOnlyList<AuditRow> records, CancellationToken cancellationToken)
    {
        var chain = await LockAsync(context, cancellationToken);
        Add(context, chain, records);
        return new AuditHead(chain.Number, chain.Hash);
    }

    /// <summary>Updates the row before it is read: nobody else appends until this change ends.</summary>
    private static async Task<AuditChainRow> LockAsync(HubContext context, CancellationToken cancellationToken)
    {
        await Chain(context).ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Number, static row => row.Number), cancellationToken);
        return await Chain(context).SingleAsync(cancellationToken);
    }

    private void Add(HubContext context, AuditChainRow chain, IReadOnlyList<AuditRow> records)
    {
        foreach (var record in records)
        {
            seal.Close(record, chain.Number + 1, chain.Hash);
            (chain.Number, chain.Hash) = (record.Number, record.Hash);
            context.Add(record);
        }
    }

    private static IQueryable<AuditChainRow> Chain(HubContext context) => context.Set<AuditChainRow>().Where(static row => row.Id == AuditChainRow.OnlyId);
}
