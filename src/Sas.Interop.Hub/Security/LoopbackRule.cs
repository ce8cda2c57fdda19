using System.Net;

namespace Sas.Interop.Hub.Security;

/// <summary>
/// Plain HTTP never leaves the machine. Every configured address must be a loopback one, unless it is <c>https</c> with a certificate of its own.
/// Host names other than <c>localhost</c> are refused whatever they resolve to, because the server binds such an address to every interface.
/// </summary>
internal static class LoopbackRule
{
    public const string DefaultUrl = "http://127.0.0.1:8080";

    /// <summary>Judges all addresses that the configuration asks for, from <c>--urls</c>, the environment and <c>Kestrel:Endpoints</c>.</summary>
    /// <returns>One sentence a fault; empty when the host may listen.</returns>
    public static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        var faults = new List<string>();
        var urls = configuration["urls"];
        var withDefaultCertificate = NamesCertificate(configuration.GetSection("Kestrel:Certificates:Default"));
        foreach (var url in Split(urls))
        {
            Judge("urls", url, withDefaultCertificate, faults);
        }

        if (string.IsNullOrWhiteSpace(urls))
        {
            // The server turns a bare port into an address on every interface.
            faults.AddRange(Split(configuration["http_ports"]).Select(static port => Refusal("http_ports", $"http://*:{port}")));
            faults.AddRange(withDefaultCertificate
                ? []
                : Split(configuration["https_ports"]).Select(static port => Refusal("https_ports", $"https://*:{port}")));
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            var certificate = withDefaultCertificate || NamesCertificate(endpoint.GetSection("Certificate"));
            Judge($"{endpoint.Path}:Url", endpoint["Url"] ?? string.Empty, certificate, faults);
        }

        return faults;
    }

    /// <summary>Whether the configuration names any address, so that <see cref="DefaultUrl"/> is not needed.</summary>
    public static bool NamesAddress(IConfiguration configuration) =>
        !string.IsNullOrWhiteSpace(configuration["urls"])
        || Split(configuration["http_ports"]).Length > 0
        || Split(configuration["https_ports"]).Length > 0
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    /// <summary>The addresses that other machines could reach, as they were written.</summary>
    public static IReadOnlyList<string> Reachable(IConfiguration configuration)
    {
        var urls = Split(configuration["urls"]);
        if (urls.Length == 0)
        {
            urls = [.. Split(configuration["http_ports"]).Concat(Split(configuration["https_ports"])).Select(static port => $"http://*:{port}")];
        }

        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"] ?? string.Empty);
        return [.. urls.Concat(endpoints).Where(static url => Parse(url) is not { } address || !IsLocal(address))];
    }

    private static void Judge(string source, string url, bool certificate, List<string> faults)
    {
        if (Parse(url) is not { } address)
        {
            faults.Add($"{source}: '{url}' is not an address such as {DefaultUrl}.");
        }
        else if (!(certificate && address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase)) && !IsLocal(address))
        {
            faults.Add(Refusal(source, url));
        }
    }

    private static bool IsLocal(BindingAddress address) =>
        address.IsUnixPipe
        || address.IsNamedPipe
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static string Refusal(string source, string url) =>
        $"{source}: '{url}' is refused. Without a certificate the hub listens on loopback only: "
        + "use 127.0.0.1, [::1] or localhost, or https with Kestrel:Certificates.";

    private static BindingAddress? Parse(string url)
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

    private static bool NamesCertificate(IConfigurationSection section) =>
        !string.IsNullOrWhiteSpace(section["Path"]) || !string.IsNullOrWhiteSpace(section["Subject"]);

    private static string[] Split(string? list) =>
        (list ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
