using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>The <c>options</c> of a <c>bimedoc</c> vendor; all may be left out.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class BimedocOptions
{
    /// <summary>How long the national list is used again; short by default, because a pharmacy that is not in it is taken to have no slot.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Length of a slot, which the vendor does not tell, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>What the <c>Z</c> of the vendor's times means; to be checked against the vendor's booking page (VENDORS §10).</summary>
    [EnumDataType(typeof(ZMeaning))]
    public ZMeaning ZMeans { get; set; } = ZMeaning.Utc;
}
