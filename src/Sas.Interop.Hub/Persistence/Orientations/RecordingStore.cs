using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Records acts that were done without the hub. Throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class RecordingStore(StorageGuard guard, OrientationJournal journal)
{
    /// <param name="row">The act; another one with its id stays as it is.</param>
    /// <param name="isDated">Whether the caller told when it was; else the time does not tell two acts apart.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    /// <returns>Whether it is new, known (<c>Unchanged</c>), or another act has its id (<c>Declined</c>); and what is kept.</returns>
    public Task<(ChangeVerdict Verdict, OrientationRow Row)> RecordAsync(OrientationRow row, bool isDated, CancellationToken cancellationToken) => guard.ChangeAsync(
        async change =>
        {
            if (await change.Context.Set<OrientationRow>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == row.Id, cancellationToken) is { } kept)
            {
                change.Decline();
                return (IsSame(kept, row, isDated) ? ChangeVerdict.Unchanged : ChangeVerdict.Declined, kept);
            }

            journal.Open(change.Context, row, "The platform recorded an act of its own.");
            return (ChangeVerdict.Made, row);
        },
        cancellationToken);

    // The state may have moved since.
    private static bool IsSame(OrientationRow kept, OrientationRow row, bool isDated) =>
        (kept.Kind, kept.Owner, kept.RegulatorSystem, kept.RegulatorValue, kept.Territory) == (row.Kind, row.Owner, row.RegulatorSystem, row.RegulatorValue, row.Territory)
        && (kept.PlaceKey, kept.PostalCode, kept.VendorId, kept.SlotStart, kept.SlotEnd) == (row.PlaceKey, row.PostalCode, row.VendorId, row.SlotStart, row.SlotEnd)
        && (!isDated || kept.CreatedAt == row.CreatedAt);
}
