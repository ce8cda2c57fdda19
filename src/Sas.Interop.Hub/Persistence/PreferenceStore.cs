using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence;

/// <summary>Preferences in the database. Every method throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class PreferenceStore(StorageGuard guard, TimeProvider time)
{
    /// <summary>What is kept of one owner, also after it was taken back; null when nothing ever was.</summary>
    public Task<StoredPreference?> FindAsync(string owner, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var row = await context.Preferences.AsNoTracking().SingleOrDefaultAsync(preference => preference.Owner == owner, cancellationToken);
        return row is null ? null : ToStored(row);
    });

    /// <summary>Passes on what changed after a revision, in the order of revisions; after 0 that is everything.</summary>
    /// <returns>The revision of the last one; the given one when nothing changed.</returns>
    public Task<long> ReadAsync(long after, Action<StoredPreference> take, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var last = after;
        var rows = context.Preferences.AsNoTracking().Where(row => row.Revision > after).OrderBy(static row => row.Revision).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            take(ToStored(row));
            last = row.Revision;
        }

        return last;
    });

    /// <summary>One page of changes in the order of revisions.</summary>
    public Task<List<StoredPreference>> ReadPageAsync(DateTimeOffset since, long after, int count, CancellationToken cancellationToken) =>
        guard.UseAsync(async context =>
        {
            var rows = await context.Preferences.AsNoTracking()
                .Where(row => row.Revision > after && row.ChangedAt >= since)
                .OrderBy(static row => row.Revision)
                .Take(count)
                .ToListAsync(cancellationToken);
            return rows.ConvertAll(ToStored);
        });

    /// <summary>The revision of the last change of all; 0 before the first.</summary>
    public Task<long> LastRevisionAsync(CancellationToken cancellationToken) =>
        guard.UseAsync(context => Counter(context).Select(static row => row.Value).SingleAsync(cancellationToken));

    /// <summary>Reads, decides and writes in one transaction that no other change comes between. When it returns, the change is on disk.</summary>
    /// <param name="owner">National identifier with its prefix.</param>
    /// <param name="mostOwners">Owners that may be kept.</param>
    /// <param name="decide">Gets what is kept, gives what it becomes; null declines.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    public Task<PreferenceChanged> ChangeAsync(
        string owner,
        int mostOwners,
        Func<StoredPreference?, PreferenceChange?> decide,
        CancellationToken cancellationToken) => guard.ChangeAsync(
        async change =>
        {
            var changed = await DecideAsync(change.Context, owner, mostOwners, decide, cancellationToken);
            if (changed.Verdict != ChangeVerdict.Made)
            {
                // Takes the counter back as well, so that revisions have no holes.
                change.Decline();
            }

            return changed;
        },
        cancellationToken);

    private async Task<PreferenceChanged> DecideAsync(
        HubContext context,
        string owner,
        int mostOwners,
        Func<StoredPreference?, PreferenceChange?> decide,
        CancellationToken cancellationToken)
    {
        var counter = Counter(context);
        await counter.ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Value, static row => row.Value + 1), cancellationToken);
        var revision = await counter.Select(static row => row.Value).SingleAsync(cancellationToken);
        var row = await context.Preferences.SingleOrDefaultAsync(preference => preference.Owner == owner, cancellationToken);
        var before = row is null ? null : ToStored(row);
        var isNew = before?.Content is null;
        if (decide(before) is not { } wanted)
        {
            return new PreferenceChanged(ChangeVerdict.Declined, before, isNew);
        }

        if (wanted.Content == before?.Content)
        {
            return new PreferenceChanged(ChangeVerdict.Unchanged, before, isNew);
        }

        if (row is null)
        {
            if (await context.Preferences.CountAsync(cancellationToken) >= mostOwners)
            {
                return new PreferenceChanged(ChangeVerdict.Full, before, isNew);
            }

            row = context.Preferences.Add(new PreferenceRow { Owner = owner }).Entity;
        }

        (row.Revision, row.ChangedAt, row.Content) = (revision, time.GetUtcNow(), wanted.Content);
        return new PreferenceChanged(ChangeVerdict.Made, ToStored(row), isNew);
    }

    private static IQueryable<CounterRow> Counter(HubContext context) => context.Counters.Where(static row => row.Name == CounterRow.Preferences);

    private static StoredPreference ToStored(PreferenceRow row) => new(row.Owner, row.Revision, row.ChangedAt, row.Content);
}
