using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Booking;

/// <summary>What a vendor's failure says of what it has done.</summary>
internal static class VendorVerdict
{
    /// <summary>Whether the vendor has surely done nothing: it said so, or it was never asked. After any other failure it may have done what it was asked.</summary>
    public static bool DidNothing(HubError error) => error.Code
        is HubErrorCode.SlotTaken
        or HubErrorCode.BusinessRule
        or HubErrorCode.VendorRejectedRequest
        or HubErrorCode.VendorUntrusted
        or HubErrorCode.VendorRejectedCertificate
        or HubErrorCode.VendorAddressRefused
        or HubErrorCode.VendorBlocked
        or HubErrorCode.VendorUnknownTarget
        or HubErrorCode.VendorThrottled
        or HubErrorCode.VendorCircuitOpen
        or HubErrorCode.VendorLocalLimit
        or HubErrorCode.DirectoryKeyMissing;
}
