using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>A reason for a visit.</summary>
internal sealed record OrdoclicReason
{
    [JsonConverter(typeof(JsonIdentifierConverter))]
    public string? Id { get; init; }

    [JsonConverter(typeof(JsonIdentifierConverter))]
    public string? Name { get; init; }

    /// <summary>Minutes.</summary>
    [JsonConverter(typeof(JsonIntegerConverter))]
    public int? Duration { get; init; }

    [JsonConverter(typeof(JsonBooleanConverter))]
    public bool CanBookOnline { get; init; }

    [JsonConverter(typeof(JsonBooleanConverter))]
    public bool IsAcceptNewPatient { get; init; } = true;

    [JsonConverter(typeof(JsonBooleanConverter))]
    public bool IsTcsMode { get; init; }

    /// <summary>The only professional concerned; an all-zero identifier means the whole entity.</summary>
    [JsonConverter(typeof(JsonIdentifierConverter))]
    public string? ProfessionalId { get; init; }
}
