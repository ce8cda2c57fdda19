using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>Options of the <c>sas-fhir</c> dialect.</summary>
internal sealed class FhirStandardOptions
{
    /// <summary>How practitioners are asked for: <c>INT_R04</c> (with the services and structures of CPTS) or <c>INT_R01</c>.</summary>
    [Required]
    [AllowedValues("INT_R04", "INT_R01", ErrorMessage = "The field flow must be INT_R04 or INT_R01.")]
    public string Flow { get; set; } = "INT_R04";

    /// <summary>Value of the <c>Accept</c> header; both names of the format by default (D01).</summary>
    [Required]
    [StringLength(200, MinimumLength = 3)]
    [RegularExpression(@"[\x20-\x7E]+", ErrorMessage = "The field accept must be printable ASCII.")]
    public string Accept { get; set; } = "application/fhir+json, application/json+fhir;q=0.9, application/json;q=0.8";

    /// <summary>Sent as <c>_count</c>: how many matches a page may hold; not sent when null.</summary>
    [Range(1, 10_000)]
    public int? Count { get; set; }

    /// <summary>Pages read for one search, the first included.</summary>
    [Range(1, 100)]
    public int MaxPages { get; set; } = 20;
}
