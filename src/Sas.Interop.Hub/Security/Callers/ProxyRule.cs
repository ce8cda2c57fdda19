using System.Collections.Frozen;
using System.Net;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Which proxies end TLS before the hub, and how they say whose certificate they saw.</summary>
/// <param name="From">Networks whose word is taken; one address is a network of its own.</param>
/// <param name="Header">Name of the header.</param>
/// <param name="Format">How the certificate stands in it.</param>
internal sealed record ProxyRule(IReadOnlyList<IPNetwork> From, string Header, ProxyFormat Format)
{
    /// <summary>Whether the word of this address is taken; of a socket without an address it never is.</summary>
    public bool Trusts(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return From.Any(network => network.Contains(plain));
    }
}

/// <summary>How a certificate stands in a header.</summary>
/// <param name="Name">Its name in the file of callers.</param>
internal sealed record ProxyFormat(string Name)
{
    /// <summary>RFC 9440: a byte sequence of structured fields, and those above it in a second header.</summary>
    public static ProxyFormat Rfc9440 { get; } = new("rfc9440");

    /// <summary>PEM with everything escaped as in an address, as nginx writes it.</summary>
    public static ProxyFormat EscapedPem { get; } = new("escaped-pem");

    public static FrozenDictionary<string, ProxyFormat> All { get; } = new[] { Rfc9440, EscapedPem }.ToFrozenDictionary(static format => format.Name, StringComparer.Ordinal);
}
