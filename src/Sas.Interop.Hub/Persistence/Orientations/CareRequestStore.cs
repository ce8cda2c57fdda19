using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Changes of care requests. Every method throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class CareRequestStore(StorageGuard guard, OrientationJournal journal)
{
    private static readonly string Marketplace = nameof(OrientationKind.Marketplace);
    private static readonly List<string> Waiting = [nameof(OrientationState.Linked), nameof(OrientationState.Redirected)];

    /// <summary>States in which a request is still open: nobody has taken it, and nobody has closed it.</summary>
    public static IReadOnlyList<string> OpenStates { get; } = [.. Waiting, nameof(OrientationState.Pending)];

    /// <summary>Requests made before an instant that nobody has answered, the oldest first.</summary>
    public Task<List<string>> DueAsync(DateTimeOffset before, int most, CancellationToken cancellationToken) => guard.UseAsync(context =>
        context.Set<OrientationRow>().AsNoTracking()
            .Where(row => Waiting.Contains(row.State) && row.CreatedAt <= before && row.Kind == Marketplace)
            .OrderBy(static row => row.CreatedAt)
            .Select(static row => row.Id)
            .Take(most)
            .ToListAsync(cancellationToken));

    /// <summary>Closes a request that nobody answered in time.</summary>
    /// <returns>Whether it was closed: an answer may have come first.</returns>
    public Task<bool> ExpireAsync(string id, DateTimeOffset now, CancellationToken cancellationToken) => guard.ChangeAsync(
        async change =>
        {
            if (await LockAsync(change, id, cancellationToken) is not { } row || !Waiting.Contains(row.State))
            {
                change.Decline();
                return false;
            }

            row.ExpiresAt = null;
            journal.Move(change.Context, row, OrientationState.Expired, "No appointment came of the request in time.", now);
            return true;
        },
        cancellationToken);

    /// <summary>Takes a request back.</summary>
    /// <param name="id">The request.</param>
    /// <param name="version">The version that the caller saw; null takes any.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    /// <returns>What is kept afterwards; null when there is no such request.</returns>
    public Task<CareRequestChange?> CancelAsync(string id, int? version, DateTimeOffset now, CancellationToken cancellationToken) => guard.ChangeAsync<CareRequestChange?>(
        async change =>
        {
            var row = await LockAsync(change, id, cancellationToken);
            if (row is null)
            {
                change.Decline();
                return null;
            }

            if (Judge(row, version) is not CareRequestVerdict.Made and var verdict)
            {
                change.Decline();
                return new CareRequestChange(verdict, row);
            }

            row.ExpiresAt = null;
            await change.Context.Set<RedirectLinkRow>()
                .Where(link => link.OrientationId == id && link.UsedAt == null && link.ExpiresAt > now)
                .ExecuteUpdateAsync(set => set.SetProperty(static link => link.ExpiresAt, now), cancellationToken);
            journal.Move(change.Context, row, OrientationState.Cancelled, "The platform took the request back.", now);
            return new CareRequestChange(CareRequestVerdict.Made, row);
        },
        cancellationToken);

    private static CareRequestVerdict Judge(OrientationRow row, int? version) =>
        version is { } wanted && wanted != row.Version ? CareRequestVerdict.Stale
        : row.State == nameof(OrientationState.Cancelled) ? CareRequestVerdict.Unchanged
        : OpenStates.Contains(row.State) ? CareRequestVerdict.Made
        : CareRequestVerdict.Closed;

    private static async Task<OrientationRow?> LockAsync(StorageChange change, string id, CancellationToken cancellationToken) =>
        await OrientationRows.LockAsync(change.Context, id, cancellationToken) is { Kind: nameof(OrientationKind.Marketplace) } row ? row : null;
}

/// <summary>What became of a change of a care request.</summary>
/// <param name="Verdict">Whether it was made.</param>
/// <param name="Row">What is kept.</param>
internal sealed record CareRequestChange(CareRequestVerdict Verdict, OrientationRow Row);
