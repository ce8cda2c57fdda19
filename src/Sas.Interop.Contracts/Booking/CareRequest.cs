using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Contracts.Booking;

/// <summary>A request for care addressed to a practitioner through the vendor's marketplace; it never names a patient.</summary>
/// <param name="Owner">The practitioner.</param>
/// <param name="PlaceKey">The place (<see cref="PlaceDetails.Key"/>).</param>
/// <param name="RegulatorId">The regulator's identifier as last sent in INT_R02.</param>
public sealed record CareRequest(OwnerKey Owner, string PlaceKey, string RegulatorId);
