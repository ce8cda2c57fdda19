using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>An element that occurs at most once.</summary>
internal sealed class SingleField<T, TValue>(Accessor<T, TValue?> accessor, Codec<TValue> codec) : Field<T>(accessor.Name)
    where T : class
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(accessor.Name);
    private readonly JsonEncodedText _sibling = JsonEncodedText.Encode("_" + accessor.Name);

    public override IEnumerable<ElementOutline> Outline => [new(Name, Name, codec.TypeName, IsList: false)];

    public override bool TakesSibling(string member) => codec.IsPrimitive;

    public override bool Read(ref FhirReader reader, T owner, string member, ref ObjectFrame frame)
    {
        var value = SingleValue.Read(ref reader, codec);
        if (!codec.HasContent(value))
        {
            return false;
        }

        accessor.Set(owner, value);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, T owner, IReadOnlyList<PrimitiveExtension>? siblings)
    {
        var value = accessor.Get(owner);
        if (value is not null && codec.HasContent(value))
        {
            writer.WritePropertyName(_name);
            codec.Write(writer, value);
        }

        if (siblings is not null && codec.IsPrimitive)
        {
            SiblingReader.Write(writer, _sibling, SiblingReader.Find(siblings, Name, null));
        }
    }

    public override bool HasContent(T owner) => codec.HasContent(accessor.Get(owner));
}
