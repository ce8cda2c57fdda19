using Sas.Interop.Adapters.Http;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Configuration.Vendors;

/// <summary>Where a vendor's calls may go and where its booking pages may be.</summary>
/// <param name="AllowedHosts">Hosts besides that of the base URL to which calls may go.</param>
/// <param name="BookingPages">Pages that a browser may be led to.</param>
/// <param name="PrivateNetwork">Whether names may lead into a private network.</param>
internal sealed record HostsSection(IReadOnlyList<string> AllowedHosts, BookingRule BookingPages, bool PrivateNetwork)
{
    public const int Most = 64;

    /// <summary>Reads <c>allowedHosts</c>, <c>bookingHosts</c> and <c>privateNetwork</c>.</summary>
    /// <param name="reader">The entry.</param>
    /// <param name="baseUrl">Null when it has a fault.</param>
    /// <param name="sandbox">Whether the sandbox is on: only then a page may be plain http, on this machine or a mocked host.</param>
    public static HostsSection Read(ObjectReader reader, Uri? baseUrl, bool sandbox)
    {
        var allowed = Hosts(reader, "allowedHosts") ?? [];
        var booking = Hosts(reader, "bookingHosts") ?? Usual(baseUrl);
        return new HostsSection([.. allowed.Select(static host => host.ToString())], new BookingRule(booking, sandbox), reader.Flag("privateNetwork", fallback: false));
    }

    /// <summary>Without a word of the configuration: the host that the configuration trusts already, and those below it.</summary>
    private static List<HostPattern> Usual(Uri? baseUrl)
    {
        if (baseUrl is null)
        {
            return [];
        }

        var own = HostPattern.Of(baseUrl);
        return own.Host.Contains('.', StringComparison.Ordinal) && baseUrl.HostNameType == UriHostNameType.Dns ? [own, own with { IsBelow = true, Port = null }] : [own];
    }

    private static List<HostPattern>? Hosts(ObjectReader reader, string name)
    {
        if (reader.At.Find(name) is null)
        {
            _ = reader.Find(name);
            return null;
        }

        var hosts = new List<HostPattern>();
        foreach (var item in reader.List(name, Most))
        {
            if (ObjectReader.TextOf(item, HostPattern.Longest, reader.Faults) is not { } text)
            {
                continue;
            }

            var (host, fault) = HostPattern.Read(text);
            if (host is null)
            {
                reader.Faults.Add(item, $"{Quoted.Text(text)} is no host. {fault}");
            }
            else if (hosts.Contains(host))
            {
                reader.Faults.Add(item, $"{Quoted.Text(text)} is given twice; keep one.");
            }
            else
            {
                hosts.Add(host);
            }
        }

        return hosts;
    }
}
