using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>The messages that wait: who has which under way, and what became of it.</summary>
internal sealed class OutboxStore(StorageGuard guard, TimeProvider time)
{
    // Hubs on one database, whose clocks differ by less, take each other's leases for what they are.
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Takes heads of streams: of each stream the first message that waits, and only while no other of that stream is under way. Of several hubs on one database one gets it.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public async Task<IReadOnlyList<OutboxLetter>> ClaimAsync(OutboxClaim claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (lease, farLease, farDue) = (now + claim.Lease, now + claim.Lease + ClocksApart, now + claim.LongestDelay + ClocksApart);

        // Looked for outside a change: most looks find nothing, and must not take a writer's turn.
        var heads = await guard.UseAsync(context => Heads(context, claim.Destination, now, farLease, farDue).Take(claim.Most).ToListAsync(cancellationToken));
        return heads.Count == 0
            ? []
            : await guard.ChangeAsync(
                async change =>
                {
                    var taken = new List<OutboxLetter>(heads.Count);
                    foreach (var head in heads.OrderBy(static head => head.Id))
                    {
                        var mine = await change.Context.Set<OutboxRow>()
                            .Where(row => row.Id == head.Id && row.DueAt != null && row.Attempts == head.Attempts)
                            .Where(row => row.LeasedUntil == null || row.LeasedUntil <= now || row.LeasedUntil > farLease)
                            .ExecuteUpdateAsync(row => row.SetProperty(static message => message.LeasedUntil, (DateTimeOffset?)lease), cancellationToken);
                        if (mine == 1)
                        {
                            taken.Add(OutboxLetter.Of(head));
                        }
                    }

                    return taken;
                },
                cancellationToken);
    }

    /// <summary>It arrived, or need not: it is forgotten.</summary>
    public Task<int> RemoveAsync(OutboxLetter letter, CancellationToken cancellationToken) =>
        guard.ChangeAsync(change => change.Context.Set<OutboxRow>().Where(row => row.Id == letter.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    /// <summary>It is tried again later.</summary>
    public Task<int> PostponeAsync(OutboxLetter letter, DateTimeOffset due, string error, CancellationToken cancellationToken) =>
        SettleAsync(letter, (due, null), error, cancellationToken);

    /// <summary>It is given up, and stands in nobody's way.</summary>
    public Task<int> BuryAsync(OutboxLetter letter, string error, CancellationToken cancellationToken) =>
        SettleAsync(letter, (null, time.GetUtcNow()), error, cancellationToken);

    /// <summary>This hub does not go on with it; the next one need not wait for the end of the lease.</summary>
    public Task<int> ReleaseAsync(OutboxLetter letter, CancellationToken cancellationToken) => guard.ChangeAsync(
        change => change.Context.Set<OutboxRow>()
            .Where(row => row.Id == letter.Id && row.Attempts == letter.Attempts)
            .ExecuteUpdateAsync(static row => row.SetProperty(static message => message.LeasedUntil, (DateTimeOffset?)null), cancellationToken),
        cancellationToken);

    /// <summary>Whether a later state of what the message tells of went to this destination already: fewer of the later ones are left here than there were.</summary>
    public Task<bool> IsOvertakenAsync(OutboxLetter letter, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var present = letter.Kind == OutboxKinds.Orientation
            ? await context.Set<OrientationRow>().Where(row => row.Id == letter.Stream).Select(static row => (int?)row.Version).SingleOrDefaultAsync(cancellationToken)
            : await context.Set<AppointmentRow>().Where(row => row.Id == letter.Stream).Select(static row => (int?)row.Version).SingleOrDefaultAsync(cancellationToken);
        var left = await context.Set<OutboxRow>()
            .CountAsync(row => row.Destination == letter.Destination && row.Stream == letter.Stream && row.Number > letter.Number, cancellationToken);
        return present - letter.Number > left;
    });

    public Task<List<OutboxCount>> CountAsync(CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var waiting = await context.Set<OutboxRow>().Where(static row => row.DueAt != null).GroupBy(static row => row.Destination)
            .Select(static group => new { group.Key, Count = group.LongCount(), Oldest = group.Min(static row => row.CreatedAt) }).ToListAsync(cancellationToken);
        var dead = await context.Set<OutboxRow>().Where(static row => row.DeadAt != null).GroupBy(static row => row.Destination)
            .Select(static group => new { group.Key, Count = group.LongCount() }).ToDictionaryAsync(static group => group.Key, static group => group.Count, cancellationToken);
        return waiting.Select(group => new OutboxCount(group.Key, group.Count, group.Oldest, dead.GetValueOrDefault(group.Key)))
            .Concat(dead.Where(group => waiting.TrueForAll(other => other.Key != group.Key)).Select(static group => new OutboxCount(group.Key, 0, null, group.Value)))
            .OrderBy(static count => count.Destination, StringComparer.Ordinal)
            .ToList();
    });

    /// <summary>Letters that were given up, in the order of their ids.</summary>
    /// <param name="destination">Of this destination; null for all.</param>
    /// <param name="after">Only those with a greater id.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<List<OutboxRow>> ListDeadAsync(string? destination, long after, int most, CancellationToken cancellationToken) => guard.UseAsync(context =>
        context.Set<OutboxRow>().AsNoTracking()
            .Where(row => row.DeadAt != null && row.Id > after && (destination == null || row.Destination == destination))
            .OrderBy(static row => row.Id)
            .Take(most)
            .ToListAsync(cancellationToken));

    public Task<OutboxRow?> FindDeadAsync(long id, CancellationToken cancellationToken) => guard.UseAsync(context =>
        context.Set<OutboxRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DeadAt != null, cancellationToken));

    /// <summary>Makes given up messages wait again, as if they had never been tried.</summary>
    /// <param name="destination">All of this destination; null when the id says which.</param>
    /// <param name="id">The one with this id; null for all of the destination.</param>
    /// <param name="cancellationToken">Ends the change before its commit.</param>
    /// <returns>How many there were.</returns>
    public Task<int> ReplayAsync(string? destination, long? id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return guard.ChangeAsync(
            change => change.Context.Set<OutboxRow>()
                .Where(row => row.DeadAt != null && (destination == null || row.Destination == destination) && (id == null || row.Id == id))
                .ExecuteUpdateAsync(
                    row => row.SetProperty(static message => message.DeadAt, (DateTimeOffset?)null)
                        .SetProperty(static message => message.DueAt, now)
                        .SetProperty(static message => message.ReplayedAt, now)
                        .SetProperty(static message => message.Attempts, 0),
                    cancellationToken),
            cancellationToken);
    }

    private static IQueryable<OutboxRow> Heads(HubContext context, string destination, DateTimeOffset now, DateTimeOffset farLease, DateTimeOffset farDue)
    {
        var rows = context.Set<OutboxRow>();
        return rows.AsNoTracking()
            .Where(row => row.Destination == destination && row.DueAt != null && (row.DueAt <= now || row.DueAt > farDue))
            .Where(row => row.LeasedUntil == null || row.LeasedUntil <= now || row.LeasedUntil > farLease)
            .Where(row => !rows.Any(other => other.Destination == destination && other.Stream == row.Stream && other.Id != row.Id && other.DueAt != null
                && (other.Number < row.Number || (other.LeasedUntil > now && other.LeasedUntil <= farLease))))
            .OrderBy(static row => row.DueAt)
            .ThenBy(static row => row.Id);
    }

    /// <summary>Ends an attempt, unless another hub has ended one of the same message since.</summary>
    private Task<int> SettleAsync(OutboxLetter letter, (DateTimeOffset? DueAt, DateTimeOffset? DeadAt) to, string error, CancellationToken cancellationToken)
    {
        var (dueAt, deadAt) = to;
        var told = error.Length > TextLengths.Cause ? error[..TextLengths.Cause] : error;
        return guard.ChangeAsync(
            change => change.Context.Set<OutboxRow>()
                .Where(row => row.Id == letter.Id && row.Attempts == letter.Attempts && row.DeadAt == null)
                .ExecuteUpdateAsync(
                    row => row.SetProperty(static message => message.DueAt, dueAt)
                        .SetProperty(static message => message.DeadAt, deadAt)
                        .SetProperty(static message => message.Attempts, letter.Attempts + 1)
                        .SetProperty(static message => message.LeasedUntil, (DateTimeOffset?)null)
                        .SetProperty(static message => message.Error, told),
                    cancellationToken),
            cancellationToken);
    }
}
