using System.Diagnostics;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Spans of the hub's own work, beside those of the web server.</summary>
internal static class HubActivities
{
    public const string Name = "Sas.Interop.Hub";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Starts the span of one poll, also when nobody collects spans, so that its log lines share a trace id.</summary>
    public static Activity StartPoll(string vendorId, int partition) => Start("poll", vendorId).SetTag("poll.partition", partition);

    /// <summary>Starts the span of one pull for callers; it is no part of any caller's trace, because many may wait for it.</summary>
    public static Activity StartRefresh(string vendorId) => Start("refresh", vendorId);

    private static Activity Start(string name, string vendorId)
    {
        // A poll begins its own trace, whatever reload or timer happened to ask for it.
        Activity.Current = null;
        var activity = Source.StartActivity(name) ?? new Activity(name).Start();
        return activity.SetTag("vendor.id", vendorId);
    }
}
