using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sas.Interop.TestKit.Traces;

/// <summary>Keeps what hubs send to a server of a test, for the last step of a run of the whole suite.</summary>
public static class RequestTraces
{
    // What a hub shows to a vendor stands here because it must: it is how the vendor knows the hub.
    private static readonly string[] OfTheHub = ["Authorization", "User-Agent"];

    /// <summary>Notes each request that comes from now on, before anything else sees it.</summary>
    /// <param name="application">The server of a test.</param>
    /// <param name="name">Beginning of the file's name.</param>
    public static void UseTraces(this WebApplication application, string name)
    {
        if (TraceRoot.Open(TraceRoot.Messages, name) is not { } file)
        {
            return;
        }

        application.Lifetime.ApplicationStopped.Register(file.Dispose);
        application.Use(async (context, next) =>
        {
            context.Request.EnableBuffering();
            await file.WriteLineAsync(await ReadAsync(context.Request));
            context.Request.Body.Position = 0;
            await next(context);
        });
    }

    private static async Task<string> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var headers = request.Headers.Select(static header => $"{header.Key}: {Shown(header.Key, header.Value.ToString())}");
        return $"{request.Method} {request.Path}{request.QueryString}\n{string.Join('\n', headers)}\n\n{await reader.ReadToEndAsync()}\n";
    }

    private static string Shown(string name, string value) => OfTheHub.Contains(name, StringComparer.OrdinalIgnoreCase)
        ? value.Replace(PlantedSecrets.VendorTokenValue, PlantedSecrets.VendorTokenShown, StringComparison.Ordinal)
        : value;
}
