using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>The <c>options</c> of a <c>valwin</c> vendor; all may be left out.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed class ValwinOptions
{
    /// <summary>How long the national list is used again; short by default, because the list itself says who has slots.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan CatalogueTtl { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Length of a slot whose end the vendor does not tell, in minutes.</summary>
    [Range(5, 240)]
    public int SlotMinutes { get; set; } = 15;

    /// <summary>Slots asked for in one page; the vendor may give fewer.</summary>
    [Range(10, 1000)]
    public int PageSize { get; set; } = 500;

    /// <summary>Pages read of one pharmacy in one pull.</summary>
    [Range(1, 500)]
    public int MaxPages { get; set; } = 50;

    /// <summary>Name of the query parameter with the page number, used when the vendor tells how many pages there are but not the next one's address.</summary>
    [Required]
    [RegularExpression("[A-Za-z][A-Za-z0-9_]{0,31}")]
    public string PageParameter { get; set; } = "page";
}
