using System.Text.Json.Serialization;

namespace Sas.Interop.Adapters.Json;

/// <summary>An identifier that a vendor writes as number or as text; empty where it wrote null.</summary>
/// <param name="Value">The trimmed text.</param>
[JsonConverter(typeof(VendorIdConverter))]
internal readonly record struct VendorId(string Value)
{
    public bool IsEmpty => string.IsNullOrEmpty(Value);

    public override string ToString() => Value ?? string.Empty;
}
