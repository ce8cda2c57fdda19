using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Reads an orientation to change it.</summary>
internal static class OrientationRows
{
    /// <summary>Takes the row for this change, where the database lets several writers in, and reads it as the one before left it.</summary>
    /// <returns>The row, tracked; null when there is none.</returns>
    public static async Task<OrientationRow?> LockAsync(HubContext context, string id, CancellationToken cancellationToken)
    {
        var rows = context.Set<OrientationRow>();
        var locked = await rows.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(static one => one.Version, static one => one.Version), cancellationToken);
        return locked == 0 ? null : await rows.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
    }
}
