using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Redirects;

namespace Sas.Interop.Hub.Booking;

/// <summary>What each vendor can do for an operator.</summary>
internal sealed class BookingVendors(IVendorCatalog catalog, IVendorAdapters adapters, ILogger<BookingVendors> logger)
{
    public IBookingGateway? GatewayOf(string vendorId) => adapters.Find(vendorId) as IBookingGateway;

    /// <summary>The best way that the slot's vendor offers; a slot without appointment has none but to call, or to go.</summary>
    public BookingWay WayOf(BookableSlot slot)
    {
        var vendorId = slot.Lane.Vendor.VendorId;
        if (slot.Mode == BookingMode.WalkIn || !catalog.Current.TryGetValue(vendorId, out var vendor) || !vendor.Enabled)
        {
            return BookingWay.Telephone;
        }

        if (vendor.Capabilities.HasFlag(VendorCapabilities.BookingApi))
        {
            if (GatewayOf(vendorId) is not null)
            {
                return BookingWay.Api;
            }

            logger.AdapterDoesNotBook(vendorId, vendor.Dialect);
        }

        return vendor.Capabilities.HasFlag(VendorCapabilities.BookingRedirect) && slot.Page is { } page && RedirectTarget.IsAllowed(page, vendor.BookingPages)
            ? BookingWay.Redirect
            : BookingWay.Telephone;
    }
}
