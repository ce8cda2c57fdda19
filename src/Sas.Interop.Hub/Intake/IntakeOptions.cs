using System.ComponentModel.DataAnnotations;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Hub.Intake;

/// <summary>Bounds of what vendors may push (section <c>Hub:Intake</c>).</summary>
internal sealed class IntakeOptions
{
    public const string Section = "Hub:Intake";

    /// <summary>Longest body in bytes, after decompression.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Most entries in one Bundle.</summary>
    [Range(1, 500_000)]
    public int MaxEntries { get; set; } = 50_000;

    /// <summary>Deepest nesting of objects and lists.</summary>
    [Range(8, FhirReadOptions.DepthCeiling)]
    public int MaxDepth { get; set; } = 32;

    /// <summary>What becomes of owners whom the directory links to other vendors and not to the one that pushes.</summary>
    [EnumDataType(typeof(UnlinkedOwners))]
    public UnlinkedOwners UnlinkedOwners { get; set; } = UnlinkedOwners.Accept;

    /// <summary>Pushes read at once over all vendors; more are asked to come back.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 32;

    /// <summary>Pushes of one vendor read at once, so that no vendor takes the places of all.</summary>
    [Range(1, 64)]
    public int ConcurrencyPerVendor { get; set; } = 2;

    /// <summary>Time for one body to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);
}
