namespace Sas.Interop.Hub.Configuration;

/// <summary>Where the host is told to listen: <c>urls</c>, <c>http_ports</c>, <c>https_ports</c> and Kestrel's endpoints.</summary>
internal static class ListenAddresses
{
    /// <returns>Every address that other machines could reach, as it was written; empty when there is none.</returns>
    public static IReadOnlyList<string> BeyondLoopback(IConfiguration configuration)
    {
        var addresses = Split(configuration["urls"]);
        if (addresses.Length == 0)
        {
            // Ports without a host listen on every interface; they count only when there are no URLs.
            addresses = [.. Split(configuration["http_ports"]).Concat(Split(configuration["https_ports"])).Select(static port => "*:" + port)];
        }

        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"]).OfType<string>();
        return [.. addresses.Concat(endpoints).Where(static address => !IsLoopback(address))];
    }

    private static string[] Split(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool IsLoopback(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback;
}
