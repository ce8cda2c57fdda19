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

    /// <summary>How long cancelled polls may take to unwind when a vendor is changed or the hub stops.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:03")]
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(2);
}
