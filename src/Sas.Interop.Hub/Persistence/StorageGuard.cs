using System.Data.Common;

using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence;

/// <summary>One way to use the database, so that every failure of it is told and looks the same to callers.</summary>
internal sealed class StorageGuard(IHubDatabase database, ILogger<StorageGuard> logger)
{
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

    // Some providers wrap what they take for transient.
    private static bool IsOfDatabase(Exception failed) =>
        failed is DbException or DbUpdateException or IOException or InvalidOperationException { InnerException: DbException };
}
