using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>
/// Books at vendors that do so by interface: hold, then book. Each step is on disk before the vendor is asked and after it has answered; a repetition asks with the same key,
/// so that it goes on wherever the one before died.
/// </summary>
internal sealed class ApiBooking(
    BookingSteps steps,
    VendorDesk desk,
    BookingAnswers answers,
    BookedSlots booked,
    BookingClock clock,
    ILogger<ApiBooking> logger)
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);

    /// <summary>From a claim on: asks for the hold, and books if that is wanted.</summary>
    public async Task<WriteAnswer> HoldAsync(BookingAct act, IBookingGateway gateway, RegulatorKey regulator)
    {
        var row = act.Row.State == nameof(OrientationState.Holding) ? act.Row : await steps.AskHoldAsync(act.Row.Id, clock.VendorDue);
        if (row is null)
        {
            return Elsewhere();
        }

        var hold = await desk.HoldAsync(gateway, act.ToRequest(regulator), CancellationToken.None);
        if (!hold.IsSuccess)
        {
            return await FailAsync(act with { Row = row }, hold.Error);
        }

        var until = clock.Earlier(hold.Value.ExpiresAt, LongestHold);
        row = await steps.HoldAsync(row.Id, hold.Value, until, (change, held) =>
            act.Books ? Task.CompletedTask : act.Ticket.KeepAsync(change, BookingAnswers.Held(held, act.Warning), CancellationToken.None));
        return row is null ? Elsewhere()
            : act.Books ? await BookAsync(act with { Row = row }, gateway, isResumed: true)
            : BookingAnswers.Held(row, act.Warning);
    }

    /// <summary>From a hold on: books it.</summary>
    /// <param name="act">The act.</param>
    /// <param name="gateway">The vendor.</param>
    /// <param name="isResumed">Whether the request's key leads to this act already.</param>
    public async Task<WriteAnswer> BookAsync(BookingAct act, IBookingGateway gateway, bool isResumed)
    {
        var row = act.Row.State == nameof(OrientationState.Booking) ? act.Row : await AskAsync(act, isResumed);
        if (row is not { HoldReference: { } reference })
        {
            return Elsewhere();
        }

        var appointment = await desk.BookAsync(gateway, new BookingHold(reference, row.ExpiresAt ?? clock.Now), CancellationToken.None);
        if (!appointment.IsSuccess)
        {
            return await FailAsync(act with { Row = row }, appointment.Error);
        }

        row = await steps.BookAsync(row.Id, appointment.Value, (change, done) => act.Ticket.KeepAsync(change, BookingAnswers.Booked(done, act.Warning), CancellationToken.None));
        if (row is null)
        {
            return Elsewhere();
        }

        await booked.TakeAsync(row);
        return BookingAnswers.Booked(row, act.Warning);
    }

    private static WriteAnswer Elsewhere() =>
        BookingAnswers.Refused(HubErrorCode.Conflict, "Another request, or the end of its time, has moved this act meanwhile; send the request again to learn how it ended.");

    private Task<OrientationRow?> AskAsync(BookingAct act, bool isResumed) => steps.AskBookAsync(act.Row.Id, clock.VendorDue, async (change, row) =>
    {
        if (!isResumed && !await act.Ticket.OpenAsync(change, row.Id, CancellationToken.None))
        {
            change.Decline();
        }
    });

    private async Task<WriteAnswer> FailAsync(BookingAct act, HubError error)
    {
        logger.VendorRefusedBooking(act.Row.VendorId, act.Row.Id, error.Code);
        var isTaken = error.Code == HubErrorCode.SlotTaken;
        var answer = isTaken
            ? await answers.TakenAsync(act.Owner, act.Flow, isKept: true)
            : answers.Failed(error, act.Owner, null, isKept: FhirStatus(error) != StatusCodes.Status503ServiceUnavailable);
        Func<Persistence.StorageChange, OrientationRow, Task> also = (change, _) =>
            answer.IsKept ? act.Ticket.KeepAsync(change, answer, CancellationToken.None) : act.Ticket.ReleaseAsync(change, CancellationToken.None);
        if (VendorVerdict.DidNothing(error))
        {
            await steps.RefuseAsync(act.Row.Id, $"The vendor refused: {error.Code}.", also);
            booked.LookAgain(act.Owner);
        }
        else
        {
            await steps.CompensateAsync(act.Row.Id, $"The vendor failed and may have done it: {error.Code}.", clock.Now, also);
        }

        return answer;
    }

    private static int FhirStatus(HubError error) => Fhir.FhirErrors.ToFhir(error.Code).Status;
}
