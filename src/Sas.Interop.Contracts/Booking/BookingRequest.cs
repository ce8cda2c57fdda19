using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Contracts.Booking;

/// <summary>What a booking names: owner, place, times and the regulator who books. It never names a patient (decision 1 of the design).</summary>
/// <param name="Owner">Whose slot.</param>
/// <param name="PlaceKey">At which place (<see cref="PlaceDetails.Key"/>).</param>
/// <param name="Start">Start of the slot.</param>
/// <param name="End">End of the slot.</param>
/// <param name="VendorKey">The vendor's own key of the slot, when it has one.</param>
/// <param name="RegulatorId">The regulator's identifier as last sent in INT_R02.</param>
public sealed record BookingRequest(OwnerKey Owner, string PlaceKey, DateTimeOffset Start, DateTimeOffset End, string? VendorKey, string RegulatorId);
