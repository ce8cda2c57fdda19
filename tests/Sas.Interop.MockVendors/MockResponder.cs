using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Sas.Interop.Adapters.Replay;

namespace Sas.Interop.MockVendors;

/// <summary>Answers one request: finds the vendor, applies its fault, else plays its mappings.</summary>
internal sealed class MockResponder(
    IReadOnlyDictionary<string, ReplayPlayer> players,
    MockFaultSwitches faults,
    RequestJournal requests,
    MockVendorOptions options,
    CancellationToken stopping)
{
    private static readonly ReplayResponse WaitingRoom = Page(StatusCodes.Status200OK, "<!DOCTYPE html><html><head><title>One moment</title></head><body>Checking your browser.</body></html>");

    private static readonly ReplayResponse TooMany = Page(StatusCodes.Status429TooManyRequests, "Too many requests") with
    {
        Headers = [KeyValuePair.Create("Content-Type", "text/plain"), KeyValuePair.Create("Retry-After", "1")],
    };

    public async Task AnswerAsync(HttpContext context)
    {
        var (vendor, url) = Route(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        if (vendor is null || !players.TryGetValue(vendor, out var player))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync($"No vendor is served here; there are {string.Join(", ", players.Keys)}.\n", context.RequestAborted);
            return;
        }

        var (fault, changed) = faults.Get(vendor);
        var response = fault is MockFault.Down or MockFault.Hang ? null : player.Play(await ReadAsync(context, url));
        requests.Add(new MockRequest(vendor, context.Request.Method, url, response?.Source, fault, options.Time.GetUtcNow()));
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, changed);
        try
        {
            await ApplyAsync(context, fault, response, waiting.Token);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up, the fault was switched, or the server stops: nobody waits for the rest.
            context.Abort();
        }
    }

    private async Task ApplyAsync(HttpContext context, MockFault fault, ReplayResponse? response, CancellationToken waiting)
    {
        switch (fault)
        {
            case MockFault.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, options.Time, waiting);
                break;
            case MockFault.Html:
                await ReplayResponseWriter.WriteAsync(context, WaitingRoom, options.Time, waiting);
                break;
            case MockFault.TooManyRequests:
                await ReplayResponseWriter.WriteAsync(context, TooMany, options.Time, waiting);
                break;
            case MockFault.Truncated when response is not null:
                await ReplayResponseWriter.WriteHalfAsync(context, response, waiting);
                break;
            case MockFault.Slow when response is not null:
                await ReplayResponseWriter.WriteAsync(context, response with { Delay = response.Delay + options.SlowBy }, options.Time, waiting);
                break;
            case MockFault.None when response is not null:
                await ReplayResponseWriter.WriteAsync(context, response, options.Time, waiting);
                break;
            default:
                context.Abort();
                break;
        }
    }

    // The first segment names the vendor; without such a vendor, the one at the root takes the whole address.
    private (string? Vendor, string Url) Route(string target)
    {
        var end = target.AsSpan(1).IndexOfAny('/', '?');
        var first = end < 0 ? target[1..] : target[1..(end + 1)];
        if (players.ContainsKey(first) && first != MockVendorOptions.RootName)
        {
            var rest = target[(first.Length + 1)..];
            return (first, rest.StartsWith('/') ? rest : $"/{rest}");
        }

        return (players.ContainsKey(MockVendorOptions.RootName) ? MockVendorOptions.RootName : null, target);
    }

    private static async Task<ReplayRequest> ReadAsync(HttpContext context, string url)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.SelectMany(static header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")));
        var origin = new Uri($"{context.Request.Scheme}://{(context.Request.Host.HasValue ? context.Request.Host.Value : "127.0.0.1")}");
        return new ReplayRequest(context.Request.Method, origin, url, headers, body.ToArray());
    }

    private static ReplayResponse Page(int status, string text) => new()
    {
        Status = status,
        Headers = [KeyValuePair.Create("Content-Type", "text/html;charset=utf-8")],
        Body = Encoding.UTF8.GetBytes(text),
    };
}
