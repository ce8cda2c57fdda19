using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Polling;

/// <summary>Bounds on polling that hold for every vendor (section <c>Hub:Polling</c>). The rhythm of each vendor is in <c>adapters.json</c>.</summary>
internal sealed class PollingSettings
{
    public const string Section = "Hub:Polling";

    /// <summary>Longest time for one pull of a partition; a vendor polled often gets less: twice its <c>poll.every</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:30:00")]
    public TimeSpan LongestPull { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Most triggers of one vendor; with more owners, one trigger pulls several batches in turn.</summary>
    [Range(1, 1000)]
    public int TriggersPerVendor { get; set; } = 200;

    /// <summary>Most targets of one vendor that wait to be pulled again for callers who want fresher data; beyond it callers get what is there. 0 pulls nothing for callers.</summary>
    [Range(0, 10_000)]
    public int RefreshQueue { get; set; } = 250;

    /// <summary>Pulls for callers under way at once at one vendor, within its <c>limits.concurrency</c>, of which polls keep one where it is 2 or more.</summary>
    [Range(1, 16)]
    public int RefreshWidth { get; set; } = 2;

    /// <summary>Longest time for one pull for callers; it goes on when they have stopped waiting.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan LongestRefresh { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long cancelled polls may take to unwind when a vendor is changed or the hub stops.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:03")]
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(2);
}
