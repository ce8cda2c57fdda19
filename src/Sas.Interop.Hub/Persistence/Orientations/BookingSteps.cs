using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>
/// The transitions of an act of booking, one a method: each in a transaction of its own, with its cause, and only from the states that it may leave. Every method gives the row
/// after the step, or null when it stood elsewhere and nothing was changed.
/// </summary>
internal sealed class BookingSteps(StorageGuard storage, OrientationJournal journal, TimeProvider time)
{
    private delegate Task Set(StorageChange change, OrientationRow row);

    public Task<OrientationRow?> ReadAsync(string id, CancellationToken cancellationToken) =>
        storage.UseAsync(context => context.Set<OrientationRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken));

    /// <summary>The vendor is about to be asked for a hold.</summary>
    public Task<OrientationRow?> AskHoldAsync(string id, DateTimeOffset until) =>
        StepAsync(id, Of(OrientationState.Holding, "The vendor is asked to hold the slot.", Ask(until)), null, OrientationState.Claimed);

    /// <summary>The vendor holds the slot.</summary>
    /// <param name="id">The act.</param>
    /// <param name="hold">What the vendor said.</param>
    /// <param name="until">When the hub lets go.</param>
    /// <param name="also">What else the change does, with the row after the step.</param>
    public Task<OrientationRow?> HoldAsync(string id, BookingHold hold, DateTimeOffset until, Func<StorageChange, OrientationRow, Task> also)
    {
        Set set = (change, row) =>
        {
            row.HoldReference = hold.VendorReference;
            return Keep(until)(change, row);
        };
        return StepAsync(id, Of(OrientationState.Held, "The vendor holds the slot.", set), also, OrientationState.Holding);
    }

    /// <summary>The vendor is about to be asked to book.</summary>
    /// <param name="id">The act.</param>
    /// <param name="until">When the vendor is taken for lost.</param>
    /// <param name="also">What else the change does, with the row after the step; it may decline.</param>
    public Task<OrientationRow?> AskBookAsync(string id, DateTimeOffset until, Func<StorageChange, OrientationRow, Task> also) =>
        StepAsync(id, Of(OrientationState.Booking, "The vendor is asked to book the slot.", Ask(until)), also, OrientationState.Held);

    /// <summary>The vendor has booked.</summary>
    /// <param name="id">The act.</param>
    /// <param name="appointment">What the vendor said.</param>
    /// <param name="also">What else the change does, with the row after the step.</param>
    public Task<OrientationRow?> BookAsync(string id, BookedAppointment appointment, Func<StorageChange, OrientationRow, Task> also)
    {
        Set set = (change, row) =>
        {
            (row.AppointmentSystem, row.AppointmentValue) = (appointment.System, appointment.Value);
            row.AppointmentKey = IdentifierKey.Of(appointment.System, appointment.Value);
            return Keep(null)(change, row);
        };
        return StepAsync(id, Of(OrientationState.Booked, "The vendor has booked the slot.", set), also, OrientationState.Booking);
    }

    /// <summary>The operator gets a link to the vendor's page.</summary>
    /// <param name="id">The act.</param>
    /// <param name="until">When the link ends.</param>
    /// <param name="also">What else the change does, with the row after the step.</param>
    public Task<OrientationRow?> LinkAsync(string id, DateTimeOffset until, Func<StorageChange, OrientationRow, Task> also) =>
        StepAsync(id, Of(OrientationState.Linked, "The operator got a link to the vendor's page.", Keep(until)), also, OrientationState.Claimed);

    /// <summary>Nothing was done, or the vendor has said that nothing was.</summary>
    /// <param name="id">The act.</param>
    /// <param name="cause">Why, in words.</param>
    /// <param name="also">What else the change does, with the row after the step.</param>
    public Task<OrientationRow?> RefuseAsync(string id, string cause, Func<StorageChange, OrientationRow, Task> also) =>
        StepAsync(id, Of(OrientationState.Refused, cause, Free), also, OrientationState.Claimed, OrientationState.Holding, OrientationState.Booking);

    /// <summary>What the vendor may have done is to be taken back.</summary>
    /// <param name="id">The act.</param>
    /// <param name="cause">Why, in words.</param>
    /// <param name="due">When the first attempt is due.</param>
    /// <param name="also">What else the change does, with the row after the step.</param>
    public Task<OrientationRow?> CompensateAsync(string id, string cause, DateTimeOffset due, Func<StorageChange, OrientationRow, Task>? also) =>
        StepAsync(id, Of(OrientationState.Compensating, cause, Ask(due)), also, OrientationState.Holding, OrientationState.Booking);

    /// <summary>What the vendor may have done was taken back, or was given up.</summary>
    public Task<OrientationRow?> FailAsync(string id, string cause) => StepAsync(id, Of(OrientationState.Failed, cause, Free), null, OrientationState.Compensating);

    /// <summary>Nobody went on in time.</summary>
    public Task<OrientationRow?> ExpireAsync(string id, string cause, params OrientationState[] from) => StepAsync(id, Of(OrientationState.Expired, cause, Free), null, from);

    /// <summary>When the next attempt to take back is due; no step.</summary>
    public Task PostponeAsync(string id, DateTimeOffset due) => storage.ChangeAsync(
        change => change.Context.Set<OrientationRow>().Where(row => row.Id == id && row.State == nameof(OrientationState.Compensating))
            .ExecuteUpdateAsync(row => row.SetProperty(static one => one.ExpiresAt, due)),
        CancellationToken.None);

    private static (OrientationState To, string Cause, Set Set) Of(OrientationState to, string cause, Set set) => (to, cause, set);

    // What a vendor was asked for is settled before anybody else may have the slot, however long that takes.
    private static Set Ask(DateTimeOffset until) => (change, row) =>
    {
        row.ExpiresAt = until;
        return SlotClaims.KeepAsync(change.Context, row.Id, null, CancellationToken.None);
    };

    private static Set Keep(DateTimeOffset? until) => (change, row) =>
    {
        row.ExpiresAt = until;
        return SlotClaims.KeepAsync(change.Context, row.Id, until, CancellationToken.None);
    };

    private static Task Free(StorageChange change, OrientationRow row)
    {
        row.ExpiresAt = null;
        return SlotClaims.ReleaseAsync(change.Context, row.Id, CancellationToken.None);
    }

    // No step is ended by its caller: what it tells has happened already.
    private Task<OrientationRow?> StepAsync(
        string id, (OrientationState To, string Cause, Set Set) step, Func<StorageChange, OrientationRow, Task>? also, params OrientationState[] from) => storage.ChangeAsync(
        async change =>
        {
            var row = await OrientationRows.LockAsync(change.Context, id, CancellationToken.None);
            if (row is null || !Array.Exists(from, state => row.State == state.ToString()))
            {
                change.Decline();
                return null;
            }

            await step.Set(change, row);
            journal.Move(change.Context, row, step.To, step.Cause, time.GetUtcNow());
            if (also is not null)
            {
                await also(change, row);
            }

            return change.IsDeclined ? null : row;
        },
        CancellationToken.None);
}
