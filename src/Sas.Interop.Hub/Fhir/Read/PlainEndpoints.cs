using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>R4's own searches beside those of the contract, by GET, HEAD, or POST to <c>_search</c>.</summary>
internal sealed class PlainEndpoints(PlainSearch search, SearchEndpoints contract, BaseAddress baseAddress, TimeProvider time)
{
    public Task GetAsync(HttpContext context, ServedType type) => ChooseAsync(context, type, null);

    public Task PostAsync(HttpContext context, ServedType type) => SearchForm.SearchAsync(context, (_, form) => ChooseAsync(context, type, form));

    // Schedules are found by the search for SOS Médecins too; the parameters tell which one is meant.
    private Task ChooseAsync(HttpContext context, ServedType type, string? form) =>
        type != ServedType.Schedule || PlainParser.IsOfSchedules(context.Request.QueryString.Value, form)
            ? SearchAsync(context, type, form)
            : contract.SearchAsync(context, SearchKind.Schedule, form);

    private async Task SearchAsync(HttpContext context, ServedType type, string? form)
    {
        var strict = QueryFaults.IsStrict(context.Request);
        var query = new PlainQuery(type);
        PlainParser.Read(query, context.Request.QueryString.Value, strict);
        PlainParser.Read(query, form, strict);
        PlainParser.Complete(query);
        if (!(query.Format ?? FhirNegotiation.IsAcceptedByHeader(context.Request)))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
            return;
        }

        if (query.Faults.Count > 0)
        {
            await QueryFaults.WriteAsync(context, query.Faults);
            return;
        }

        await AnswerAsync(context, query, form);
    }

    private async Task AnswerAsync(HttpContext context, PlainQuery query, string? form)
    {
        var found = search.Find(query);
        IReadOnlyList<ShownResource> page = query.NumberOnly ? [] : [.. found.Skip(query.Offset).Take(query.PageSize ?? found.Count)];
        using var bundle = new PlainBundle(baseAddress.BytesOf(context.Request));
        using (var self = new ByteScratch())
        {
            baseAddress.WriteSelfLink(context.Request, form, self);
            var reached = query.Offset + page.Count;
            bundle.Open(found.Count, self.Written, page.Count > 0 && reached < found.Count ? PageLink.Next(self.Written, reached) : null);
        }

        foreach (var match in page)
        {
            bundle.Add(match, isMatch: true);
        }

        foreach (var included in PlainSearch.Follow(query, page))
        {
            bundle.Add(included, isMatch: false);
        }

        // What is no longer found leaves no time behind, so only the tag can tell a caller that nothing has changed.
        var validators = new Validators(bundle.Close(), DateTimeOffset.MinValue, page.Min(static shown => shown.Owner?.SeenAt));
        if (ConditionalHeaders.Write(context, validators, time.GetUtcNow()))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await FhirResponses.WriteAsync(context, bundle.Written);
    }
}
