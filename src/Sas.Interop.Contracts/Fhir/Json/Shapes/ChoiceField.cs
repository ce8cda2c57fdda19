using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>An element that has one of several types, named in its JSON member: <c>valueString</c>, <c>valueReference</c>.</summary>
internal sealed class ChoiceField<T> : Field<T>
    where T : class
{
    private readonly Accessor<T, FhirValue?> _accessor;
    private readonly ChoiceOption[] _options;

    public ChoiceField(Accessor<T, FhirValue?> accessor, IEnumerable<string> types)
        : base(accessor.Name)
    {
        _accessor = accessor;
        _options = [.. types.Select(type => new ChoiceOption(accessor.Name, ValueKinds.Known(type)))];
    }

    public override IEnumerable<ElementOutline> Outline => _options.Select(option => new ElementOutline(Name, option.Name, option.Kind.OutlinedType, IsList: false));

    public override string? Match(ReadOnlySpan<byte> member)
    {
        foreach (var option in _options)
        {
            if (member.SequenceEqual(option.Utf8))
            {
                return option.Name;
            }
        }

        return null;
    }

    public override bool TakesSibling(string member) => Option(member).Kind.IsPrimitive;

    public override bool Read(ref FhirReader reader, T owner, string member, ref ObjectFrame frame)
    {
        if (Option(member).Kind.Read(ref reader) is not { } value)
        {
            return false;
        }

        _accessor.Set(owner, value);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, T owner, IReadOnlyList<PrimitiveExtension>? siblings)
    {
        var value = _accessor.Get(owner);
        foreach (var option in _options)
        {
            if (value is not null && option.Kind.Type == value.Type && option.Kind.HasContent(value.Content))
            {
                writer.WritePropertyName(option.Encoded);
                option.Kind.Write(writer, value.Content);
            }

            if (siblings is not null && option.Kind.IsPrimitive)
            {
                SiblingReader.Write(writer, option.EncodedSibling, SiblingReader.Find(siblings, option.Name, null));
            }
        }
    }

    public override bool HasContent(T owner) =>
        _accessor.Get(owner) is { } value && _options.Any(option => option.Kind.Type == value.Type && option.Kind.HasContent(value.Content));

    private ChoiceOption Option(string member) => _options.First(option => option.Name == member);
}
