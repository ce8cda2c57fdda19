using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Redirects;

/// <summary>Which pages a link may lead to.</summary>
internal static class RedirectTarget
{
    /// <summary>Room for <c>origin</c>, and for what encoding adds.</summary>
    public const int LongestAddress = OrientationTables.TargetLength / 4;

    /// <summary>A page that the vendor may lead to.</summary>
    public static bool IsAllowed(Uri target, BookingRule rule) => IsAllowed(target) && rule.Allows(target);

    /// <summary>What is asked of every page, whosever it is: an absolute https address without user name, not too long; http only on this machine and the hosts of the sandbox.</summary>
    public static bool IsAllowed(Uri target) =>
        target.IsAbsoluteUri
        && (target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && (target.IsLoopback || SandboxHosts.IsMocked(target))))
        && target.Host.Length > 0
        && target.UserInfo.Length == 0
        && target.OriginalString.Length <= LongestAddress;
}
