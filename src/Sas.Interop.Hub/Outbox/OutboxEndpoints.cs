using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Outbox;

/// <summary><c>/admin/outbox</c>: what waits and what was given up, and sending the latter again.</summary>
internal sealed class OutboxEndpoints(OutboxStore store, OutboxRouting routing, OutboxBell bell, TimeProvider time, ILogger<OutboxEndpoints> logger)
{
    private const int PageSize = 100;
    private static readonly OutboxError Unknown = new("not-found", "There is no such dead letter: it was never given up, was replayed, or has arrived since.", "url.id");
    private static readonly OutboxError Unavailable = new("storage-unavailable", "The database cannot be used now; ask again later, that is safe.", null);

    public Task CountAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var counts = await store.CountAsync(context.RequestAborted);
        var names = routing.Destinations.Select(static destination => destination.Name).Union(counts.Select(static count => count.Destination)).Order(StringComparer.Ordinal);
        var views = names.Select(name => DestinationView.Of(
            name,
            routing.Destinations.SingleOrDefault(destination => destination.Name == name),
            counts.Find(count => count.Destination == name),
            time.GetUtcNow()));
        await WriteAsync(context, StatusCodes.Status200OK, new OutboxView([.. views]), OutboxJsonContext.Wire.OutboxView);
    });

    public Task ListDeadAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var after = 0L;
        if (context.Request.Query["after"].ToString() is { Length: > 0 } text && !TryReadId(text, out after))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, new OutboxError("invalid", "A number, the next of the page before.", "query.after"));
            return;
        }

        var rows = await store.ListDeadAsync(DestinationOf(context), after, PageSize, context.RequestAborted);
        var next = rows.Count == PageSize ? rows[^1].Id : (long?)null;
        await WriteAsync(context, StatusCodes.Status200OK, new DeadPage([.. rows.Select(static row => DeadView.Of(row, withPayload: false))], next), OutboxJsonContext.Wire.DeadPage);
    });

    public Task FindDeadAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var row = IdOf(context) is { } id ? await store.FindDeadAsync(id, context.RequestAborted) : null;
        await (row is null
            ? RefuseAsync(context, StatusCodes.Status404NotFound, Unknown)
            : WriteAsync(context, StatusCodes.Status200OK, DeadView.Of(row, withPayload: true), OutboxJsonContext.Wire.DeadView));
    });

    public Task ReplayAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var replayed = IdOf(context) is { } id ? await ReplayAsync(null, id, context.RequestAborted) : 0;
        await (replayed == 0
            ? RefuseAsync(context, StatusCodes.Status404NotFound, Unknown)
            : WriteAsync(context, StatusCodes.Status200OK, new ReplayView(replayed), OutboxJsonContext.Wire.ReplayView));
    });

    public Task ReplayAllAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        if (DestinationOf(context) is not { } destination)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, new OutboxError("required", "Name the destination whose dead letters are to be sent again.", "query.destination"));
            return;
        }

        var replayed = await ReplayAsync(destination, null, context.RequestAborted);
        await WriteAsync(context, StatusCodes.Status200OK, new ReplayView(replayed), OutboxJsonContext.Wire.ReplayView);
    });

    private async Task<int> ReplayAsync(string? destination, long? id, CancellationToken cancellationToken)
    {
        var replayed = await store.ReplayAsync(destination, id, cancellationToken);
        if (replayed > 0)
        {
            logger.Replayed(replayed, destination, id);
            bell.Ring();
        }

        return replayed;
    }

    private static string? DestinationOf(HttpContext context) =>
        context.Request.Query["destination"].ToString() is { Length: > 0 and <= TextLengths.Name } name ? name : null;

    private static long? IdOf(HttpContext context) => TryReadId(context.GetRouteValue("id") as string, out var id) ? id : null;

    private static bool TryReadId(string? text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id);

    private static async Task AnswerAsync(HttpContext context, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (StorageUnavailableException)
        {
            context.Response.Headers.RetryAfter = "5";
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, Unavailable);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, OutboxError error) =>
        WriteAsync(context, status, new OutboxErrorDocument(error), OutboxJsonContext.Wire.OutboxErrorDocument);

    private static async Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
