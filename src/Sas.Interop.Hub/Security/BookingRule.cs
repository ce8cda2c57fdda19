using System.Text;

using Sas.Interop.Adapters.Http;

namespace Sas.Interop.Hub.Security;

/// <summary>Which pages of a vendor a browser may be led to. Made with the vendor's settings, asked when slots come in and again before an operator is sent there.</summary>
internal sealed class BookingRule(IReadOnlyList<HostPattern> hosts, bool httpOnThisMachine)
{
    /// <summary>Of a longer address some browsers and the platform make nothing.</summary>
    public const int LongestAddress = 2_048;

    /// <summary>Hosts that are mocked; the name never resolves.</summary>
    public const string SandboxSuffix = ".sandbox.invalid";

    /// <summary>No page at all.</summary>
    public static BookingRule Nowhere { get; } = new([], false);

    public IReadOnlyList<HostPattern> Hosts => hosts;

    /// <summary>A rule of hosts as the configuration writes them.</summary>
    /// <exception cref="ArgumentException">One is no host.</exception>
    public static BookingRule Of(params string[] hosts) =>
        new([.. hosts.Select(static text => HostPattern.Read(text).Pattern ?? throw new ArgumentException("Not a host.", nameof(hosts)))], httpOnThisMachine: false);

    /// <summary>Whether a browser may be led to an address.</summary>
    public bool Allows(Uri address) => Refuse(address) is null;

    /// <returns>Why a browser may not be led there, as the end of a sentence; null when it may.</returns>
    public string? Refuse(Uri address) => address.OriginalString.Length > LongestAddress ? "is too long" : RefuseWhere(address);

    /// <summary>As <see cref="Refuse"/>, of an address that the hub has made longer itself.</summary>
    public string? RefuseWhere(Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
        {
            return "is no address of the web";
        }

        if (address.UserInfo.Length > 0 || !IsPlain(address))
        {
            return "has a user name, control characters, or a host that browsers may read otherwise";
        }

        if (address.Scheme == Uri.UriSchemeHttp && !(httpOnThisMachine && (address.IsLoopback || address.IdnHost.EndsWith(SandboxSuffix, StringComparison.OrdinalIgnoreCase))))
        {
            return "is not https";
        }

        return hosts.Any(host => host.Fits(address)) ? null : "is on a host that is not among the vendor's bookingHosts";
    }

    /// <summary>As it goes to the operator's screen and the log: the host alone, since a path may tell more than it should.</summary>
    public static string HostOf(Uri address) => address is { IsAbsoluteUri: true, IdnHost.Length: > 0 and <= HostPattern.Longest } ? HostPattern.Of(address).ToString() : "(none)";

    /// <summary>
    /// Readers of addresses differ in what they make of odd ones. Allowed is only what all of them read alike: the scheme, two slashes, and the host just as it was
    /// understood, up to the path.
    /// </summary>
    private static bool IsPlain(Uri address)
    {
        var text = address.OriginalString;
        var start = address.Scheme.Length + Uri.SchemeDelimiter.Length;
        if (text.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') || !text.StartsWith(address.Scheme + Uri.SchemeDelimiter, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var end = text.AsSpan(start).IndexOfAny("/?#");
        var authority = end < 0 ? text[start..] : text.Substring(start, end);
        var port = authority.EndsWith($":{address.Port}", StringComparison.Ordinal) ? authority.LastIndexOf(':') : authority.Length;
        var host = authority[..port];
        return Ascii.IsValid(host)
            ? host.Trim('[', ']').Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase)
            : host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) && host.Count(static c => c == '.') == address.IdnHost.Count(static c => c == '.');
    }
}
