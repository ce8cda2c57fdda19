using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Write;

namespace Sas.Interop.Hub.Intake;

/// <summary>Finds out which vendor pushes, and whether it may.</summary>
internal sealed class PushSender(VendorCaller caller)
{
    public Outcome<VendorModel> Identify(HttpRequest request)
    {
        var vendor = caller.Require(request);
        return vendor.IsSuccess && !vendor.Value.Capabilities.HasFlag(VendorCapabilities.Push)
            ? new HubError(HubErrorCode.CallerForbidden, $"Vendor {vendor.Value.Id} may not push: its capabilities lack 'push'.")
            : vendor;
    }
}
