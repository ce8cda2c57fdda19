using Sas.Interop.Hub.Security.Audit;

namespace Sas.Interop.Hub.Audit.Calls;

/// <summary>Which calls are audited: every one that may change something, and every other that is refused.</summary>
internal static class CallRule
{
    // Whoever probes the hub's health is told what it asked for, whatever the status.
    private const string Health = "/health";

    /// <summary>Whether the call may change something: its record is kept before its answer.</summary>
    public static bool MayChange(HttpContext context)
    {
        var method = context.Request.Method;
        return HttpMethods.IsGet(method) ? context.GetEndpoint()?.Metadata.GetMetadata<ChangesByReading>() is not null
            : !HttpMethods.IsHead(method) && !(HttpMethods.IsPost(method) && IsQuestion(context.Request.Path.Value));
    }

    /// <summary>Whether such a call has changed something, or may have.</summary>
    public static bool HasChanged(HttpContext context) => HttpMethods.IsGet(context.Request.Method)
        ? context.Response.StatusCode is >= 300 and < 400
        : context.Response.StatusCode < 400;

    /// <summary>Whether a call that changes nothing was refused. What it asked wrongly (400, 406), or what is not there (404, 405, 410), tells nothing of anybody.</summary>
    public static bool IsRefusedRead(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => true,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status414UriTooLong or StatusCodes.Status415UnsupportedMediaType => true,
        StatusCodes.Status422UnprocessableEntity or StatusCodes.Status429TooManyRequests or StatusCodes.Status431RequestHeaderFieldsTooLarge => true,
        >= 500 => !context.Request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Kind of interaction, as R4 names them.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="route">Pattern of the route.</param>
    /// <param name="mayChange">Whether the call may change something.</param>
    public static string InteractionOf(string method, string route, bool mayChange) =>
        !mayChange ? "read"
        : HttpMethods.IsPut(method) ? "update"
        : HttpMethods.IsDelete(method) ? "delete"
        : HttpMethods.IsPatch(method) ? "patch"
        : HttpMethods.IsPost(method) && route == "/fhir" ? "transaction"
        : HttpMethods.IsPost(method) && !route.Contains('$', StringComparison.Ordinal) && !route.EndsWith("/replay", StringComparison.Ordinal) ? "create"
        : "operation";

    private static bool IsQuestion(string? path) =>
        path is not null && (path.EndsWith("/_search", StringComparison.Ordinal) || path.EndsWith("/$validate", StringComparison.Ordinal));
}
