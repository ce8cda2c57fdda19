using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Audit;

/// <summary>The audit (section <c>Hub:Audit</c>).</summary>
internal sealed class AuditOptions
{
    public const string Section = "Hub:Audit";

    /// <summary>How long records are kept.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3653.00:00:00")]
    public TimeSpan Keep { get; set; } = TimeSpan.FromDays(365);

    /// <summary>How often records that are too old are looked for.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a write waits for its record; it is answered 503 afterwards.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:01:00")]
    public TimeSpan KeepWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Most records in one transaction.</summary>
    [Range(1, 4_096)]
    public int Batch { get; set; } = 256;

    /// <summary>Refused calls that are alike become one record for so long.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RefusalWindow { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many kinds of refused calls are kept apart within a window; the others are counted by their status alone.</summary>
    [Range(1, 10_000)]
    public int RefusalKinds { get; set; } = 50;

    /// <summary>How often the end of the chain is written to the log.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan AnchorEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Reference to the key that seals records: <c>env:NAME</c> or <c>file:path</c>; none seals by hash alone.</summary>
    [StringLength(1_000, MinimumLength = 1)]
    public string? Key { get; set; }

    /// <summary>References to the keys that sealed earlier records.</summary>
    [MaxLength(16)]
    public IList<string> FormerKeys { get; } = [];
}
