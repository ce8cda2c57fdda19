using System.ComponentModel.DataAnnotations;

using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>What <c>$validate</c> judges by, and its bounds (section <c>Hub:Validation</c>).</summary>
internal sealed class ValidationOptions
{
    public const string Section = "Hub:Validation";

    /// <summary>Path of the official package, a folder with its JSON files or a <c>.tgz</c>; null judges by the hub's own definitions alone.</summary>
    [StringLength(1_000, MinimumLength = 1, ErrorMessage = "Hub:Validation:Package must be 1 to 1000 characters.")]
    public string? Package { get; set; }

    /// <summary>Longest body in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Deepest nesting of objects and lists.</summary>
    [Range(8, ValidationRequest.DepthCeiling)]
    public int MaxDepth { get; set; } = 48;

    /// <summary>Most issues of one answer.</summary>
    [Range(1, 10_000)]
    public int MaxIssues { get; set; } = 200;

    /// <summary>Bodies read and judged at once; more are asked to come back.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 16;

    /// <summary>Bodies of one caller read and judged at once, so that no caller takes the places of all.</summary>
    [Range(1, 64)]
    public int ConcurrencyPerCaller { get; set; } = 2;

    /// <summary>Time for one body to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
