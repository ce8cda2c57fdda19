using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Accounts of regulators and their way to the vendors (section <c>Hub:Regulators</c>).</summary>
internal sealed class RegulatorsOptions
{
    public const string Section = "Hub:Regulators";

    /// <summary>Accounts that are kept, those withdrawn included.</summary>
    [Range(1, 5_000_000)]
    public int MaxAccounts { get; set; } = 200_000;

    /// <summary>How long a delivery is tried after the account's last change.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "60.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often the hub looks for deliveries that are due, those of a hub that died included; what this hub writes is taken at once.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for one delivery, retries within the vendor's limits included.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan LongestDelivery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Deliveries under way at once at one vendor, within its <c>limits.concurrency</c>.</summary>
    [Range(1, 32)]
    public int Concurrency { get; set; } = 2;
}
