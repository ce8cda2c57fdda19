using Microsoft.Extensions.Options;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>Follows the appointments that vendors tell of to the acts that they came of.</summary>
internal sealed class AppointmentFollower(AppointmentLinker linker, IOptions<BookingOptions> options) : IAppointmentFollower
{
    public async Task FollowAsync(StorageChange change, AppointmentFacts facts, CancellationToken cancellationToken)
    {
        if (await OrientationMatch.FindAsync(change.Context, facts, options.Value.AppointmentWithin, cancellationToken) is { } id
            && await OrientationRows.LockAsync(change.Context, id, cancellationToken) is { } row

            // Between the look and the lock another appointment may have come.
            && (row.AppointmentId is null || row.AppointmentId == facts.AppointmentId))
        {
            await linker.ApplyAsync(change, row, new AppointmentState(facts.AppointmentId, facts.Key, facts.Status, facts.Start), cancellationToken);
        }
    }
}
