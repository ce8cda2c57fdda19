using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>The <c>options</c> of a vendor that speaks <c>mapharma</c>; described in docs/dialects/mapharma.md.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class MapharmaOptions
{
    /// <summary>Root of the booking pages, used for a campaign whose own link cannot be used.</summary>
    [HttpAddress]
    public Uri BookingPage { get; set; } = new("https://mapharma.net/");

    /// <summary>The <c>Referer</c> of every call.</summary>
    [HttpAddress]
    public Uri Referer { get; set; } = new("https://mapharma.net/");

    /// <summary>How long the national catalogue is used without asking again; short, because it holds the counts of free times.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Length of a slot when the distance between slots does not tell it, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>Most calendar pages of one campaign; each advances by six days.</summary>
    [Range(1, 60)]
    public int MaxPages { get; set; } = 10;
}
