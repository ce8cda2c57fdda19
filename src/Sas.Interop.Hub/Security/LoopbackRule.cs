namespace Sas.Interop.Hub.Security;

/// <summary>
/// Only a hub that knows its callers may be reached from other machines, and only over https. Plain HTTP never leaves the machine, and without a list of callers
/// neither does https: whoever came would be everybody.
/// </summary>
internal static class LoopbackRule
{
    public const string DefaultUrl = ListenAddresses.DefaultUrl;

    private static readonly string[] OfAnEndpoint = ["Certificate", "Sni", "SslProtocols", "ClientCertificateMode"];

    /// <summary>Judges all addresses that the configuration asks for, from <c>--urls</c>, the environment and <c>Kestrel:Endpoints</c>.</summary>
    /// <returns>One sentence a fault; empty when the host may listen.</returns>
    public static IReadOnlyList<string> Faults(IConfiguration configuration)
    {
        var knowsCallers = CallerMode.Of(configuration).Certificates;
        var faults = new List<string>();
        foreach (var (source, url) in ListenAddresses.Named(configuration))
        {
            if (ListenAddresses.Parse(url) is null)
            {
                faults.Add($"{source}: '{url}' is not an address such as {DefaultUrl}.");
            }
            else if (!ListenAddresses.IsLocal(url) && !(knowsCallers && ListenAddresses.IsSecure(url)))
            {
                faults.Add(Refusal(source, url, knowsCallers));
            }
        }

        return knowsCallers ? [.. faults, .. OwnTls(configuration)] : faults;
    }

    /// <summary>Whether the configuration names any address, so that <see cref="DefaultUrl"/> is not needed.</summary>
    public static bool NamesAddress(IConfiguration configuration) => ListenAddresses.Named(configuration).Count > 0;

    /// <summary>The addresses that other machines could reach, as they were written.</summary>
    public static IReadOnlyList<string> Reachable(IConfiguration configuration) =>
        [.. ListenAddresses.Named(configuration).Select(static one => one.Url).Where(static url => !ListenAddresses.IsLocal(url))];

    // What the server takes from these settings would go before the list of callers: another certificate, or no question for that of the client.
    private static IEnumerable<string> OwnTls(IConfiguration configuration)
    {
        var kestrel = configuration.GetSection("Kestrel");
        var set = kestrel.GetSection("Certificates").GetChildren()
            .Concat(kestrel.GetSection("Endpoints").GetChildren().Append(kestrel.GetSection("EndpointDefaults")).SelectMany(static endpoint =>
                OfAnEndpoint.Select(endpoint.GetSection).Where(static section => section.Exists())));
        foreach (var section in set)
        {
            yield return $"{section.Path}: is refused beside Hub:CallersFile. Certificates and TLS of the hub are told by the file of callers; leave this setting out.";
        }

        foreach (var endpoint in kestrel.GetSection("Endpoints").GetChildren().Append(kestrel.GetSection("EndpointDefaults")))
        {
            if (endpoint["Protocols"]?.Contains("Http3", StringComparison.OrdinalIgnoreCase) == true)
            {
                yield return $"{endpoint.Path}:Protocols: HTTP/3 is refused beside Hub:CallersFile; use Http1AndHttp2.";
            }
        }
    }

    private static string Refusal(string source, string url, bool knowsCallers) => knowsCallers
        ? $"{source}: '{url}' is refused. Plain HTTP is served on loopback only: use https, or 127.0.0.1, [::1] or localhost."
        : $"{source}: '{url}' is refused. Without a list of callers the hub listens on loopback only: "
            + "use 127.0.0.1, [::1] or localhost, or name the callers and the hub's certificate in a file and the file in Hub:CallersFile (docs/callers.md).";
}
