using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>Finds out which vendor calls, and whether it is one of the catalog.</summary>
internal sealed class VendorCaller(IVendorCatalog catalog)
{
    /// <summary>Whether the caller is a vendor at all.</summary>
    public static bool IsNamed(HttpRequest request) => request.HttpContext.Caller()?.VendorId is not null;

    /// <summary>The vendor that calls, or the sender without a name.</summary>
    public Outcome<Caller> Identify(HttpRequest request)
    {
        if (!IsNamed(request))
        {
            return Caller.Nameless;
        }

        var vendor = Require(request);
        return vendor.IsSuccess ? new Caller(vendor.Value.Id, vendor.Value) : vendor.Error;
    }

    /// <summary>For whom something is read: the vendor that sees its own only, or the caller without a name, who sees all.</summary>
    public Outcome<Caller> Reader(HttpRequest request) => request.HttpContext.OnlyVendor() is null ? Caller.Nameless : Identify(request);

    /// <summary>The vendor that calls; a caller that is none is refused.</summary>
    public Outcome<VendorModel> Require(HttpRequest request)
    {
        if (request.HttpContext.Caller()?.VendorId is not { } id)
        {
            return new HubError(HubErrorCode.CallerUnknown, $"The caller is no vendor. Without certificates, the header {CallerScheme.VendorHeader} must name the vendor that calls.");
        }

        if (!catalog.Current.TryGetValue(id, out var vendor))
        {
            return new HubError(HubErrorCode.CallerUnknown, "The vendor that calls is not known here: adapters.json has no such entry.");
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
