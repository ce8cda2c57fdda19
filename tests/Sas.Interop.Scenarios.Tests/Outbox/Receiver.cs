using System.Collections.Concurrent;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Outbox;

/// <summary>A real server that hubs deliver to. A test says how it answers each request, by the number of the request.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, int> _open = new();
    private int _requests;

    private Receiver(WebApplication application) => _application = application;

    public Uri Root => new(_application.Urls.First());

    /// <summary>Answers a request; the body has been read and recorded by then.</summary>
    public Func<HttpContext, int, Task> Answer { get; set; } = static (_, _) => Task.CompletedTask;

    public ConcurrentQueue<Delivery> Deliveries { get; } = new();

    /// <summary>Whether two requests of one stream were open at once.</summary>
    public bool Overlapped { get; private set; }

    public static async Task<Receiver> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", $"http://127.0.0.1:{port}");
        var application = builder.Build();
        var receiver = new Receiver(application);
        application.UseTraces("receiver");
        application.Run(receiver.TakeAsync);
        await application.StartAsync();
        return receiver;
    }

    public static Func<HttpContext, int, Task> Statuses(params int[] statuses) => (context, number) =>
    {
        context.Response.StatusCode = number <= statuses.Length ? statuses[number - 1] : StatusCodes.Status200OK;
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var delivery = new Delivery(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString.Value,
            context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        var stream = delivery.Stream ?? delivery.Target;
        Overlapped |= _open.AddOrUpdate(stream, 1, static (_, open) => open + 1) > 1;
        try
        {
            Deliveries.Enqueue(delivery);
            await Answer(context, Interlocked.Increment(ref _requests));
        }
        finally
        {
            _open.AddOrUpdate(stream, 0, static (_, open) => open - 1);
        }
    }
}
