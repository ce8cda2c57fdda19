using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>One time of a calendar day.</summary>
internal sealed record MapharmaTime
{
    /// <summary><c>HH:MM</c> at the pharmacy.</summary>
    public string? Time { get; init; }

    /// <summary>Places left at this time; null when the vendor does not say.</summary>
    [JsonPropertyName("places_dispo")]
    [JsonConverter(typeof(IntegerConverter))]
    public int? Places { get; init; }
}
