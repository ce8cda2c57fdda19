using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>An adapter whose vendor books by interface rather than by redirection.</summary>
public interface IBookingGateway
{
    /// <summary>Keeps a slot aside.</summary>
    /// <param name="request">The slot and the regulator.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The hold, or why there is none.</returns>
    ValueTask<Outcome<BookingHold>> HoldAsync(BookingRequest request, CancellationToken cancellationToken);

    /// <summary>Turns a hold into an appointment.</summary>
    /// <param name="hold">The hold.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The vendor's appointment, or why there is none. After a time-out it may exist all the same: cancel, or book again.</returns>
    ValueTask<Outcome<BookedAppointment>> BookAsync(BookingHold hold, CancellationToken cancellationToken);

    /// <summary>Cancels a hold, and the appointment that was made of it; cancelling twice has the effect of once.</summary>
    /// <param name="vendorReference">The vendor's reference of the hold (<see cref="BookingHold.VendorReference"/>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it existed, or why the call failed.</returns>
    ValueTask<Outcome<bool>> CancelAsync(string vendorReference, CancellationToken cancellationToken);
}
