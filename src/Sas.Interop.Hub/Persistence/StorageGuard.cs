using System.Data.Common;

using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Persistence;

/// <summary>One way to use the database, so that every failure of it is told and looks the same to callers.</summary>
internal sealed class StorageGuard(IHubDatabase database, OutboxBell bell, ILogger<StorageGuard> logger)
{
    private const int MostAttempts = 5;

    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public async Task<T> UseAsync<T>(Func<HubContext, Task<T>> use)
    {
        try
        {
            await using var context = database.CreateContext();
            return await use(context);
        }
        catch (Exception failed) when (IsOfDatabase(failed))
        {
            logger.StorageFailed(failed.GetBaseException().Message);
            throw new StorageUnavailableException(failed);
        }
    }

    /// <summary>
    /// Makes one change in one transaction. When two changes meet on a row or a unique key, the later one is made again from the start, on what the earlier one left:
    /// so a change reads what it decides on inside, and does nothing outside the database.
    /// </summary>
    /// <param name="change">The change; may be called several times.</param>
    /// <param name="cancellationToken">Ends the wait for a turn and the reading, not a commit under way.</param>
    /// <exception cref="StorageUnavailableException">The database failed; whether the change was kept is not known.</exception>
    public async Task<T> ChangeAsync<T>(Func<StorageChange, Task<T>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(change, cancellationToken);
            }
            catch (Exception met) when (attempt < MostAttempts && database.IsConflict(met))
            {
                logger.StorageConflict(attempt);
            }
            catch (Exception failed) when (IsOfDatabase(failed))
            {
                logger.StorageFailed(failed.GetBaseException().Message);
                throw new StorageUnavailableException(failed);
            }
        }
    }

    private async Task<T> AttemptAsync<T>(Func<StorageChange, Task<T>> change, CancellationToken cancellationToken)
    {
        using var turn = await database.TakeTurnAsync(cancellationToken);
        await using var context = database.CreateContext();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var scope = new StorageChange(context);
        var result = await change(scope);
        if (scope.IsDeclined)
        {
            return result;
        }

        var hasMessages = context.ChangeTracker.Entries<OutboxRow>().Any(static entry => entry.State == EntityState.Added);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        if (hasMessages)
        {
            bell.Ring();
        }

        return result;
    }

    // Some providers wrap what they take for transient.
    private static bool IsOfDatabase(Exception failed) =>
        failed is DbException or DbUpdateException or IOException or InvalidOperationException { InnerException: DbException };
}
