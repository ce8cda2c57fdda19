using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Tests.Example;

/// <summary>The <c>options</c> of a vendor that speaks <c>acme</c>; all may be left out.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class AcmeOptions
{
    /// <summary>Length of a slot whose end the vendor does not tell, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>Value of <c>channel</c>, by which the vendor tells its callers apart.</summary>
    [Required]
    [StringLength(32, MinimumLength = 1)]
    public string Channel { get; set; } = "sas";
}
