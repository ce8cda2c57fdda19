using System.Globalization;
using System.Text;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit.Reading;

/// <summary><c>/fhir/AuditEvent</c>, by GET, HEAD, or POST to <c>_search</c>, and <c>GET /fhir/AuditEvent/{id}</c>, for operators.</summary>
internal sealed class AuditReads(AuditStore store, BaseAddress baseAddress)
{
    public const string Id = "id";

    public async Task ReadAsync(HttpContext context)
    {
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await NotAcceptableAsync(context);
            return;
        }

        var row = long.TryParse((string?)context.GetRouteValue(Id), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? await store.FindAsync(number, context.RequestAborted) : null;
        await (row is null
            ? FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, "There is no such record: it was never written, or was removed because of its age.")
            : WriteAsync(context, AuditDocument.Of(row)));
    }

    public Task GetAsync(HttpContext context) => SearchAsync(context, null);

    public Task PostAsync(HttpContext context) => SearchForm.SearchAsync(context, SearchAsync);

    private async Task SearchAsync(HttpContext context, string? form)
    {
        var query = AuditQuery.Read(context.Request, form);
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await NotAcceptableAsync(context);
        }
        else if (query.Faults.Count > 0)
        {
            await QueryFaults.WriteAsync(context, query.Faults);
        }
        else
        {
            // One more than is shown tells whether there is a next page.
            var rows = query.IsEmpty ? [] : await store.PageAsync(query.Filter, query.Before, query.Count + 1, context.RequestAborted);
            await WriteAsync(context, Page(context.Request, form, query, rows));
        }
    }

    private Bundle Page(HttpRequest request, string? form, AuditQuery query, List<AuditRow> rows)
    {
        using var scratch = new ByteScratch();
        baseAddress.WriteSelfLink(request, form, scratch);
        var self = Encoding.ASCII.GetString(scratch.Written);
        var shown = rows.Take(query.Count).ToList();
        List<BundleLink> links = [new BundleLink { Relation = "self", Url = self }];
        if (rows.Count > shown.Count)
        {
            links.Add(new BundleLink { Relation = "next", Url = Next(self, shown[^1].Number) });
        }

        return new Bundle
        {
            Id = Guid.NewGuid().ToString("D"),
            Type = "searchset",
            Link = links,
            Entry = shown.Count == 0 ? null : [.. shown.Select(row => new BundleEntry
            {
                FullUrl = string.Create(CultureInfo.InvariantCulture, $"{baseAddress.Of(request)}/{nameof(AuditEvent)}/{row.Number}"),
                Resource = AuditDocument.Of(row),
                Search = new BundleEntrySearch { Mode = "match" },
            })],
        };
    }

    private static string Next(string self, long last)
    {
        var parts = self.Split('?', 2);
        var kept = parts.Length < 2 ? [] : parts[1].Split('&').Where(static pair => pair.Length > 0 && !pair.StartsWith(AuditQuery.Cursor + "=", StringComparison.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"{parts[0]}?{string.Join('&', [.. kept, $"{AuditQuery.Cursor}={last}"])}");
    }

    private static Task NotAcceptableAsync(HttpContext context) =>
        FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");

    private static Task WriteAsync(HttpContext context, Resource resource)
    {
        context.Response.Headers.CacheControl = "no-store";
        return FhirResponses.WriteAsync(context, Contracts.Fhir.Json.FhirJson.ToUtf8(resource));
    }
}
