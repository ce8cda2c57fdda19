using Sas.Interop.Hub.Security.Audit;
using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Audit.Calls;

/// <summary>Makes the entry of a call that has its answer.</summary>
internal static class CallEntry
{
    private static readonly string[] Methods =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete, HttpMethods.Patch, HttpMethods.Options, HttpMethods.Trace, HttpMethods.Connect];

    public static AuditEntry Of(HttpContext context, DateTimeOffset now, int status)
    {
        var caller = context.Caller();
        var notes = AuditNotes.Of(context);

        // A method is a word of the caller's choice.
        var method = Methods.FirstOrDefault(known => HttpMethods.Equals(known, context.Request.Method)) ?? "other";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? AuditEntry.NoRoute;
        return new AuditEntry(now, caller?.Id ?? AuditEntry.Unknown, method, route, status)
        {
            Interaction = CallRule.InteractionOf(method, route, CallRule.MayChange(context)),
            Roles = caller?.Roles.ToString(),
            VendorId = caller?.VendorId,
            Entity = status < StatusCodes.Status400BadRequest ? notes?.Entity ?? Located(context.Response.Headers.Location) : null,
            Refusal = status < StatusCodes.Status400BadRequest ? null : notes?.Refusal,
            TraceId = TraceContext.TraceId,
        };
    }

    /// <summary>The resource that an answer leads to: the last two parts of its address, without a version. An address of somebody else's server is none.</summary>
    private static string? Located(string? location)
    {
        if (location is null || !(Uri.TryCreate(location, UriKind.Absolute, out var address) || Uri.TryCreate(new Uri("http://hub/"), location, out address)))
        {
            return null;
        }

        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var place = Array.FindIndex(parts, static part => part is "fhir" or "v1");
        return place >= 0 && parts.Length > place + 2 ? $"{parts[place + 1]}/{parts[place + 2]}" : null;
    }
}
