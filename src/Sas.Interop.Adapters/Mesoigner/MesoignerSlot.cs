using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>One time as listed under its day.</summary>
internal sealed record MesoignerSlot
{
    [JsonPropertyName("slot_beginning")]
    public string? Beginning { get; init; }

    /// <summary>Product names; may be empty.</summary>
    [JsonPropertyName("available_vaccines")]
    public IReadOnlyList<string?>? Vaccines { get; init; }

    /// <summary>How many may still book this time: number or digits.</summary>
    [JsonPropertyName("number_of_slots")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Places { get; init; }
}
