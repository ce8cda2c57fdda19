using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Contracts.Booking;

/// <summary>What a booking names: owner, place, times and the regulator who books. It never names a patient (decision 1 of the design).</summary>
/// <param name="RequestKey">Key of the act, the same in each repetition: a vendor that gets it twice makes one hold of it.</param>
/// <param name="Owner">Whose slot.</param>
/// <param name="PlaceKey">At which place (<see cref="PlaceDetails.Key"/>).</param>
/// <param name="Start">Start of the slot.</param>
/// <param name="End">End of the slot.</param>
public sealed record BookingRequest(string RequestKey, OwnerKey Owner, string PlaceKey, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Who books, by the identifier that the vendor was last sent in INT_R02.</summary>
    public required RegulatorKey Regulator { get; init; }
}
