using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>One time for one product; the same time comes once for each product.</summary>
internal sealed record BimedocSlot
{
    [JsonPropertyName("vaccine_name")]
    public string? Product { get; init; }

    [JsonPropertyName("datetime")]
    public string? Start { get; init; }
}
