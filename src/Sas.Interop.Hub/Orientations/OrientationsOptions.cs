using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Orientations;

/// <summary>Bounds of what is read of the record (section <c>Hub:Orientations</c>).</summary>
internal sealed class OrientationsOptions
{
    public const string Section = "Hub:Orientations";

    /// <summary>Exports and statistics under way at once; more are refused with 503.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 2;

    /// <summary>Longest span of statistics, in days.</summary>
    [Range(1, 3_660)]
    public int MaxDays { get; set; } = 366;
}
