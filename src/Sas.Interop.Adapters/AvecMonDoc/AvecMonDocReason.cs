using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>A reason for a visit.</summary>
internal sealed record AvecMonDocReason
{
    [JsonConverter(typeof(IntegerConverter))]
    public int? Id { get; init; }

    [JsonConverter(typeof(IdentifierConverter))]
    public string? Reason { get; init; }

    /// <summary><c>inOffice</c>, or how else the visit takes place.</summary>
    [JsonConverter(typeof(IdentifierConverter))]
    public string? Type { get; init; }

    // Settable, because the generated reader gives every init-only member a value and so would lose the default.
    [JsonConverter(typeof(FlagConverter))]
    public bool Active { get; set; } = true;

    [JsonConverter(typeof(FlagConverter))]
    public bool Deleted { get; init; }

    [JsonConverter(typeof(FlagConverter))]
    public bool ShowOnlyDoctor { get; init; }
}
