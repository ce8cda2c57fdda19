using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir;

/// <summary>Tells a caller everything that is wrong with a search at once.</summary>
internal static class QueryFaults
{
    /// <summary>Whether unknown parameters are faults (<c>Prefer: handling=strict</c>).</summary>
    public static bool IsStrict(HttpRequest request) =>
        request.Headers.TryGetValue("Prefer", out var prefer) && prefer.ToString().Contains("handling=strict", StringComparison.OrdinalIgnoreCase);

    public static Task WriteAsync(HttpContext context, IReadOnlyList<QueryFault> faults) =>
        FhirResponses.WriteAsync(context, StatusCodes.Status400BadRequest, ToOutcome(faults));

    private static OperationOutcome ToOutcome(IReadOnlyList<QueryFault> faults) => new()
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
