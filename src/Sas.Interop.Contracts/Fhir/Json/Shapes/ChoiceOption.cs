using System.Text;
using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>One type of a choice with the names of its members.</summary>
internal sealed class ChoiceOption
{
    public ChoiceOption(string prefix, ValueKind kind)
    {
        Kind = kind;
        Name = prefix + char.ToUpperInvariant(kind.Type[0]) + kind.Type[1..];
        Utf8 = Encoding.UTF8.GetBytes(Name);
        Encoded = JsonEncodedText.Encode(Name);
        EncodedSibling = JsonEncodedText.Encode("_" + Name);
    }

    public ValueKind Kind { get; }

    public string Name { get; }

    public byte[] Utf8 { get; }

    public JsonEncodedText Encoded { get; }

    public JsonEncodedText EncodedSibling { get; }
}
