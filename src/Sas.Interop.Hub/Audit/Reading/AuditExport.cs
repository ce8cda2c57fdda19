using System.Buffers;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Persistence.Audit;
using Sas.Interop.Hub.Fhir;

namespace Sas.Interop.Hub.Audit.Reading;

/// <summary>
/// <c>GET /admin/audit.ndjson</c>: the whole audit, or the part between two dates, one AuditEvent a line in the order of the chain, and <c>GET /admin/audit</c>: where the chain begins and ends.
/// However much it is, no more than a page of it is in memory.
/// </summary>
internal sealed class AuditExport(AuditStore store, ILogger<AuditExport> logger)
{
    private const int PageLength = 500;

    public async Task ExportAsync(HttpContext context)
    {
        var query = new AuditQuery();
        query.TakeBounds(context.Request.Query["from"], context.Request.Query["to"]);
        if (query.Faults.Count > 0)
        {
            await QueryFaults.WriteAsync(context, query.Faults);
            return;
        }

        var last = (await store.EndsAsync(context.RequestAborted)).Last.Number;
        context.Response.ContentType = "application/fhir+ndjson; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"audit.ndjson\"";
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await WriteAsync(context, query.Filter, last);
        }
    }

    public async Task ShowAsync(HttpContext context)
    {
        var ends = await store.EndsAsync(context.RequestAborted);
        var verification = await store.LastAsync(AuditKinds.Verification, context.RequestAborted);
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("head", ends.Last.ToString());
            json.WriteNumber("count", ends.Last.Number - ends.Removed.Number);
            json.WriteNumber("first", ends.Removed.Number + 1);
            json.WriteString("removed", ends.Removed.ToString());
            if (verification is not null)
            {
                json.WriteStartObject("verification");
                json.WriteString("at", verification.At);
                json.WriteString("verdict", verification.Detail);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = output.WrittenCount;
        context.Response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(output.WrittenMemory, context.RequestAborted);
        }
    }

    private async Task WriteAsync(HttpContext context, AuditFilter filter, long last)
    {
        var output = context.Response.BodyWriter;
        var (after, written) = (0L, 0);
        while (after < last)
        {
            // When the database fails now, the connection is cut: a half may not pass for the whole.
            var rows = await store.ReadAsync(filter, after, PageLength, context.RequestAborted);
            foreach (var row in rows.Where(row => row.Number <= last))
            {
                output.Write(FhirJson.ToUtf8(AuditDocument.Of(row)));
                output.Write("\n"u8);
                written++;
            }

            var flushed = await output.FlushAsync(context.RequestAborted);
            after = rows.Count < PageLength || flushed.IsCompleted ? last : rows[^1].Number;
        }

        logger.Exported(written);
    }
}
