using System.ComponentModel.DataAnnotations;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Maiia;

/// <summary>The <c>options</c> of a vendor that speaks <c>maiia</c>; see <c>docs/dialects/maiia.md</c>.</summary>
/// <remarks>Settable, because a generated reader resets what is init-only and not given.</remarks>
internal sealed class MaiiaOptions
{
    /// <summary>Items asked in one page (<c>limit</c> and <c>size</c>).</summary>
    [Range(10, 5000)]
    public int PageSize { get; set; } = 1000;

    /// <summary>Pages of one list; a longer list leaves the snapshot incomplete.</summary>
    [Range(1, 100)]
    public int MaxPages { get; set; } = 20;

    /// <summary>Reasons asked for one target; further ones leave the snapshot incomplete.</summary>
    [Range(1, 200)]
    public int MaxReasons { get; set; } = 40;

    /// <summary>Length of a slot without an end on the wire, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>How long the reasons of a center are kept before they are read again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Whether reasons are named by their id rather than by their name.</summary>
    public bool SelectById { get; set; }

    /// <summary>Whether the next date is asked for a reason without slots.</summary>
    public bool AskNextDate { get; set; } = true;

    /// <summary>Values of <c>patientLimitation</c> that are open to the patients of regulators; a reason without the field is open.</summary>
    [Required]
    [MinLength(1)]
    [MaxLength(20)]
    public IReadOnlyList<string> PatientLimitations { get; set; } = ["PUBLIC"];

    /// <summary>Root of the public pages that deep links lead to.</summary>
    [Required]
    [HttpAddress]
    public Uri PublicBaseUrl { get; set; } = new("https://www.maiia.com/");
}
