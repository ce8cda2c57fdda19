using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.AvecMonDoc;

/// <summary>A failure told inside a successful answer; its words are passed over.</summary>
internal sealed record AvecMonDocRefusal
{
    [JsonConverter(typeof(IntegerConverter))]
    public int? StatusCode { get; init; }
}
