using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Links that were given out. Of any number of uses at once, one succeeds.</summary>
internal sealed class LinkStore(StorageGuard storage, OrientationJournal journal, TimeProvider time)
{
    /// <summary>Where a link stands; nothing is used up.</summary>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<LinkVerdict> LookAsync(string id, CancellationToken cancellationToken) => storage.UseAsync(
        async context => Judge(await context.Set<RedirectLinkRow>().AsNoTracking().FirstOrDefaultAsync(link => link.Id == id, cancellationToken)));

    /// <summary>Uses a link up, and notes that the operator went.</summary>
    /// <param name="id">The link.</param>
    /// <param name="mayLead">Whether a vendor may still lead to an address; a link that may not is kept as it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<LinkUse> UseAsync(string id, Func<string, string, bool> mayLead, CancellationToken cancellationToken) => storage.ChangeAsync(
        async change =>
        {
            var now = time.GetUtcNow();
            var links = change.Context.Set<RedirectLinkRow>();
            var used = await links.Where(link => link.Id == id && link.UsedAt == null && link.ExpiresAt > now)
                .ExecuteUpdateAsync(row => row.SetProperty(static link => link.UsedAt, now), cancellationToken);
            var link = await links.AsNoTracking().FirstOrDefaultAsync(link => link.Id == id, cancellationToken);
            if (used == 0 || link is null)
            {
                change.Decline();
                return new LinkUse(Judge(link) == LinkVerdict.Used ? LinkVerdict.Used : LinkVerdict.Expired, null);
            }

            var orientation = await OrientationRows.LockAsync(change.Context, link.OrientationId, cancellationToken);
            if (!mayLead(orientation?.VendorId ?? string.Empty, link.Target))
            {
                change.Decline();
                return new LinkUse(LinkVerdict.Refused, null);
            }

            if (orientation is { State: nameof(OrientationState.Linked) })
            {
                orientation.ExpiresAt = null;
                journal.Move(change.Context, orientation, OrientationState.Redirected, "The operator followed the link.", now);
            }

            return new LinkUse(LinkVerdict.Good, link.Target);
        },
        cancellationToken);

    private LinkVerdict Judge(RedirectLinkRow? link) =>
        link is null ? LinkVerdict.Expired
        : link.UsedAt is not null ? LinkVerdict.Used
        : link.ExpiresAt > time.GetUtcNow() ? LinkVerdict.Good
        : LinkVerdict.Expired;
}
