using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>
/// Who calls a hub without certificates, which listens on loopback only: whoever names a vendor is that vendor and may do what it may, all others may do everything.
/// </summary>
internal sealed class LoopbackCallers : ICallerResolver
{
    private const int LongestName = 64;
    private static readonly Outcome<CallerIdentity> Everybody = new CallerIdentity("loopback", CallerRoles.Any, null) { Limits = CallerLimits.Widest };

    public Outcome<CallerIdentity> Resolve(HttpContext context)
    {
        var named = context.Request.Headers[CallerScheme.VendorHeader];
        if (named.Count == 0 || named.ToString() is not { Length: > 0 } vendor)
        {
            return Everybody;
        }

        return vendor.Length <= LongestName
            ? new CallerIdentity(vendor, CallerRoles.Vendor, vendor)
            : new HubError(HubErrorCode.CallerUnknown, $"The vendor that {CallerScheme.VendorHeader} names is not known here.");
    }
}
