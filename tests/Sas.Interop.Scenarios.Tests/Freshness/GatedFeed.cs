using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Freshness;

/// <summary>A vendor of the contract behind a real socket: what it tells, and when it answers, is the test's to say.</summary>
internal sealed class GatedFeed : IAsyncDisposable
{
    private readonly WebApplication _application;
    private TaskCompletionSource? _gate;
    private int _calls;

    private GatedFeed(WebApplication application) => _application = application;

    /// <summary>What it tells from now on.</summary>
    public IReadOnlyList<FeedOwner> Owners { get; set; } = [];

    /// <summary>Questions that have come, answered or not.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public Uri Address => new(_application.Urls.First() + "/");

    public static async Task<GatedFeed> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var feed = new GatedFeed(application);
        application.UseTraces("feed");
        application.MapGet("/Slot", feed.AnswerAsync);
        await application.StartAsync();
        return feed;
    }

    /// <summary>From now on questions wait for <see cref="Open"/>.</summary>
    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => Interlocked.Exchange(ref _gate, null)?.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Open();
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _calls);
        if (_gate is { } gate)
        {
            await gate.Task.WaitAsync(context.RequestAborted);
        }

        context.Response.ContentType = "application/fhir+json; charset=utf-8";
        await context.Response.WriteAsync(FhirFeed.Bundle(Owners).ToJsonString(), context.RequestAborted);
    }
}
