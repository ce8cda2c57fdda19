using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Lets the state of an appointment decide that of the act that it came of, in whatever order the two became known.</summary>
internal sealed class AppointmentLinker(StorageGuard storage, OrientationJournal journal, TimeProvider time)
{
    /// <summary>Links a row that the change has locked, and moves it as the appointment says. The same again changes nothing.</summary>
    public async Task ApplyAsync(StorageChange change, OrientationRow row, AppointmentState appointment, CancellationToken cancellationToken)
    {
        (row.AppointmentId, row.AppointmentKey) = (appointment.Id, appointment.Key);
        if (StateOf(appointment.Status) is not { } to || !Moves(row.State, to))
        {
            return;
        }

        row.ExpiresAt = null;
        if (to == OrientationState.Cancelled || appointment.Start != row.SlotStart)
        {
            await SlotClaims.ReleaseAsync(change.Context, row.Id, cancellationToken);
        }
        else
        {
            await SlotClaims.KeepAsync(change.Context, row.Id, null, cancellationToken);
        }

        journal.Move(change.Context, row, to, $"The vendor's appointment is {appointment.Status}.", time.GetUtcNow());
    }

    /// <summary>Links an act that the vendor booked to the notice that had come before the vendor's answer.</summary>
    /// <exception cref="StorageUnavailableException">The database failed.</exception>
    public Task<bool> CatchUpAsync(string orientationId, CancellationToken cancellationToken) => storage.ChangeAsync(
        async change =>
        {
            var row = await OrientationRows.LockAsync(change.Context, orientationId, cancellationToken);
            var known = row is { AppointmentId: null, AppointmentKey: { } key, VendorId: var vendor }
                ? await change.Context.Set<AppointmentRow>().AsNoTracking().FirstOrDefaultAsync(appointment => appointment.Key == key && appointment.Sender == vendor, cancellationToken)
                : null;
            if (row is null || known is null)
            {
                change.Decline();
                return false;
            }

            await ApplyAsync(change, row, new AppointmentState(known.Id, known.Key, known.Status, known.Start), cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>What a status of INT_R03 makes of an act; null for a status that says nothing.</summary>
    public static OrientationState? StateOf(string status) => status switch
    {
        "pending" => OrientationState.Pending,
        "booked" => OrientationState.Booked,
        "fulfilled" => OrientationState.Fulfilled,
        "noshow" => OrientationState.NoShow,
        "cancelled" => OrientationState.Cancelled,
        _ => null,
    };

    /// <summary>
    /// Whether an act in a state follows its appointment. One that the hub is about to end by itself is settled by the hub; and the cancellation of what had come to nothing is no news.
    /// </summary>
    private static bool Moves(string from, OrientationState to) => Enum.TryParse<OrientationState>(from, out var state) && state switch
    {
        OrientationState.Booking or OrientationState.Compensating => false,
        OrientationState.Expired or OrientationState.Refused or OrientationState.Failed => to != OrientationState.Cancelled,
        _ => state != to,
    };
}

/// <summary>What decides of an appointment.</summary>
/// <param name="Id">The hub's id.</param>
/// <param name="Key">Key of the vendor's identifier.</param>
/// <param name="Status">Status of INT_R03.</param>
/// <param name="Start">Start.</param>
internal readonly record struct AppointmentState(string Id, string Key, string Status, DateTimeOffset Start);
