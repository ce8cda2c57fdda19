using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>One time of a calendar day.</summary>
internal sealed record MapharmaTime
{
    [JsonConverter(typeof(JsonIdentifierConverter))]
    public string? Id { get; init; }

    /// <summary><c>HH:MM</c> at the pharmacy.</summary>
    public string? Time { get; init; }

    /// <summary>Places left at this time; null when the vendor does not say.</summary>
    [JsonPropertyName("places_dispo")]
    [JsonConverter(typeof(JsonIntegerConverter))]
    public int? Places { get; init; }
}
