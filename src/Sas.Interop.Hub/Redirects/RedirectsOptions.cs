using System.ComponentModel.DataAnnotations;

namespace Sas.Interop.Hub.Redirects;

/// <summary>Links to the pages of vendors (section <c>Hub:Redirects</c>).</summary>
internal sealed class RedirectsOptions
{
    public const string Section = "Hub:Redirects";

    /// <summary>Value of <c>origin</c> in the vendor's address.</summary>
    [Required]
    [StringLength(64, MinimumLength = 1)]
    [RegularExpression("[A-Za-z0-9._~-]+", ErrorMessage = "Hub:Redirects:Origin may hold letters, digits, '.', '_', '~' and '-' only.")]
    public string Origin { get; set; } = "sas";

    /// <summary>Where the key that links are signed with is kept, <c>env:NAME</c> or <c>file:path</c>; null for one that the hub makes in its data folder.</summary>
    [StringLength(1_000, MinimumLength = 5)]
    public string? Key { get; set; }

    /// <summary>Where the key before this one is kept; links signed with it are still good.</summary>
    [StringLength(1_000, MinimumLength = 5)]
    public string? PreviousKey { get; set; }
}
