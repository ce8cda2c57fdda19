using System.Collections.Frozen;

namespace Sas.Interop.Contracts.Fhir.Json.Codecs;

/// <summary>Every type that R4 allows in <c>value[x]</c>; datatypes that the subset does not model are kept as JSON.</summary>
internal static class ValueKinds
{
    private static readonly ValueKind[] Ordered =
    [
        ValueKind.Of("base64Binary", TextCodec.Base64),
        ValueKind.Of("boolean", BooleanCodec.Instance),
        ValueKind.Of("canonical", TextCodec.Uri),
        ValueKind.Of("code", TextCodec.Code),
        ValueKind.Of("date", Primitives.Date),
        ValueKind.Of("dateTime", Primitives.DateTime),
        ValueKind.Of("decimal", DecimalCodec.Instance),
        ValueKind.Of("id", TextCodec.Id),
        ValueKind.Of("instant", Primitives.Instant),
        ValueKind.Of("integer", IntegerCodec.Any),
        ValueKind.Of("markdown", TextCodec.Text),
        ValueKind.Of("oid", TextCodec.Uri),
        ValueKind.Of("positiveInt", IntegerCodec.Positive),
        ValueKind.Of("string", TextCodec.Text),
        ValueKind.Of("time", Primitives.Time),
        ValueKind.Of("unsignedInt", IntegerCodec.Unsigned),
        ValueKind.Of("uri", TextCodec.Uri),
        ValueKind.Of("url", TextCodec.Uri),
        ValueKind.Of("uuid", TextCodec.Uri),
        Complex<Address>(),
        Complex<Annotation>(),
        Complex<Attachment>(),
        Complex<CodeableConcept>(),
        Complex<Coding>(),
        Complex<ContactDetail>(),
        Complex<ContactPoint>(),
        Complex<HumanName>(),
        Complex<Identifier>(),
        Complex<Meta>(),
        Complex<Money>(),
        Complex<Period>(),
        Complex<Quantity>(),
        Complex<Range>(),
        Complex<Ratio>(),
        Complex<Reference>(),
        Complex<Signature>(),
        Complex<UsageContext>(),
        .. new[]
        {
            "Age", "Count", "Distance", "Duration",
        }.Select(static type => ValueKind.Of(type, ComplexCodec<Quantity>.Instance)),
        .. new[]
        {
            "Contributor", "DataRequirement", "Dosage", "Expression", "ParameterDefinition", "RelatedArtifact", "SampledData", "Timing", "TriggerDefinition",
        }.Select(static type => ValueKind.Of(type, OpaqueCodec.Instance)),
    ];

    private static readonly FrozenDictionary<string, ValueKind> ByType = Ordered.ToFrozenDictionary(static kind => kind.Type);

    /// <summary>The names of all types.</summary>
    public static IEnumerable<string> All => Ordered.Select(static kind => kind.Type);

    public static ValueKind? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>A type that the tables name.</summary>
    public static ValueKind Known(string type) => ByType[type];

    private static ValueKind Complex<TValue>()
        where TValue : Element => ValueKind.Of(typeof(TValue).Name, ComplexCodec<TValue>.Instance);
}
