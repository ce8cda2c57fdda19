using System.Collections.Concurrent;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Sas.Interop.Scenarios.Tests.Audit;

/// <summary>Stands between the hub and a mocked vendor and notes which trace each call belongs to.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly HttpClient _client = new();

    private Relay(WebApplication application) => _application = application;

    public Uri Root => new(_application.Urls.First());

    public ConcurrentQueue<string> Traces { get; } = new();

    public static async Task<Relay> StartAsync(Uri vendor)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var relay = new Relay(builder.Build());
        relay._application.Run(context => relay.PassAsync(context, vendor));
        await relay._application.StartAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    private async Task PassAsync(HttpContext context, Uri vendor)
    {
        Traces.Enqueue(context.Request.Headers["traceparent"].ToString());
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(vendor, context.Request.Path + context.Request.QueryString.Value));
        foreach (var (name, values) in context.Request.Headers.Where(static header => header.Key is not ("Host" or "Connection" or "Accept-Encoding")))
        {
            request.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        using var answer = await _client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync(context.RequestAborted), context.RequestAborted);
    }
}
