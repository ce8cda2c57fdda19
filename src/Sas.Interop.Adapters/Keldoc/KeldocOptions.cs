using System.ComponentModel.DataAnnotations;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Keldoc;

/// <summary>The <c>options</c> of a vendor that speaks <c>keldoc</c>; see <c>docs/dialects/keldoc.md</c>.</summary>
/// <remarks>Settable, because a generated reader resets what is init-only and not given.</remarks>
internal sealed class KeldocOptions
{
    /// <summary>Root of the timetable calls; null uses the vendor's base address for all calls.</summary>
    [HttpAddress(Optional = true)]
    public Uri? TimetableBaseUrl { get; set; }

    /// <summary>Days asked in one timetable request.</summary>
    [Range(1, 21)]
    public int DaysPerRequest { get; set; } = 5;

    /// <summary>Timetable requests for one motive and pull; a window that needs more is covered in part.</summary>
    [Range(1, 60)]
    public int MaxPages { get; set; } = 12;

    /// <summary>Motives asked for one target; further ones leave the snapshot incomplete.</summary>
    [Range(1, 200)]
    public int MaxMotives { get; set; } = 40;

    /// <summary>Length of a slot, which the vendor never tells, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>Time after which no further call is made for one target.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan TargetTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long clinics, cabinets and motives are kept before they are read again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Root of the public pages that deep links lead to.</summary>
    [Required]
    [HttpAddress]
    public Uri PublicBaseUrl { get; set; } = new("https://vaccination-covid.keldoc.com/");
}
