namespace Sas.Interop.Contracts.Booking;

/// <summary>What a vendor made of a hold.</summary>
/// <param name="System">System of the vendor's appointment identifier, as its INT_R03 will give it (CONTRACT §4.3).</param>
/// <param name="Value">Its value.</param>
public sealed record BookedAppointment(string System, string Value);
