using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>Finds out who calls. Until client certificates name the caller, a header does, and the hub listens on loopback only.</summary>
internal sealed class VendorCaller(IVendorCatalog catalog)
{
    public const string Header = "X-Sas-Vendor";

    /// <summary>Whether a request names a vendor at all.</summary>
    public static bool IsNamed(HttpRequest request) => request.Headers[Header].ToString().Length > 0;

    /// <summary>The vendor that the request names, or the sender without a name.</summary>
    public Outcome<Caller> Identify(HttpRequest request)
    {
        if (!IsNamed(request))
        {
            return Caller.Nameless;
        }

        var vendor = Require(request);
        return vendor.IsSuccess ? new Caller(vendor.Value.Id, vendor.Value) : vendor.Error;
    }

    /// <summary>The vendor that the request names; a request without a name is refused.</summary>
    public Outcome<VendorModel> Require(HttpRequest request)
    {
        if (!IsNamed(request))
        {
            return new HubError(HubErrorCode.CallerUnknown, $"The header {Header} must name the vendor that calls.");
        }

        if (!catalog.Current.TryGetValue(request.Headers[Header].ToString(), out var vendor))
        {
            return new HubError(HubErrorCode.CallerUnknown, $"The vendor that {Header} names is not known here.");
        }

        return vendor.Enabled ? vendor : new HubError(HubErrorCode.CallerForbidden, $"Vendor {vendor.Id} is switched off.");
    }
}

/// <summary>Who calls.</summary>
/// <param name="Sender">The vendor's id, or <see cref="Unnamed"/>.</param>
/// <param name="Vendor">The vendor; null for the sender without a name.</param>
internal sealed record Caller(string Sender, VendorModel? Vendor)
{
    /// <summary>The sender of requests that name no vendor; no vendor may have this id.</summary>
    public const string Unnamed = VendorModel.NamelessId;

    public static Caller Nameless { get; } = new(Unnamed, null);
}
