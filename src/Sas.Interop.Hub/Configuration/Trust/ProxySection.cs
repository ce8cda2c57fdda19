using System.Net;

using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Configuration.Trust;

/// <summary>Reads <c>proxy</c>: who may say which certificate it saw, and how.</summary>
internal static class ProxySection
{
    public const int MostAddresses = 64;
    public const int LongestAddress = 64;
    public const int LongestHeader = 64;
    public const string DefaultHeader = "Client-Cert";

    private const int LongestFormat = 20;

    /// <summary>Least bits of a network: a wider one is a slip, and would make most of the world a proxy.</summary>
    private const int LeastPrefix = 8;

    /// <summary>Headers that mean something else.</summary>
    private static readonly string[] Taken = ["Authorization", "Host", "Cookie", "Accept", "Content-Type", "Content-Length", "Connection", "Forwarded", CallerScheme.VendorHeader];

    /// <returns>Null when no proxy is believed.</returns>
    public static ProxyRule? Read(ObjectReader file)
    {
        if (file.Section("proxy") is not { } proxy)
        {
            return null;
        }

        var enabled = proxy.Flag("enabled", fallback: false);
        var from = new List<IPNetwork>();
        foreach (var at in proxy.List("from", MostAddresses))
        {
            if (ObjectReader.TextOf(at, LongestAddress, proxy.Faults) is { } text)
            {
                Add(text, at, proxy.Faults, from);
            }
        }

        var header = proxy.Text("header", LongestHeader) ?? DefaultHeader;
        if (!header.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') || Taken.Contains(header, StringComparer.OrdinalIgnoreCase))
        {
            proxy.Faults.Add(proxy.At.Find("header") ?? proxy.At, "Must be the name of a header of its own: letters, digits and hyphens.");
        }

        var format = ProxyFormat.Rfc9440;
        if (proxy.Text("format", LongestFormat) is { } named && !ProxyFormat.All.TryGetValue(named, out format))
        {
            proxy.Faults.Add(proxy.At.Find("format") ?? proxy.At, $"{Quoted.Text(named)} is not known; known here: {Quoted.List(ProxyFormat.All.Keys.Order(StringComparer.Ordinal))}.");
        }

        if (enabled && proxy.At.Find("from") is not { Children.Count: > 0 })
        {
            proxy.Faults.Add(proxy.At, "Names no addresses in from: nobody's word would be taken.");
        }

        proxy.Close();
        return enabled ? new ProxyRule(from, header, format ?? ProxyFormat.Rfc9440) : null;
    }

    private static void Add(string text, SourceValue at, FaultList faults, List<IPNetwork> networks)
    {
        if (IPAddress.TryParse(text, out var address) && address.ToString().Equals(text, StringComparison.OrdinalIgnoreCase) && !address.IsIPv4MappedToIPv6)
        {
            networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
        }
        else if (IPNetwork.TryParse(text, out var network)
            && network.PrefixLength >= LeastPrefix
            && IPAddress.TryParse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal)), out var first)
            && first.Equals(network.BaseAddress))
        {
            networks.Add(network);
        }
        else
        {
            faults.Add(at, $"{Quoted.Text(text)} is no address such as 192.0.2.7 and no network such as 192.0.2.0/24, of at least {LeastPrefix} bits and with all others zero.");
        }
    }
}
