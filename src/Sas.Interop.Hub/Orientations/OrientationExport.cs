using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Orientations;

/// <summary>
/// Writes a whole result, however long, a page at a time: no more of it is in memory, and the database is not held open by a caller that reads slowly.
/// What is made after the export began is not in it.
/// </summary>
internal sealed class OrientationExport(OrientationStore store, TimeProvider time, ILogger<OrientationExport> logger)
{
    private const int PageLength = 500;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task WriteAsync(HttpContext context, OrientationFilter filter, bool isCsv)
    {
        var now = time.GetUtcNow();
        var bounded = filter.To is { } to && to < now ? filter : filter with { To = now };
        var output = context.Response.BodyWriter;
        var rows = await store.PageAsync(bounded, null, PageLength, context.RequestAborted);
        Head(context.Response, isCsv);
        if (isCsv)
        {
            var head = new StringBuilder();
            CsvText.AppendLine(head, OrientationColumns.Names);
            Write(output, head);
        }

        var written = 0;
        while (rows.Count > 0)
        {
            Write(output, rows, isCsv);
            written += rows.Count;
            var flushed = await output.FlushAsync(context.RequestAborted);
            if (flushed.IsCompleted || rows.Count < PageLength)
            {
                break;
            }

            // When the database fails now, the connection is cut: a half may not pass for the whole.
            rows = await store.PageAsync(bounded, OrientationCursor.Of(rows[^1]), PageLength, context.RequestAborted);
        }

        await output.FlushAsync(context.RequestAborted);
        logger.OrientationExportEnded(written);
    }

    private static void Head(HttpResponse response, bool isCsv)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = isCsv ? "text/csv; charset=utf-8; header=present" : "application/x-ndjson; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"orientations.{(isCsv ? "csv" : "ndjson")}\"";
        response.Headers.CacheControl = "no-store";
    }

    private static void Write(PipeWriter output, List<OrientationRow> rows, bool isCsv)
    {
        if (isCsv)
        {
            var lines = new StringBuilder();
            foreach (var row in rows)
            {
                CsvText.AppendLine(lines, OrientationColumns.Of(row));
            }

            Write(output, lines);
            return;
        }

        using var json = new Utf8JsonWriter(output);
        foreach (var row in rows)
        {
            OrientationRecord.Write(json, row);
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    private static void Write(PipeWriter output, StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            Utf8.GetBytes(chunk.Span, output);
        }
    }
}
