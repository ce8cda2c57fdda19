using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Read;

namespace Sas.Interop.Hub.Booking;

/// <summary>What the reception works with.</summary>
internal sealed record BookingReceptionParts(IAvailabilityReader Index, IDirectoryLookup Directory, SlotLookup Slots, BookingVendors Vendors, BookingClock Clock);
