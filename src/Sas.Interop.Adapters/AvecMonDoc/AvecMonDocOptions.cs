using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>The <c>options</c> of a vendor that speaks <c>avecmondoc</c>; described in docs/dialects/avecmondoc.md.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class AvecMonDocOptions
{
    /// <summary>Root of the booking pages; the organization's slug is appended.</summary>
    [HttpAddress]
    public Uri BookingPage { get; set; } = new("https://patient.avecmondoc.com/fiche/structure/");

    /// <summary>How long organizations and reasons are used without asking again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Length of a slot whose end is missing, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>Most slot pages of one reason; each advances by six days or more.</summary>
    [Range(1, 60)]
    public int MaxPages { get; set; } = 10;

    /// <summary>Most reasons asked for one target.</summary>
    [Range(1, 200)]
    public int MaxReasons { get; set; } = 40;
}
