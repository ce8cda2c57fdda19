using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir;
using Sas.Interop.Hub.Preferences;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Hosting;

/// <summary>Refusals below the FHIR base are OperationOutcomes, all others have the form of the platform's interface.</summary>
internal sealed class RefusalAnswers : IRefusalAnswers
{
    public Task WriteAsync(HttpContext context, HubError refusal)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (refusal.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds)):0}";
        }

        return context.Request.Path.StartsWithSegments(BaseAddress.Path, StringComparison.OrdinalIgnoreCase)
            ? FhirResponses.WriteErrorAsync(context, refusal.Code, refusal.Detail)
            : ApiAnswers.WriteAsync(context, new ApiError(FhirErrors.ToFhir(refusal.Code).Status, CodeOf(refusal.Code), refusal.Detail));
    }

    private static string CodeOf(HubErrorCode code) => code switch
    {
        HubErrorCode.CallerUnknown => "caller-unknown",
        HubErrorCode.CallerNotTrusted => "caller-not-trusted",
        HubErrorCode.CallerForbidden => "forbidden",
        HubErrorCode.StorageUnavailable => "storage-unavailable",
        HubErrorCode.CallerThrottled => "throttled",
        HubErrorCode.Busy => "busy",
        HubErrorCode.RequestTooLarge => "too-large",
        _ => "refused",
    };
}
