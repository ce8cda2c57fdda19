using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>One center of the national list.</summary>
internal sealed record MesoignerCenter
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Id { get; init; }

    [JsonPropertyName("zipcode")]
    [JsonConverter(typeof(IdentifierConverter))]
    public string? PostalCode { get; init; }

    /// <summary>Such centers stay listed; they are reached by telephone.</summary>
    [JsonPropertyName("booking_disabled")]
    [JsonConverter(typeof(FlagConverter))]
    public bool BookingDisabled { get; init; }

    /// <summary>The booking page, on one of several domains.</summary>
    [JsonPropertyName("rdv_site_web")]
    public string? BookingPage { get; init; }
}
