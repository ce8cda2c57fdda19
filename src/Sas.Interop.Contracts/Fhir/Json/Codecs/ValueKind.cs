using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>One R4 type that an element with several types may have.</summary>
/// <param name="type">R4 type name.</param>
internal abstract class ValueKind(string type)
{
    public string Type { get; } = type;

    public abstract bool IsPrimitive { get; }

    /// <summary>The type to look up for its elements: that of this kind for a primitive, and otherwise that which its codec reads.</summary>
    public abstract string OutlinedType { get; }

    public abstract FhirValue? Read(ref FhirReader reader);

    public abstract void Write(Utf8JsonWriter writer, object content);

    public abstract bool HasContent(object content);

    /// <summary>Whether a content has the .NET type of this kind.</summary>
    public abstract bool Takes(object content);

    public static ValueKind Of<TValue>(string type, Codec<TValue> codec) => new Typed<TValue>(type, codec);

    private sealed class Typed<TValue>(string type, Codec<TValue> codec) : ValueKind(type)
    {
        public override bool IsPrimitive => codec.IsPrimitive;

        public override string OutlinedType => codec.IsPrimitive || codec.TypeName == ElementOutline.AnyType ? Type : codec.TypeName;

        public override FhirValue? Read(ref FhirReader reader) =>
            SingleValue.Read(ref reader, codec) is { } value && codec.HasContent(value) ? FhirValue.Create(Type, value) : null;

        public override void Write(Utf8JsonWriter writer, object content) => codec.Write(writer, (TValue)content);

        public override bool HasContent(object content) => content is TValue value && codec.HasContent(value);

        public override bool Takes(object content) => content is TValue;
    }
}
