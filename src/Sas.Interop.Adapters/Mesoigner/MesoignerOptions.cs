using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>The <c>options</c> of a <c>mesoigner</c> vendor; all may be left out.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class MesoignerOptions
{
    /// <summary>How long the national list is used again.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Length of a slot, which the vendor does not tell, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>Calls for one center in one pull; each covers as many days as the vendor likes.</summary>
    [Range(1, 60)]
    public int MaxPages { get; set; } = 8;
}
