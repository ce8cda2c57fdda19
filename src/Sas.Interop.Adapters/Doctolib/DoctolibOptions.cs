using System.ComponentModel.DataAnnotations;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Doctolib;

/// <summary>The <c>options</c> of a vendor that speaks <c>doctolib</c>; see <c>docs/dialects/doctolib.md</c>.</summary>
/// <remarks>Settable, because a generated reader resets what is init-only and not given.</remarks>
internal sealed class DoctolibOptions
{
    /// <summary>Days asked in one slot request (<c>limit</c>).</summary>
    [Range(1, 15)]
    public int DaysPerRequest { get; set; } = 7;

    /// <summary>Slot requests for one motive and pull; a window that needs more is covered in part.</summary>
    [Range(1, 60)]
    public int MaxPages { get; set; } = 12;

    /// <summary>Motives asked for one target; further ones leave the snapshot incomplete.</summary>
    [Range(1, 200)]
    public int MaxMotives { get; set; } = 40;

    /// <summary>Length of a slot without an end on the wire, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>How long a profile is kept before it is read again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Value of <c>insurance_sector</c>.</summary>
    [Required]
    [RegularExpression("^[a-z_]{1,32}$")]
    public string InsuranceSector { get; set; } = "public";

    /// <summary>Value of <c>telehealth</c>; null leaves the parameter out. When true, the slots are teleconsultations.</summary>
    public bool? Telehealth { get; set; }

    /// <summary>Whether motives of one name are asked together, as the vendor's own site does.</summary>
    public bool GroupMotivesByName { get; set; }

    /// <summary>Reference motives (<c>ref_visit_motive_id</c>) to ask; empty asks all.</summary>
    [Required]
    [MaxLength(200)]
    public IReadOnlyList<long> ReferenceMotives { get; set; } = [];

    /// <summary>Root of the public pages that deep links lead to.</summary>
    [Required]
    [HttpAddress]
    public Uri PublicBaseUrl { get; set; } = new("https://www.doctolib.fr/");
}
