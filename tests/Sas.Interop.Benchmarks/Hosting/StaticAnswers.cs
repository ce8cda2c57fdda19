using System.Collections.Concurrent;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Sas.Interop.Benchmarks.Hosting;

/// <summary>
/// The reference that a search is compared with: bytes that are held in memory and written by the same Kestrel, before anything of the hub's pipeline runs.
/// <c>PUT /static/{n}</c> stores, <c>GET /static/{n}</c> answers.
/// </summary>
internal sealed class StaticAnswers
{
    private const string Path = "/static/";

    // In one piece, a large answer would make the pipe hold more buffers than it keeps for later.
    private const int Piece = 256 * 1024;
    private readonly ConcurrentDictionary<string, byte[]> _answers = new(StringComparer.Ordinal);

    public void Map(WebApplication application) => application.Use((context, next) =>
        context.Request.Path.Value is { } path && path.StartsWith(Path, StringComparison.Ordinal) ? AnswerAsync(context, path[Path.Length..]) : next(context));

    private async Task AnswerAsync(HttpContext context, string name)
    {
        if (HttpMethods.IsPut(context.Request.Method))
        {
            using var copy = new MemoryStream();
            await context.Request.Body.CopyToAsync(copy, context.RequestAborted);
            _answers[name] = copy.ToArray();
            return;
        }

        if (!_answers.TryGetValue(name, out var bytes))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/fhir+json; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        for (var from = 0; from < bytes.Length; from += Piece)
        {
            await context.Response.BodyWriter.WriteAsync(bytes.AsMemory(from, Math.Min(Piece, bytes.Length - from)), context.RequestAborted);
        }
    }
}
