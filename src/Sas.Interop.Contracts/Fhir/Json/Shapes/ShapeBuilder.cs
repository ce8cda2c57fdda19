using System.Linq.Expressions;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Lists the elements of one type, in the order of the specification.</summary>
/// <typeparam name="T">The model type.</typeparam>
internal sealed class ShapeBuilder<T>(Func<T> create, string? resourceType, Accessor<T, IReadOnlyList<PrimitiveExtension>?> siblings)
    where T : class
{
    private readonly List<Field<T>> _fields = [];

    public Shape<T> Build() => new(create, resourceType, siblings, _fields);

    public ShapeBuilder<T> Text(Expression<Func<T, string?>> property) => Single(property, TextCodec.Text);

    public ShapeBuilder<T> Code(Expression<Func<T, string?>> property) => Single(property, TextCodec.Code);

    public ShapeBuilder<T> Id(Expression<Func<T, string?>> property) => Single(property, TextCodec.Id);

    public ShapeBuilder<T> Uri(Expression<Func<T, string?>> property) => Single(property, TextCodec.Uri);

    public ShapeBuilder<T> Base64(Expression<Func<T, string?>> property) => Single(property, TextCodec.Base64);

    public ShapeBuilder<T> Texts(Expression<Func<T, IReadOnlyList<string>?>> property) => Many(property, TextCodec.Text);

    public ShapeBuilder<T> Codes(Expression<Func<T, IReadOnlyList<string>?>> property) => Many(property, TextCodec.Code);

    public ShapeBuilder<T> Uris(Expression<Func<T, IReadOnlyList<string>?>> property) => Many(property, TextCodec.Uri);

    public ShapeBuilder<T> Boolean(Expression<Func<T, bool?>> property) => Single(property, BooleanCodec.Instance);

    public ShapeBuilder<T> Unsigned(Expression<Func<T, int?>> property) => Single(property, IntegerCodec.Unsigned);

    public ShapeBuilder<T> Positive(Expression<Func<T, int?>> property) => Single(property, IntegerCodec.Positive);

    public ShapeBuilder<T> Decimal(Expression<Func<T, FhirDecimal?>> property) => Single(property, DecimalCodec.Instance);

    public ShapeBuilder<T> Instant(Expression<Func<T, FhirInstant?>> property) => Single(property, Primitives.Instant);

    public ShapeBuilder<T> DateTime(Expression<Func<T, FhirDateTime?>> property) => Single(property, Primitives.DateTime);

    public ShapeBuilder<T> Date(Expression<Func<T, FhirDate?>> property) => Single(property, Primitives.Date);

    public ShapeBuilder<T> Time(Expression<Func<T, FhirTime?>> property) => Single(property, Primitives.Time);

    public ShapeBuilder<T> Resource(Expression<Func<T, Resource?>> property) => Single(property, ResourceCodec.Instance);

    public ShapeBuilder<T> Resources(Expression<Func<T, IReadOnlyList<Resource>?>> property) => Add(
        new ListField<T, Resource>(Accessor<T, IReadOnlyList<Resource>?>.To(property), ResourceCodec.Instance));

    public ShapeBuilder<T> One<TValue>(Expression<Func<T, TValue?>> property)
        where TValue : Element => Single(property, ComplexCodec<TValue>.Instance);

    public ShapeBuilder<T> Many<TValue>(Expression<Func<T, IReadOnlyList<TValue>?>> property)
        where TValue : Element => Add(
        new ListField<T, TValue>(Accessor<T, IReadOnlyList<TValue>?>.To(property), ComplexCodec<TValue>.Instance));

    public ShapeBuilder<T> Choice(Expression<Func<T, FhirValue?>> property, params IEnumerable<string> types) => Add(
        new ChoiceField<T>(Accessor<T, FhirValue?>.To(property), types));

    private ShapeBuilder<T> Single<TValue>(Expression<Func<T, TValue?>> property, Codec<TValue> codec) => Add(
        new SingleField<T, TValue>(Accessor<T, TValue?>.To(property), codec));

    private ShapeBuilder<T> Many(Expression<Func<T, IReadOnlyList<string>?>> property, TextCodec codec) => Add(
        new TextListField<T>(Accessor<T, IReadOnlyList<string>?>.To(property), codec));

    private ShapeBuilder<T> Add(Field<T> field)
    {
        _fields.Add(field);
        return this;
    }
}
