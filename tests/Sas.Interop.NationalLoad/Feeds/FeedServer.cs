using System.Text.Json;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>
/// Every vendor of a country on one loopback port, below <c>/{vendor}/fhir/</c>, in the dialect of the national contract. Two more paths misbehave:
/// below <c>/hung/</c> nothing is ever answered, below <c>/flood/</c> the answer has no end.
/// </summary>
internal sealed class FeedServer : IAsyncDisposable
{
    public const string Hung = "hung";
    public const string Flood = "flood";
    private readonly WebApplication _application;
    private long _answers;

    private FeedServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.First());

    /// <summary>Searches answered so far.</summary>
    public long Answers => Interlocked.Read(ref _answers);

    /// <param name="country">Whose vendors.</param>
    /// <param name="minute">The minute that it is now.</param>
    /// <param name="port">Port on the loopback address; 0 takes a free one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<FeedServer> StartAsync(Country country, Func<int> minute, int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var application = builder.Build();
        var server = new FeedServer(application);
        application.MapGet($"/{Hung}/{{**rest}}", HangAsync);
        application.MapGet($"/{Flood}/{{**rest}}", FloodFeed.AnswerAsync);
        application.MapGet("/{vendor}/fhir/Slot", (HttpContext context, string vendor) => server.AnswerAsync(context, (country, vendor, minute()), OwnerKind.Practitioner));
        application.MapGet("/{vendor}/fhir/Schedule", (HttpContext context, string vendor) => server.AnswerAsync(context, (country, vendor, minute()), OwnerKind.Association));
        await application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task HangAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller lost patience: that is how each of these calls ends.
        }
    }

    private async Task AnswerAsync(HttpContext context, (Country Country, string Vendor, int Minute) asked, OwnerKind kind)
    {
        if (FeedQuery.Read(asked.Country, context.Request.Query, kind) is not { } query)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.ContentType = "application/fhir+json; charset=utf-8";
        var output = context.Response.BodyWriter;
        await using var json = new Utf8JsonWriter(output);
        var feed = new FeedWriter(asked.Country, json);
        feed.Open(asked.Minute);
        foreach (var owner in query.Owners)
        {
            feed.Owner(owner, asked.Vendor, query.Window, asked.Minute);
            await json.FlushAsync(context.RequestAborted);
        }

        feed.Close();
        await json.FlushAsync(context.RequestAborted);
        Interlocked.Increment(ref _answers);
    }
}
