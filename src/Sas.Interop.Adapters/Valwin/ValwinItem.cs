using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>One bookable time as listed. <c>title</c> is not read: it labels the opening block and can contradict the types (VENDORS §11).</summary>
internal sealed record ValwinItem
{
    public string? Start { get; init; }

    public string? End { get; init; }

    [JsonConverter(typeof(IdentifierConverter))]
    public string? MeetingConfigurationId { get; init; }

    public IReadOnlyList<ValwinType?>? Types { get; init; }

    public string? WebsiteUrl { get; init; }
}
