namespace Sas.Interop.Contracts.Booking;

/// <summary>A slot kept aside at a vendor for a short time.</summary>
/// <param name="VendorReference">The vendor's reference of the hold, given back to book or cancel.</param>
/// <param name="ExpiresAt">When the vendor lets the slot go by itself.</param>
public sealed record BookingHold(string VendorReference, DateTimeOffset ExpiresAt);
