using Sas.Interop.Contracts.Errors;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Fhir;

/// <summary>Gives every failure below the FHIR base an OperationOutcome, also those that the framework answers with a bare status.</summary>
internal sealed class FhirFaults(RequestDelegate next, ILogger<FhirFaults> logger)
{
    /// <summary>Value of <c>Retry-After</c> when the hub cannot do something now.</summary>
    public const string ComeBackInSeconds = "5";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(BaseAddress.Path, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await WriteStatusAsync(context, refused.StatusCode, refused.Message);
            return;
        }
        catch (StorageUnavailableException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.Headers.RetryAfter = ComeBackInSeconds;
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.StorageUnavailable, "The database cannot be used now. A change may or may not have been kept; send it again later, that is safe.");
            return;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // The caller left; there is nobody to answer.
        }
        catch (Exception failed) when (!context.Response.HasStarted)
        {
            // The edge of a request: the caller gets an outcome, the operator the whole story.
            logger.RequestCrashed(context.Request.Method, context.Request.Path, failed);
            context.Response.Clear();
            await FhirResponses.WriteErrorAsync(context, HubErrorCode.Internal, "The hub failed; the log tells why.");
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await WriteStatusAsync(context, context.Response.StatusCode, null);
        }
    }

    private static Task WriteStatusAsync(HttpContext context, int status, string? detail) => status switch
    {
        StatusCodes.Status404NotFound => FhirResponses.WriteErrorAsync(context, HubErrorCode.NotFound, $"Nothing is served at {Shown(context)}."),
        StatusCodes.Status405MethodNotAllowed => FhirResponses.WriteErrorAsync(
            context,
            HubErrorCode.MethodNotAllowed,
            $"{context.Request.Method} is not offered at {Shown(context)}."),
        StatusCodes.Status413PayloadTooLarge => FhirResponses.WriteErrorAsync(context, HubErrorCode.RequestTooLarge, detail ?? "The body is too large."),
        _ => FhirResponses.WriteAsync(context, status, OperationOutcome.Create("error", status < 500 ? "invalid" : "exception", detail ?? $"Status {status}.")),
    };

    private static string Shown(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        return path.Length <= 200 ? path : path[..200];
    }
}
