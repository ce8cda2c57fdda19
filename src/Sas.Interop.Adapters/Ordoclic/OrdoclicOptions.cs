using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>The <c>options</c> of a vendor that speaks <c>ordoclic</c>; described in docs/dialects/ordoclic.md.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class OrdoclicOptions
{
    /// <summary>Root of the booking pages; the entity's slug is appended.</summary>
    [HttpAddress]
    public Uri BookingPage { get; set; } = new("https://app.ordoclic.fr/app/pharmacie/");

    /// <summary>How long profiles and reasons are used without asking again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Length of a slot for which neither the vendor nor the reason tells one, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>Most slot calls for one target: professionals times reasons.</summary>
    [Range(1, 500)]
    public int MaxCalls { get; set; } = 60;
}
