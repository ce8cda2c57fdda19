using System.Data.Common;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Persistence;

/// <summary>One way to use the database, so that every failure of it is told and looks the same to callers.</summary>
internal sealed class StorageGuard(IHubDatabase database, OutboxBell bell, ILogger<StorageGuard> logger)
{
    private const int MostAttempts = 10;
    private const int MostConnections = 3;

    /// <summary>What the process gives; without it a guard stands alone.</summary>
    public StorageSurroundings Surroundings { get; init; } = StorageSurroundings.Alone();

    /// <param name="use">Reads; may be called twice.</param>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<T> UseAsync<T>(Func<HubContext, Task<T>> use) => GuardAsync(
        async () =>
        {
            await using var context = database.CreateContext();
            return await use(context);
        },
        CancellationToken.None);

    /// <summary>
    /// Makes one change in one transaction. When two changes meet on a row or a unique key, the later one is made again from the start, on what the earlier one left:
    /// so a change reads what it decides on inside, and does nothing outside the database.
    /// </summary>
    /// <param name="change">The change; may be called several times.</param>
    /// <param name="cancellationToken">Ends the wait for a turn and the reading, not a commit under way.</param>
    /// <exception cref="StorageUnavailableException">The database failed; whether the change was kept is not known.</exception>
    public Task<T> ChangeAsync<T>(Func<StorageChange, Task<T>> change, CancellationToken cancellationToken) =>
        GuardAsync(() => AttemptAsync(change, cancellationToken), cancellationToken);

    private async Task<T> GuardAsync<T>(Func<Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                var result = await attempt();
                Surroundings.Status.Worked();
                return result;
            }
            catch (Exception met) when (number < MostAttempts && IsConflict(met))
            {
                logger.StorageConflict(number);
            }
            catch (Exception lost) when (number < MostConnections && database.IsLostConnection(lost))
            {
                logger.StorageReconnected(number);
            }
            catch (Exception failed) when (IsOfDatabase(failed))
            {
                throw Unavailable(failed);
            }

            await Surroundings.PauseAsync(number, cancellationToken);
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
        await CommitAsync(transaction);
        if (hasMessages)
        {
            bell.Ring();
        }

        return result;
    }

    // From here on a failure leaves it open whether the change was kept, so it must not be made again here, unless the database itself says that it was not.
    private async Task CommitAsync(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception doubt) when (IsOfDatabase(doubt) && !IsConflict(doubt))
        {
            throw Unavailable(doubt);
        }
    }

    private StorageUnavailableException Unavailable(Exception failed)
    {
        Surroundings.Status.Failed();
        logger.StorageFailed(failed.GetBaseException().Message);
        return new StorageUnavailableException(failed);
    }

    // A row that another change has taken away is such a meeting as well.
    private bool IsConflict(Exception failed) => failed is DbUpdateConcurrencyException || database.IsConflict(failed);

    // Some providers wrap what they take for transient.
    private static bool IsOfDatabase(Exception failed) =>
        failed is DbException or DbUpdateException or IOException or InvalidOperationException { InnerException: DbException };
}
