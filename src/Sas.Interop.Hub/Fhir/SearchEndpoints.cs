using System.Runtime.CompilerServices;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The searches of the contract: slots, and schedules of SOS Médecins, by GET, HEAD, or POST to <c>_search</c>.</summary>
/// <param name="answers">What is searched.</param>
/// <param name="baseAddress">Where the hub is.</param>
/// <param name="refresher">Asks vendors again for callers that want fresher data; null where nobody is asked for it.</param>
/// <param name="clock">The clock, and how long searches took.</param>
/// <param name="options">Settings.</param>
internal sealed class SearchEndpoints(SearchAnswers answers, BaseAddress baseAddress, IOwnerRefresher? refresher, SearchClock clock, IOptions<SearchOptions> options)
{
    public Task SearchSlotsAsync(HttpContext context) => SearchAsync(context, SearchKind.Slot, null);

    public Task PostSlotsAsync(HttpContext context) => SearchForm.SearchAsync(context, (_, form) => SearchAsync(context, SearchKind.Slot, form));

    /// <summary>Answers a search of which the body, if any, was read.</summary>
    public async Task SearchAsync(HttpContext context, SearchKind kind, string? form)
    {
        var started = clock.Time.GetTimestamp();
        var answer = answers.Rent();
        try
        {
            answer.Query.MaxIdentifiers = options.Value.MaxIdentifiers;
            Read(answer.Query, context.Request, kind, form);
            if (!(answer.Query.Format ?? FhirNegotiation.IsAcceptedByHeader(context.Request)))
            {
                await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
                return;
            }

            if (answer.Query.Faults is { } faults)
            {
                clock.Refused(answer.Query.Flow, started);
                await QueryFaults.WriteAsync(context, faults);
                return;
            }

            await AnswerAsync(context, answer, form);
            clock.Answered(answer, context.Response.StatusCode, started);
        }
        finally
        {
            answers.Return(answer);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AnswerAsync(HttpContext context, SearchAnswer answer, string? form)
    {
        DateTimeOffset? notBefore = null;
        if (refresher is not null && ConditionalHeaders.MaxAge(context.Request) is { } wanted && options.Value.RefreshWithin > TimeSpan.Zero)
        {
            // Judged by when the caller asked: even what comes at once is some milliseconds old when it is shown.
            notBefore = clock.Time.GetUtcNow() - wanted;
            await refresher.RefreshAsync(answer.Query.Owners.ToArray(), wanted, options.Value.RefreshWithin, context.RequestAborted);
        }

        var survey = answer.Survey;
        var now = clock.Time.GetUtcNow();
        var root = baseAddress.BytesOf(context.Request);
        survey.Run(answer.Query, root, now, notBefore);
        if (ConditionalHeaders.Write(context, survey, now))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var self = answer.SelfLink;
        self.Clear();
        baseAddress.WriteSelfLink(context.Request, form, self);
        var next = survey.Reached < survey.Total && !answer.Query.NumberOnly && answer.Query is { Flow: SlotFlow.Individual, PageSize: > 0 }
            ? PageLink.Next(self.Written, survey.Reached)
            : null;
        context.Response.ContentType = FhirResponses.ContentType;
        context.Response.ContentLength = answer.Prepare(self.Written, next);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.StartAsync(context.RequestAborted);
            await answer.WriteAsync(root, context.Response.BodyWriter, context.RequestAborted);
        }
    }

    private static void Read(SearchQuery query, HttpRequest request, SearchKind kind, string? form)
    {
        var strict = QueryFaults.IsStrict(request);
        query.Clear(kind);
        SearchParser.Read(query, request.QueryString.Value, strict);
        if (form is not null)
        {
            SearchParser.Read(query, form, strict);
        }

        SearchParser.Complete(query);
    }
}
