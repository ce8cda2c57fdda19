using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Limits;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Health for whoever runs the hub: is the process alive, and may traffic come.</summary>
internal static class HealthEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static IEndpointRouteBuilder MapTelemetryRoom(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/health/live", Methods, static (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.Json(new LiveReport("live"), HealthJsonContext.Default.LiveReport);
        }).ForAnybody().OfKind(WorkKind.Health);
        endpoints.MapMethods("/health/ready", Methods, static IResult (HttpContext context, ReadySources sources) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var report = ReadyReport.From(sources);
            return sources.Mode.Certificates && context.Caller()?.Roles.HasFlag(CallerRoles.Operator) != true
                ? TypedResults.Json(new ReadyBrief(report.Status), HealthJsonContext.Default.ReadyBrief, statusCode: report.StatusCode())
                : TypedResults.Json(report, HealthJsonContext.Default.ReadyReport, statusCode: report.StatusCode());
        }).ForAnybody().OfKind(WorkKind.Health);
        return endpoints;
    }
}
