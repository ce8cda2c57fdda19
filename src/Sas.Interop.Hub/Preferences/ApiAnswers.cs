using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Preferences;

/// <summary>Answers of the plain JSON interface of the platform.</summary>
internal static class ApiAnswers
{
    /// <summary>Everything of this interface is below it.</summary>
    public const string Path = "/v1";

    private const string ContentType = "application/json; charset=utf-8";
    private const string ComeBackInSeconds = "5";

    public static async Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    public static Task WriteAsync(HttpContext context, ApiError error)
    {
        AuditNotes.Refuse(context, error.Code);
        context.Response.Headers.CacheControl = "no-store";
        if (error.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = ComeBackInSeconds;
        }

        var document = new ApiErrorDocument(new ApiErrorBody(error.Code, error.Message, error.Path, error.Faults));
        return WriteAsync(context, error.Status, document, PreferencesJsonContext.Wire.ApiErrorDocument);
    }
}
