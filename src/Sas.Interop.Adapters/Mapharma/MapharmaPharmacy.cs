using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>A pharmacy of the national catalogue; what the adapter does not need is passed over.</summary>
internal sealed record MapharmaPharmacy
{
    public string? Url { get; init; }

    [JsonPropertyName("code_postal")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? PostalCode { get; init; }

    [JsonPropertyName("timezone")]
    public string? TimeZone { get; init; }

    [JsonPropertyName("campagnes")]
    public IReadOnlyList<MapharmaCampaign?>? Campaigns { get; init; }
}

/// <summary>A campaign of a pharmacy: an agenda open for some days, for one product or several, not a service.</summary>
internal sealed record MapharmaCampaign
{
    [JsonPropertyName("id_campagne")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Id { get; init; }

    /// <summary>The option; 0 is one like the others.</summary>
    [JsonPropertyName("id_type")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Option { get; init; }

    [JsonPropertyName("nom")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Name { get; init; }

    public string? Url { get; init; }

    /// <summary>Local time of the next free slot: a hint only.</summary>
    [JsonPropertyName("prochain_libre")]
    public string? NextFree { get; init; }

    [JsonPropertyName("total_libres")]
    [JsonConverter(typeof(IntegerConverter))]
    public int? TotalFree { get; init; }
}
