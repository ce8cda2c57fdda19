using System.Net;

namespace Sas.Interop.Hub.Security;

/// <summary>The addresses that the configuration asks for, from <c>--urls</c>, the environment and <c>Kestrel:Endpoints</c>.</summary>
/// <param name="All">Each with the setting that names it, as it was written.</param>
internal sealed record ListenAddresses(IReadOnlyList<(string Source, string Url)> All)
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>Those with https.</summary>
    public IReadOnlyList<string> Secure => [.. All.Select(static one => one.Url).Where(IsSecure)];

    /// <summary>Those without.</summary>
    public IReadOnlyList<string> Plain => [.. All.Select(static one => one.Url).Where(static url => !IsSecure(url))];

    /// <returns>The addresses; the default one when none is named.</returns>
    public static ListenAddresses Of(IConfiguration configuration)
    {
        var named = Named(configuration);
        return new ListenAddresses(named.Count == 0 ? [("default", DefaultUrl)] : named);
    }

    /// <returns>The addresses that are named; empty when the default one is needed.</returns>
    public static IReadOnlyList<(string Source, string Url)> Named(IConfiguration configuration)
    {
        var all = Split(configuration["urls"]).Select(static url => ("urls", url)).ToList();
        if (all.Count == 0)
        {
            // The server turns a bare port into an address on every interface.
            all.AddRange(Split(configuration["http_ports"]).Select(static port => ("http_ports", $"http://*:{port}")));
            all.AddRange(Split(configuration["https_ports"]).Select(static port => ("https_ports", $"https://*:{port}")));
        }

        all.AddRange(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? string.Empty)));
        return all;
    }

    public static bool IsSecure(string url) => Parse(url)?.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether only this machine reaches the address. A host name other than <c>localhost</c> is bound to every interface, whatever it resolves to.</summary>
    public static bool IsLocal(string url) => Parse(url) is { } address
        && (address.IsUnixPipe
            || address.IsNamedPipe
            || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    public static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static string[] Split(string? list) =>
        (list ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
