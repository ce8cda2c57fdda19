using System.Text;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir;

/// <summary><c>GET /fhir/Slot</c>.</summary>
internal sealed class SlotEndpoints(SlotSearch search, BaseAddress baseAddress)
{
    public async Task SearchAsync(HttpContext context)
    {
        if (!FhirNegotiation.IsAcceptable(context.Request))
        {
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestNotAcceptable, "Only FHIR JSON is served: application/fhir+json.");
            return;
        }

        using var query = SlotSearchParser.Parse(context.Request.QueryString.Value, IsStrict(context.Request));
        if (query.Faults is { } faults)
        {
            await FhirResponses.WriteAsync(context, StatusCodes.Status400BadRequest, ToOutcome(faults));
            return;
        }

        context.Response.ContentType = FhirResponses.ContentType;
        var frame = new BundleFrame(Guid.NewGuid(), Encoding.UTF8.GetBytes(baseAddress.Of(context.Request)), baseAddress.SelfLink(context.Request));
        await search.WriteAsync(query, frame, context.Response.BodyWriter, context.RequestAborted);
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
