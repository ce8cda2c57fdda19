using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir;

/// <summary>One value of an element that may have several types (<c>value[x]</c> and its kin), with its R4 type name.</summary>
public sealed record FhirValue
{
    private FhirValue(string type, object content)
    {
        Type = type;
        Content = content;
    }

    /// <summary>R4 type name: <c>string</c>, <c>dateTime</c>, <c>Reference</c> ...</summary>
    public string Type { get; }

    /// <summary>
    /// A string, bool, int, <see cref="FhirDecimal"/>, <see cref="FhirInstant"/>, <see cref="FhirDateTime"/>, <see cref="FhirDate"/>, <see cref="FhirTime"/>
    /// or a datatype record; an <see cref="OpaqueJson"/> for a datatype that is not modelled.
    /// </summary>
    public object Content { get; }

    /// <summary>A <c>string</c>.</summary>
    /// <param name="value">Not empty.</param>
    /// <returns>The value.</returns>
    public static FhirValue String(string value) => new("string", value);

    /// <summary>A <c>code</c>.</summary>
    /// <param name="value">Not empty, without outer blanks.</param>
    /// <returns>The value.</returns>
    public static FhirValue Code(string value) => new("code", value);

    /// <summary>A <c>uri</c>.</summary>
    /// <param name="value">Not empty, without blanks.</param>
    /// <returns>The value.</returns>
    public static FhirValue Uri(string value) => new("uri", value);

    /// <summary>A text of any string-like type: <c>id</c>, <c>url</c>, <c>canonical</c>, <c>markdown</c>, <c>oid</c>, <c>uuid</c>, <c>base64Binary</c> ...</summary>
    /// <param name="type">R4 type name.</param>
    /// <param name="value">Not empty.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException"><paramref name="type"/> is not a string-like type.</exception>
    public static FhirValue Text(string type, string value) => Checked(type, value);

    /// <summary>A <c>boolean</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static FhirValue Boolean(bool value) => new("boolean", value);

    /// <summary>An <c>integer</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static FhirValue Integer(int value) => new("integer", value);

    /// <summary>A <c>decimal</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static FhirValue Decimal(FhirDecimal value) => new("decimal", value);

    /// <summary>An <c>instant</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static FhirValue Instant(FhirInstant value) => new("instant", value);

    /// <summary>A <c>dateTime</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    public static FhirValue DateTime(FhirDateTime value) => new("dateTime", value);

    /// <summary>A datatype, under the name of its record: <c>Reference</c>, <c>CodeableConcept</c>, <c>Period</c> ...</summary>
    /// <param name="value">The datatype.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The record is a part of a resource, not a datatype.</exception>
    public static FhirValue Of(Element value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Checked(value.GetType().Name, value);
    }

    /// <summary>The content when it has the type asked for.</summary>
    /// <typeparam name="T">Type of content, such as <see cref="Reference"/> or <see cref="string"/>.</typeparam>
    /// <returns>The content; null when it is of another type.</returns>
    public T? As<T>()
        where T : class => Content as T;

    /// <summary>The R4 type name only: contents may be personal.</summary>
    /// <returns><see cref="Type"/>.</returns>
    public override string ToString() => Type;

    /// <summary>Makes a value of a type whose content is known to fit.</summary>
    internal static FhirValue Create(string type, object content) => new(type, content);

    private static FhirValue Checked(string type, object content) => ValueKinds.Find(type) is { } kind && kind.Takes(content)
        ? new FhirValue(type, content)
        : throw new ArgumentException($"'{content.GetType().Name}' is no content of the type '{type}'.", nameof(type));
}
