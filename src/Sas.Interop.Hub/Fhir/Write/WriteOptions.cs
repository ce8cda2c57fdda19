using System.ComponentModel.DataAnnotations;

using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Hub.Fhir.Write;

/// <summary>Bounds of what platform and vendors write, one resource a request (section <c>Hub:Write</c>).</summary>
internal sealed class WriteOptions
{
    public const string Section = "Hub:Write";

    /// <summary>Longest body, in bytes.</summary>
    [Range(1_024, 1_048_576)]
    public int MaxBodyBytes { get; set; } = 65_536;

    /// <summary>Deepest nesting of objects and lists.</summary>
    [Range(8, FhirReadOptions.DepthCeiling)]
    public int MaxDepth { get; set; } = 32;

    /// <summary>How long a body may take to arrive.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Writes under way at once, waiting for the database included; more are refused with 503.</summary>
    [Range(1, 10_000)]
    public int Concurrency { get; set; } = 512;

    /// <summary>How long the answer to a request with an <c>Idempotency-Key</c> is kept for its repetitions.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan IdempotencyKeptFor { get; set; } = TimeSpan.FromDays(1);
}
