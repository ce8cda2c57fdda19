using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Requests for care on the marketplaces of vendors (section <c>Hub:CareRequests</c>).</summary>
internal sealed class CareRequestsOptions
{
    public const string Section = "Hub:CareRequests";

    /// <summary>Whether answers of searches tell by a tag who can be asked.</summary>
    public bool ShownInSearches { get; set; } = true;

    /// <summary>How long the link of a request can be used.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan LinkFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a request waits for its appointment before it is closed as expired.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan OpenFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a vendor's word on who can be asked is good.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan EquippedFor { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a request waits for a vendor's word on whether the practitioner can be asked.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:10")]
    public TimeSpan AskWithin { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a request waits for the regulator's account at the vendor, and again for the vendor's page.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan VendorWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often requests that nobody answered are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(1);
}
