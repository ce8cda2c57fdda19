using System.Diagnostics;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>Spans of the hub's own work, beside those of the web server.</summary>
internal static class HubActivities
{
    public const string Name = "Sas.Interop.Hub";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Starts the span of one poll, also when nobody collects spans, so that its log lines share a trace id.</summary>
    public static Activity StartPoll(string vendorId, int partition)
    {
        // A poll begins its own trace, whatever reload or timer happened to ask for it.
        Activity.Current = null;
        var activity = Source.StartActivity("poll") ?? new Activity("poll").Start();
        return activity.SetTag("vendor.id", vendorId).SetTag("poll.partition", partition);
    }
}
