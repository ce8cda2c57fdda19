using System.Buffers;
using System.Text.Json;

using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security.Callers;

namespace Sas.Interop.Hub.Orientations;

/// <summary><c>/v1/orientations</c>: the record, listed, read one by one, and exported whole. A vendor finds its own only.</summary>
internal sealed class OrientationEndpoints(OrientationStore store, OrientationExport export, HeavyCalls heavy)
{
    /// <summary><c>GET /v1/orientations</c>.</summary>
    public async Task ListAsync(HttpContext context)
    {
        var query = OrientationQuery.Read(context.Request);
        query.Only(context.OnlyVendor());
        var format = query.Text("format") ?? "json";
        if (format is not ("json" or "csv" or "ndjson"))
        {
            query.Wrong<object?>("format", "Must be json, csv or ndjson.", null);
        }

        OrientationCursor? after = null;
        if (query.Text("after") is { } text)
        {
            after = OrientationCursor.TryParse(text, out var cursor) ? cursor : query.Wrong("after", "Must be the member 'next' of an earlier page.", (OrientationCursor?)null);
        }

        if (query.Error is { } error)
        {
            await ApiAnswers.WriteAsync(context, error);
        }
        else if (format == "json")
        {
            await PageAsync(context, query, after);
        }
        else
        {
            await heavy.RunAsync(context, () => export.WriteAsync(context, query.Filter, format == "csv"));
        }
    }

    /// <summary><c>GET /v1/orientations/{id}</c>.</summary>
    public async Task ReadAsync(HttpContext context)
    {
        if (context.GetRouteValue("id") is not string { Length: > 0 and <= 64 } id || await store.ReadAsync(id, context.OnlyVendor(), context.RequestAborted) is not { } history)
        {
            await ApiAnswers.WriteAsync(context, ApiError.NotFound);
            return;
        }

        await WriteAsync(context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("orientation");
            OrientationRecord.Write(json, history.Row);
            json.WriteStartArray("transitions");
            foreach (var step in history.Transitions)
            {
                json.WriteStartObject();
                json.WriteNumber("number", step.Number);
                json.WriteString("from", step.From);
                json.WriteString("to", step.To);
                json.WriteString("cause", step.Cause);
                json.WriteString("at", step.At);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Writes an answer that is made as it is written; it fits into memory.</summary>
    public static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            write(json);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = output.WrittenCount;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(output.WrittenMemory, context.RequestAborted);
        }
    }

    private async Task PageAsync(HttpContext context, OrientationQuery query, OrientationCursor? after)
    {
        // One more than asked for tells whether there is a next page.
        var rows = await store.PageAsync(query.Filter, after, query.Count + 1, context.RequestAborted);
        var shown = rows.Take(query.Count).ToList();
        await WriteAsync(context, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            foreach (var row in shown)
            {
                OrientationRecord.Write(json, row);
            }

            json.WriteEndArray();
            if (rows.Count > shown.Count)
            {
                json.WriteString("next", OrientationCursor.Of(shown[^1]).ToString());
            }

            json.WriteEndObject();
        });
    }
}
