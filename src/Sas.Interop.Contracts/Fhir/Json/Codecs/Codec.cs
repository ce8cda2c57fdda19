using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>How one FHIR type is read from and written to JSON.</summary>
/// <typeparam name="TValue">Its .NET type; a nullable one for primitives that are structs.</typeparam>
internal abstract class Codec<TValue>
{
    /// <summary>R4 name of the type.</summary>
    public abstract string TypeName { get; }

    /// <summary>Whether a <c>_name</c> sibling may carry extensions of a value of this type.</summary>
    public virtual bool IsPrimitive => false;

    /// <summary>Reads the value that begins at the reader's token and leaves the reader on its last token; null after an issue.</summary>
    public abstract TValue? Read(ref FhirReader reader);

    /// <summary>Writes a value that has content.</summary>
    public abstract void Write(Utf8JsonWriter writer, TValue value);

    /// <summary>Whether anything would be written.</summary>
    public abstract bool HasContent(TValue? value);
}
