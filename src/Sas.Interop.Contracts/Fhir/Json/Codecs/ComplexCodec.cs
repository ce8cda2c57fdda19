using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Shapes;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>A datatype or a part of a resource, by its shape. The shape is looked up at use, since shapes refer to each other in circles.</summary>
internal sealed class ComplexCodec<TValue> : Codec<TValue>
    where TValue : Element
{
    public static ComplexCodec<TValue> Instance { get; } = new();

    public override string TypeName => typeof(TValue).Name;

    public override TValue? Read(ref FhirReader reader) => ShapeOf<TValue>.Value.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, TValue value) => ShapeOf<TValue>.Value.Write(writer, value);

    public override bool HasContent(TValue? value) => value is not null && ShapeOf<TValue>.Value.HasContent(value);
}
