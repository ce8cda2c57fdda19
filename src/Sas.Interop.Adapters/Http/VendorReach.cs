using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Http;

/// <summary>
/// The one place that decides whether an address may be called for a vendor: that of its root, and those that the configuration allows. What a vendor's answer
/// says (a redirect, the link to a next page, the address of a file) is an address like any other.
/// </summary>
internal sealed class VendorReach
{
    private readonly Uri _root;
    private readonly Uri[] _others;
    private readonly HostPattern[] _allowed;

    /// <param name="context">The vendor.</param>
    /// <param name="others">Roots besides that of the vendor that the dialect's own options name.</param>
    /// <exception cref="ArgumentException">An allowed host is none; the configuration has judged them before.</exception>
    public VendorReach(VendorContext context, params Uri[] others)
    {
        _root = context.BaseUrl;
        _others = others;
        _allowed = [.. context.AllowedHosts.Select(static text => HostPattern.Read(text).Pattern ?? throw new ArgumentException("Not a host.", nameof(context)))];
    }

    /// <summary>Whether an address is on an origin that the configuration calls the vendor's own; only these get the vendor's secrets.</summary>
    public bool IsHome(Uri address) => IsOn(_root, address) || Array.Exists(_others, other => IsOn(other, address));

    /// <returns>Why an address may not be called; null when it may. The address itself, which may carry keys, is not repeated beyond its host.</returns>
    public HubError? Refuse(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
        {
            return Refused("an address that is none of the web");
        }

        if (address.UserInfo.Length > 0)
        {
            return Refused("an address with a user name");
        }

        if (IsOn(_root, address))
        {
            return null;
        }

        if (address.Scheme == Uri.UriSchemeHttp && !(_root.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            return Refused($"plain http at '{HostOf(address)}'");
        }

        return IsHome(address) || Array.Exists(_allowed, host => host.Fits(address)) ? null : Refused($"'{HostOf(address)}', which is not among its allowedHosts");
    }

    private static bool IsOn(Uri root, Uri address) =>
        Uri.Compare(address, root, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0 && address.UserInfo.Length == 0;

    private static string HostOf(Uri address) => HostPattern.Of(address).ToString();

    private static HubError Refused(string where) => new(HubErrorCode.VendorAddressRefused, $"The vendor leads to {where}; nothing was sent there.");
}
