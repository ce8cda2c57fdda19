using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>A reason for a visit.</summary>
internal sealed record OrdoclicReason
{
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Id { get; init; }

    [JsonConverter(typeof(IdentifierConverter))]
    public string? Name { get; init; }

    /// <summary>Minutes.</summary>
    [JsonConverter(typeof(IntegerConverter))]
    public int? Duration { get; init; }

    [JsonConverter(typeof(FlagConverter))]
    public bool CanBookOnline { get; init; }

    // Settable, because the generated reader gives every init-only member a value and so would lose the default.
    [JsonConverter(typeof(FlagConverter))]
    public bool IsAcceptNewPatient { get; set; } = true;

    [JsonConverter(typeof(FlagConverter))]
    public bool IsTcsMode { get; init; }

    /// <summary>The only professional concerned; an all-zero identifier means the whole entity.</summary>
    [JsonConverter(typeof(IdentifierConverter))]
    public string? ProfessionalId { get; init; }
}
