using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Contracts.Booking;

/// <summary>A request for care addressed to a practitioner through the vendor's marketplace; it never names a patient.</summary>
/// <param name="RequestKey">Key of the act, the same in each repetition.</param>
/// <param name="Owner">The practitioner.</param>
/// <param name="PlaceKey">The place (<see cref="PlaceDetails.Key"/>); null when the practitioner is meant wherever he or she is.</param>
/// <param name="Regulator">Who asks, by the identifier that the vendor was last sent in INT_R02.</param>
public sealed record CareRequest(string RequestKey, OwnerKey Owner, string? PlaceKey, RegulatorKey Regulator);
