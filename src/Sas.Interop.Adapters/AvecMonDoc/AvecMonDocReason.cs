using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>A reason for a visit.</summary>
internal sealed record AvecMonDocReason
{
    [JsonConverter(typeof(JsonIntegerConverter))]
    public int? Id { get; init; }

    [JsonConverter(typeof(JsonIdentifierConverter))]
    public string? Reason { get; init; }

    /// <summary><c>inOffice</c>, or how else the visit takes place.</summary>
    [JsonConverter(typeof(JsonIdentifierConverter))]
    public string? Type { get; init; }

    [JsonConverter(typeof(JsonBooleanConverter))]
    public bool Active { get; init; } = true;

    [JsonConverter(typeof(JsonBooleanConverter))]
    public bool Deleted { get; init; }

    [JsonConverter(typeof(JsonBooleanConverter))]
    public bool ShowOnlyDoctor { get; init; }
}
