using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>One link to a vendor, as read.</summary>
/// <param name="Vendor">Id in <c>adapters.json</c>.</param>
/// <param name="Keys">The vendor's own keys.</param>
/// <param name="Types">To whom slots are open.</param>
/// <param name="BookingUrl">Booking page, or null.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record LinkDraft(string Vendor, IReadOnlyDictionary<string, string> Keys, SlotTypes Types, Uri? BookingUrl, int Line);
