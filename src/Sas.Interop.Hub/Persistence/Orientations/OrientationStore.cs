using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Reads what is kept of orientations. Every method throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class OrientationStore(StorageGuard guard)
{
    /// <summary>A slot that begins at most so many minutes after the orientation counts as soon (the national aim of 48 hours).</summary>
    public const int SoonMinutes = 48 * 60;

    /// <returns>Null when there is no such orientation.</returns>
    public Task<OrientationRow?> FindAsync(string id, CancellationToken cancellationToken) => guard.UseAsync(context =>
        context.Set<OrientationRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken));

    /// <param name="id">Which.</param>
    /// <param name="vendorId">The vendor whose it must be; null for anybody's.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The orientation with its steps; null when there is no such orientation.</returns>
    public Task<OrientationHistory?> ReadAsync(string id, string? vendorId, CancellationToken cancellationToken) => guard.UseAsync<OrientationHistory?>(async context =>
    {
        // The steps after the row: a step that comes between the two belongs to a version that is not shown.
        if (await context.Set<OrientationRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && (vendorId == null || row.VendorId == vendorId), cancellationToken) is not { } row)
        {
            return null;
        }

        var transitions = await context.Set<OrientationTransitionRow>().AsNoTracking()
            .Where(transition => transition.OrientationId == id && transition.Number <= row.Version)
            .OrderBy(static transition => transition.Number)
            .ToListAsync(cancellationToken);
        return new OrientationHistory(row, transitions);
    });

    /// <summary>Orientations in the order of their creation.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The last one that the caller has; null from the first on.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<List<OrientationRow>> PageAsync(OrientationFilter filter, OrientationCursor? after, int count, CancellationToken cancellationToken) => guard.UseAsync(context =>
    {
        var rows = filter.Apply(context.Set<OrientationRow>().AsNoTracking());
        if (after is { CreatedAt: var createdAt, Id: var id })
        {
            rows = rows.Where(row => row.CreatedAt > createdAt || (row.CreatedAt == createdAt && string.Compare(row.Id, id) > 0));
        }

        return rows.OrderBy(static row => row.CreatedAt).ThenBy(static row => row.Id).Take(count).ToListAsync(cancellationToken);
    });

    /// <summary>Counts, made by the database.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="most">Groups at most; the caller asks for one more than it takes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<List<OrientationVolume>> VolumesAsync(OrientationFilter filter, int most, CancellationToken cancellationToken) => guard.UseAsync(context =>
        filter.Apply(context.Set<OrientationRow>().AsNoTracking())
            .GroupBy(static row => new { row.Territory, row.PostalCode, row.Kind, row.State })
            .Select(static rows => new OrientationVolume(
                rows.Key.Territory,
                rows.Key.PostalCode,
                rows.Key.Kind,
                rows.Key.State,
                rows.Count(),
                rows.Count(static row => row.LeadMinutes != null),
                rows.Count(static row => row.LeadMinutes <= SoonMinutes)))
            .Take(most)
            .ToListAsync(cancellationToken));

    /// <summary>Passes on when the orientations of practitioners were made, practitioner by practitioner, each in the order of time, until the taker has enough.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">Owners after this one; null from the first on.</param>
    /// <param name="take">Gives false to end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<bool> MomentsAsync(OrientationFilter filter, string? after, Func<OrientationMoment, bool> take, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        const int Practitioner = (int)OwnerKind.Practitioner;
        var rows = filter.Apply(context.Set<OrientationRow>().AsNoTracking()).Where(static row => row.OwnerKind == Practitioner);
        if (after is not null)
        {
            rows = rows.Where(row => string.Compare(row.Owner, after) > 0);
        }

        var moments = rows.OrderBy(static row => row.Owner).ThenBy(static row => row.CreatedAt).Select(static row => new OrientationMoment(row.Owner, row.CreatedAt));
        await foreach (var moment in moments.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (!take(moment))
            {
                return false;
            }
        }

        return true;
    });
}
