using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Persistence.WarmStart;

/// <summary>The snapshot of free slots on disk (section <c>Hub:WarmStart</c>).</summary>
internal sealed class WarmStartOptions
{
    public const string Section = "Hub:WarmStart";

    /// <summary>Whether the snapshot is written, and read at the start.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often it is written when something has changed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Longest file in bytes; a longer one is neither written nor read.</summary>
    [Range(1024L * 1024, 16L * 1024 * 1024 * 1024)]
    public long MaxBytes { get; set; } = 1024L * 1024 * 1024;
}
