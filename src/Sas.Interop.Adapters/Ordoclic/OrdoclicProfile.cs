using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Ordoclic;

/// <summary>What the adapter keeps of a profile page. Names, addresses and numbers are passed over.</summary>
/// <param name="EntityId">The entity.</param>
/// <param name="Slug">Last segment of its booking page, or null.</param>
/// <param name="PostalCode">Its postal code, or null.</param>
/// <param name="Professionals">Its public professionals.</param>
/// <param name="TelephoneOnly">Whether its page offers no booking.</param>
internal sealed record OrdoclicProfile(string EntityId, string? Slug, string? PostalCode, IReadOnlyList<string> Professionals, bool TelephoneOnly);

/// <summary>A professional whom the profile lists.</summary>
internal sealed record OrdoclicProfessional
{
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Id { get; init; }
}

/// <summary>A labelled setting of a profile; only the booking settings have an option.</summary>
internal sealed record OrdoclicAttribute
{
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Label { get; init; }

    [JsonConverter(typeof(OrdoclicAttributeOptionConverter))]
    [JsonPropertyName("value")]
    public string? Option { get; init; }
}
