using System.ComponentModel.DataAnnotations;

using Sas.Interop.Adapters.FhirStandard.CareRequests;

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

    /// <summary>Value of <see cref="CareRequestEquipped"/>: every practitioner whom the directory links to the vendor takes care requests.</summary>
    public const string EquippedByDirectory = "directory";

    /// <summary>Page for a request for care, with <c>{practitioner}</c> and, where it is wanted, <c>{place}</c> and <c>{request}</c>; null when the vendor has none.</summary>
    [CareRequestPage]
    public string? CareRequestPage { get; set; }

    /// <summary>Who takes care requests: all whom the directory links (<c>directory</c>), or those of whom the vendor says so (<c>ask</c>).</summary>
    [Required]
    [AllowedValues(EquippedByDirectory, "ask", ErrorMessage = "The field careRequestEquipped must be directory or ask.")]
    public string CareRequestEquipped { get; set; } = EquippedByDirectory;
}
