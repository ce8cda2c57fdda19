using Microsoft.Net.Http.Headers;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Fhir.Search;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary><c>/fhir/ServiceRequest</c> for reading: one request, and searches.</summary>
internal sealed class CareRequestReads(CareRequestDesks desks, CareRequestAnswers answers, BaseAddress baseAddress)
{
    /// <summary><c>GET /fhir/ServiceRequest/{id}</c>.</summary>
    public Task ReadAsync(HttpContext context) => ServeAsync(context, async () =>
    {
        var id = context.Request.RouteValues["id"] as string ?? string.Empty;
        if (await desks.FindAsync(id, context.RequestAborted) is not { } row)
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, "No ServiceRequest of this id is kept.");
            return;
        }

        if (IsKnown(context.Request, row))
        {
            context.Response.Headers.ETag = CareRequestAnswers.TagOf(row.Version);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await answers.WriteAsync(context, row);
    });

    /// <summary><c>GET /fhir/ServiceRequest?…</c>.</summary>
    public Task GetAsync(HttpContext context) => SearchAsync(context, null);

    /// <summary><c>POST /fhir/ServiceRequest/_search</c>.</summary>
    public Task PostAsync(HttpContext context) => SearchForm.SearchAsync(context, SearchAsync);

    private Task SearchAsync(HttpContext context, string? form) => ServeAsync(context, async () =>
    {
        var search = CareRequestSearch.Read($"{context.Request.QueryString.Value}&{form}", QueryFaults.IsStrict(context.Request));
        if (search.Faults.Count > 0)
        {
            await QueryFaults.WriteAsync(context, search.Faults);
            return;
        }

        var rows = await desks.PageAsync(search, context.RequestAborted);
        var page = rows.Take(search.Count).ToList();
        context.Response.Headers.CacheControl = "no-store";
        await FhirResponses.WriteAsync(context, FhirJson.ToUtf8(ToBundle(context.Request, form, page, rows.Count > page.Count)));
    });

    private Bundle ToBundle(HttpRequest request, string? form, List<OrientationRow> page, bool hasMore)
    {
        using var self = new ByteScratch();
        baseAddress.WriteSelfLink(request, form, self);
        var address = System.Text.Encoding.ASCII.GetString(self.Written);
        return new Bundle
        {
            Type = "searchset",
            Link =
            [
                new BundleLink { Relation = "self", Url = address },
                .. hasMore ? [new BundleLink { Relation = "next", Url = Next(address, OrientationCursor.Of(page[^1])) }] : Array.Empty<BundleLink>(),
            ],
            Entry =
            [
                .. page.Select(row => new BundleEntry
                {
                    FullUrl = $"{answers.BaseOf(request)}/{nameof(ServiceRequest)}/{row.Id}",
                    Resource = answers.Documents.Of(row, link: null),
                    Search = new BundleEntrySearch { Mode = "match" },
                }),
            ],
        };
    }

    private static string Next(string address, OrientationCursor cursor)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var kept = query < 0 ? [] : address[(query + 1)..].Split('&').Where(static pair => pair.Length > 0 && !pair.StartsWith("_cursor=", StringComparison.Ordinal));
        return $"{(query < 0 ? address : address[..query])}?{string.Concat(kept.Select(static pair => pair + "&"))}_cursor={cursor}";
    }

    private static bool IsKnown(HttpRequest request, OrientationRow row) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known)
        && EntityTagHeaderValue.TryParse(CareRequestAnswers.TagOf(row.Version), out var mine)
        && known.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(mine, useStrongComparison: false));

    private static Task ServeAsync(HttpContext context, Func<Task> serve) => FhirNegotiation.IsAcceptable(context.Request)
        ? serve()
        : FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
}
