using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>
/// Which vendors the sandbox mocks: those whose base URL names a host below <c>sandbox.invalid</c>, a name that never resolves. A vendor that gave access is
/// switched by writing its real base URL, one at a time, while the others stay mocked.
/// </summary>
internal static class SandboxHosts
{
    public const string Suffix = BookingRule.SandboxSuffix;

    public static bool IsMocked(Uri baseUrl) => baseUrl.Host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);
}
