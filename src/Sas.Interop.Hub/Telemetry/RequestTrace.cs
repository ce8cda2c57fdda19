using System.Diagnostics;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Gives each request a trace, the caller's own when it sent one, and tells the caller its id, which the log and the audit hold as well.</summary>
internal sealed class RequestTrace(RequestDelegate next)
{
    /// <summary>Header of answers (R4, "HTTP headers": assigned by the server in a response).</summary>
    public const string Header = "X-Request-Id";

    public Task InvokeAsync(HttpContext context)
    {
        if (Activity.Current is null)
        {
            return BeginAsync(context);
        }

        Tell(context);
        return next(context);
    }

    /// <summary>The web server makes no span when nobody listens for any and its own log is off.</summary>
    private async Task BeginAsync(HttpContext context)
    {
        using var activity = new Activity("request");
        if (ActivityContext.TryParse(context.Request.Headers[TraceContext.ParentHeader], context.Request.Headers[TraceContext.StateHeader], isRemote: true, out var parent))
        {
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
            activity.TraceStateString = parent.TraceState;
        }

        activity.Start();
        Tell(context);
        await next(context);
    }

    // Set when the answer begins: who gives failures their form clears what was set before.
    private static void Tell(HttpContext context) => context.Response.OnStarting(
        static state =>
        {
            var (response, id) = ((HttpResponse, string?))state;
            response.Headers[Header] = id;
            return Task.CompletedTask;
        },
        (context.Response, TraceContext.TraceId));
}
