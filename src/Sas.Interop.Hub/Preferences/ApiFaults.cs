using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Gives every failure below <see cref="ApiAnswers.Path"/> the documented body, also those that the framework answers with a bare status.</summary>
internal sealed class ApiFaults(RequestDelegate next, ILogger<ApiFaults> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(ApiAnswers.Path, StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // The caller left; there is nobody to answer.
        }
        catch (Exception failed) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await ApiAnswers.WriteAsync(context, OfFailure(context, failed));
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await ApiAnswers.WriteAsync(context, OfStatus(context.Response.StatusCode, null));
        }
    }

    private ApiError OfFailure(HttpContext context, Exception failed)
    {
        switch (failed)
        {
            case BadHttpRequestException refused:
                return OfStatus(refused.StatusCode, refused.Message);
            case StorageUnavailableException:
                return ApiError.StorageUnavailable;
            default:
                // The edge of a request: the caller gets a sentence, the operator the whole story.
                logger.PlatformRequestCrashed(context.Request.Method, context.GetEndpoint()?.DisplayName, failed);
                return ApiError.Internal;
        }
    }

    private static ApiError OfStatus(int status, string? detail) => status switch
    {
        StatusCodes.Status404NotFound => ApiError.NotFound,
        StatusCodes.Status405MethodNotAllowed => new ApiError(status, "method-not-allowed", "This method is not offered here; the header Allow lists those that are."),
        StatusCodes.Status408RequestTimeout => new ApiError(status, "timeout", "The body did not arrive in time; nothing was changed."),
        StatusCodes.Status413PayloadTooLarge => ApiError.TooLarge,
        _ => new ApiError(status, status < 500 ? "invalid" : "internal", detail ?? "The request cannot be served."),
    };
}
