using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>One entry of the national list.</summary>
internal sealed record ValwinPharmacy
{
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Id { get; init; }

    public ValwinAddress? Address { get; init; }

    public string? WebsiteUrl { get; init; }

    public bool? HasAvailableSlot { get; init; }

    public string? NextAvailableSlot { get; init; }

    /// <summary>Whether the list itself says that there is nothing to ask for (VENDORS §11: poll only those with a slot).</summary>
    [JsonIgnore]
    public bool SaysNone => HasAvailableSlot == false && string.IsNullOrWhiteSpace(NextAvailableSlot);
}
