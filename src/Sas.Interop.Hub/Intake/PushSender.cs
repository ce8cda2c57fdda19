using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Intake;

/// <summary>Finds out which vendor pushes. Until client certificates name the caller, a header does, and the hub listens on loopback only.</summary>
internal sealed class PushSender(IVendorCatalog catalog)
{
    public const string Header = "X-Sas-Vendor";

    public Outcome<VendorModel> Identify(HttpRequest request)
    {
        var id = request.Headers[Header].ToString();
        if (id.Length == 0)
        {
            return new HubError(HubErrorCode.CallerUnknown, $"The header {Header} must name the vendor that pushes.");
        }

        if (!catalog.Current.TryGetValue(id, out var vendor))
        {
            return new HubError(HubErrorCode.CallerUnknown, $"The vendor that {Header} names is not known here.");
        }

        return vendor switch
        {
            { Enabled: false } => new HubError(HubErrorCode.CallerForbidden, $"Vendor {vendor.Id} is switched off."),
            _ when !vendor.Capabilities.HasFlag(VendorCapabilities.Push) => new HubError(HubErrorCode.CallerForbidden, $"Vendor {vendor.Id} may not push: its capabilities lack 'push'."),
            _ => vendor,
        };
    }
}
