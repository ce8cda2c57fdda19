using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Redirects;
using Sas.Interop.Hub.Regulators;

namespace Sas.Interop.Hub.Booking;

/// <summary>What the desk works with.</summary>
internal sealed record BookingDeskParts(
    SlotLookup Slots,
    BookingVendors Vendors,
    IOwnerRefresher Refresher,
    IRegulatorReadiness Accounts,
    IRedirectLinks Links);
