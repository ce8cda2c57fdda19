using System.Runtime.CompilerServices;
using System.Text;

using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The searches of the contract: <c>/fhir/Slot</c> and <c>/fhir/Schedule</c>, by GET, HEAD, or POST to <c>_search</c>.</summary>
internal sealed class SearchEndpoints(SearchAnswers answers, BaseAddress baseAddress, IOwnerRefresher refresher, SearchClock clock, IOptions<SearchOptions> options)
{
    public Task SearchSlotsAsync(HttpContext context) => SearchAsync(context, SearchKind.Slot, null);

    public Task SearchSchedulesAsync(HttpContext context) => SearchAsync(context, SearchKind.Schedule, null);

    public Task PostSlotsAsync(HttpContext context) => PostAsync(context, SearchKind.Slot);

    public Task PostSchedulesAsync(HttpContext context) => PostAsync(context, SearchKind.Schedule);

    private async Task PostAsync(HttpContext context, SearchKind kind)
    {
        var form = await SearchForm.ReadAsync(context.Request, context.RequestAborted);
        if (form.IsSuccess)
        {
            await SearchAsync(context, kind, form.Value);
        }
        else
        {
            await FhirResponses.WriteErrorAsync(context, form.Error.Code, form.Error.Detail);
        }
    }

    private async Task SearchAsync(HttpContext context, SearchKind kind, string? form)
    {
        var started = clock.Time.GetTimestamp();
        var answer = answers.Rent();
        try
        {
            Read(answer.Query, context.Request, kind, form);
            if (!(answer.Query.Format ?? FhirNegotiation.IsAcceptedByHeader(context.Request)))
            {
                await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
                return;
            }

            if (answer.Query.Faults is { } faults)
            {
                clock.Refused(answer.Query.Flow, started);
                await FhirResponses.WriteAsync(context, StatusCodes.Status400BadRequest, ToOutcome(faults));
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
        if (ConditionalHeaders.MaxAge(context.Request) is { } wanted && options.Value.RefreshWithin > TimeSpan.Zero)
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
            ? NextPage(self.Written, survey.Reached)
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
        var strict = IsStrict(request);
        query.Clear(kind);
        SearchParser.Read(query, request.QueryString.Value, strict);
        if (form is not null)
        {
            SearchParser.Read(query, form, strict);
        }

        SearchParser.Complete(query);
    }

    /// <summary>The address of this page with another offset.</summary>
    private static string NextPage(ReadOnlySpan<byte> self, int offset)
    {
        var address = Encoding.ASCII.GetString(self);
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var kept = address[(query + 1)..].Split('&').Where(static pair => !pair.StartsWith("_offset=", StringComparison.OrdinalIgnoreCase));
        return $"{address[..query]}?{string.Join('&', kept)}&_offset={offset}";
    }

    private static bool IsStrict(HttpRequest request) =>
        request.Headers.TryGetValue("Prefer", out var prefer) && prefer.ToString().Contains("handling=strict", StringComparison.OrdinalIgnoreCase);

    private static OperationOutcome ToOutcome(List<QueryFault> faults) => new()
    {
        Issue =
        [
            .. faults.Select(static fault => new OperationOutcomeIssue
            {
                Severity = "error",
                Code = fault.IssueCode,
                Diagnostics = $"{fault.Parameter}: {fault.Message}",

                // R4 names a faulty HTTP parameter this way (OperationOutcome.issue.location).
                Location = [$"http.{fault.Parameter}"],
            }),
        ],
    };
}
