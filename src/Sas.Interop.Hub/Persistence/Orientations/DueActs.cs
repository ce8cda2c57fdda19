using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Finds acts that something is to be done about; care requests have a sweep of their own.</summary>
internal sealed class DueActs(StorageGuard storage)
{
    private static readonly string[] Timed =
    [
        nameof(OrientationState.Claimed), nameof(OrientationState.Holding), nameof(OrientationState.Held), nameof(OrientationState.Booking),
        nameof(OrientationState.Compensating), nameof(OrientationState.Linked),
    ];

    /// <summary>Acts whose time is up, the longest first.</summary>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<List<OrientationRow>> OverAsync(DateTimeOffset now, int most, CancellationToken cancellationToken) => storage.UseAsync(
        context => context.Set<OrientationRow>().AsNoTracking()
            .Where(row => Timed.Contains(row.State) && row.ExpiresAt <= now && row.Kind != nameof(OrientationKind.Marketplace))
            .OrderBy(static row => row.ExpiresAt).ThenBy(static row => row.Id).Take(most).ToListAsync(cancellationToken));

    /// <summary>Ids of acts whose operator went to the vendor's page long ago and of which nothing was heard.</summary>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<List<string>> SilentAsync(DateTimeOffset since, int most, CancellationToken cancellationToken) => storage.UseAsync(
        context => context.Set<OrientationRow>()
            .Where(row => row.State == nameof(OrientationState.Redirected) && row.ChangedAt <= since && row.Kind != nameof(OrientationKind.Marketplace))
            .OrderBy(static row => row.Id).Select(static row => row.Id).Take(most).ToListAsync(cancellationToken));

    /// <summary>Ids of acts that a vendor booked and whose notice came before its answer.</summary>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<List<string>> UnlinkedAsync(int most, CancellationToken cancellationToken) => storage.UseAsync(
        context => context.Set<OrientationRow>()
            .Where(static row => row.State == nameof(OrientationState.Booked) && row.AppointmentId == null && row.AppointmentKey != null)
            .Where(row => context.Set<Appointments.AppointmentRow>().Any(appointment => appointment.Key == row.AppointmentKey))
            .OrderBy(static row => row.Id).Select(static row => row.Id).Take(most).ToListAsync(cancellationToken));
}
