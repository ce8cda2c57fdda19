using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>A bookable service. Its id is the same for all pharmacies.</summary>
internal sealed record ValwinType
{
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Id { get; init; }

    public string? Label { get; init; }
}
