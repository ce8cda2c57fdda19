using System.Diagnostics;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Spans of the hub's own work, beside those of the web server.</summary>
internal static class HubActivities
{
    public const string Name = "Sas.Interop.Hub";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Starts the span of one poll, also when nobody collects spans, so that its log lines share a trace id.</summary>
    public static Activity StartPoll(string vendorId, int partition) => Start("poll", vendorId).SetTag("poll.partition", partition);

    /// <summary>Starts the span of one pull for callers. Many may wait for it: it goes on with the trace of the one who asked first.</summary>
    public static Activity StartRefresh(string vendorId, string? parent) => Start("refresh", vendorId, parent);

    /// <summary>Starts the span of a delivery, which goes on with the trace of the change that it tells of.</summary>
    public static Activity StartDelivery(string destination, string? parent) => Begin("delivery", parent).SetTag("delivery.destination", destination);

    private static Activity Start(string name, string vendorId, string? parent = null) => Begin(name, parent).SetTag("vendor.id", vendorId);

    private static Activity Begin(string name, string? parent)
    {
        // It has nothing to do with the trace of the reload or timer that happened to start it.
        Activity.Current = null;
        var known = ActivityContext.TryParse(parent, null, isRemote: true, out var context);
        var activity = known ? Source.StartActivity(name, ActivityKind.Internal, context) : Source.StartActivity(name);
        if (activity is not null)
        {
            return activity;
        }

        activity = new Activity(name);
        if (known)
        {
            activity.SetParentId(context.TraceId, context.SpanId, context.TraceFlags);
        }

        return activity.Start();
    }
}
