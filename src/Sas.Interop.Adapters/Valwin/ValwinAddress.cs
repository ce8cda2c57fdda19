using System.Text.Json.Serialization;

using Sas.Interop.Adapters.Json;

namespace Sas.Interop.Adapters.Valwin;

/// <summary>What is read of a pharmacy's address: the postal code tells the time zone.</summary>
internal sealed record ValwinAddress
{
    [JsonConverter(typeof(IdentifierConverter))]
    public string? ZipCode { get; init; }
}
