using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace Sas.Interop.Adapters.Http;

/// <summary>A host that the configuration allows, or all hosts below one. Compared by the ASCII form of names, so that look-alikes differ.</summary>
/// <param name="Host">ASCII, lower case; an IPv6 address without brackets.</param>
/// <param name="IsBelow">The hosts below this one, and not itself.</param>
/// <param name="Port">The one port; null is the usual one of the scheme.</param>
internal sealed record HostPattern(string Host, bool IsBelow, int? Port)
{
    public const int Longest = 255;

    private const string Wildcard = "*.";
    private const string Form = "Write a host such as rdv.example.fr, *.example.fr for all hosts below one, or host:port; without https://, path or closing dot.";

    private static readonly SearchValues<char> Foreign = SearchValues.Create("/\\@?#%*, \t");

    /// <summary>That host and port, and nothing else.</summary>
    public static HostPattern Of(Uri address) => new(address.IdnHost.ToLowerInvariant(), false, address.IsDefaultPort ? null : address.Port);

    /// <returns>The pattern; or null and what is wrong.</returns>
    public static (HostPattern? Pattern, string? Fault) Read(string text)
    {
        var isBelow = text.StartsWith(Wildcard, StringComparison.Ordinal);
        var rest = isBelow ? text[Wildcard.Length..] : text;
        if (rest.Length is 0 or > Longest || rest.AsSpan().ContainsAny(Foreign) || !Uri.TryCreate($"https://{rest}/", UriKind.Absolute, out var address))
        {
            return (null, Form);
        }

        // A name is one of a single form: 127.1 and 0x7f000001 are the address that they stand for, and must be written so.
        var host = address.IdnHost.ToLowerInvariant();
        var isAddress = IPAddress.TryParse(host, out _);
        var hasPort = HasPort(rest);
        var written = (hasPort ? rest[..rest.LastIndexOf(':')] : rest).Trim('[', ']');
        if (host.EndsWith('.') || !Ascii.IsValid(host) || (isAddress && !written.Equals(host, StringComparison.OrdinalIgnoreCase)))
        {
            return (null, Form);
        }

        if (isBelow && (isAddress || !host.Contains('.', StringComparison.Ordinal)))
        {
            return (null, "The * must stand before a name of at least two parts, such as *.example.fr.");
        }

        return (new HostPattern(host, isBelow, hasPort ? address.Port : null), null);
    }

    /// <summary>Whether host and port of an address are meant; the scheme is for others to judge.</summary>
    public bool Fits(Uri address)
    {
        if (Port is { } port ? address.Port != port : !address.IsDefaultPort)
        {
            return false;
        }

        var host = address.IdnHost;
        return IsBelow
            ? host.Length > Host.Length + 1 && host[^(Host.Length + 1)] == '.' && host.EndsWith(Host, StringComparison.OrdinalIgnoreCase)
            : host.Equals(Host, StringComparison.OrdinalIgnoreCase);
    }

    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return $"{(IsBelow ? Wildcard : string.Empty)}{host}{(Port is { } port ? string.Create(CultureInfo.InvariantCulture, $":{port}") : string.Empty)}";
    }

    private static bool HasPort(string text) => text[(text.IndexOf(']', StringComparison.Ordinal) + 1)..].Contains(':', StringComparison.Ordinal);
}
