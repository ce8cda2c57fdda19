using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>An element of a complex type that may occur several times.</summary>
internal sealed class ListField<T, TValue>(Accessor<T, IReadOnlyList<TValue>?> accessor, Codec<TValue> codec) : Field<T>(accessor.Name)
    where T : class
    where TValue : class
{
    private readonly JsonEncodedText _name = JsonEncodedText.Encode(accessor.Name);

    public override IEnumerable<ElementOutline> Outline => [new(Name, Name, codec.TypeName, IsList: true)];

    public override bool TakesSibling(string member) => false;

    public override bool Read(ref FhirReader reader, T owner, string member, ref ObjectFrame frame)
    {
        var items = ReadItems(ref reader);
        if (items is null)
        {
            return false;
        }

        accessor.Set(owner, items);
        return true;
    }

    public override void Write(Utf8JsonWriter writer, T owner, IReadOnlyList<PrimitiveExtension>? siblings)
    {
        var items = accessor.Get(owner);
        var isOpen = false;
        for (var i = 0; i < items?.Count; i++)
        {
            if (!codec.HasContent(items[i]))
            {
                continue;
            }

            if (!isOpen)
            {
                writer.WriteStartArray(_name);
                isOpen = true;
            }

            codec.Write(writer, items[i]);
        }

        if (isOpen)
        {
            writer.WriteEndArray();
        }
    }

    public override bool HasContent(T owner)
    {
        var items = accessor.Get(owner);
        for (var i = 0; i < items?.Count; i++)
        {
            if (codec.HasContent(items[i]))
            {
                return true;
            }
        }

        return false;
    }

    private TValue[]? ReadItems(ref FhirReader reader)
    {
        if (reader.Token != JsonTokenType.StartArray)
        {
            if (reader.Token is JsonTokenType.Null)
            {
                reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
                return null;
            }

            reader.Warn(FhirIssueRules.Cardinality, "A list is due; the value was taken as its only item.");
            return codec.Read(ref reader) is { } only ? [only] : null;
        }

        var items = default(ItemBuffer<TValue>);
        var start = reader.Json.TokenStartIndex;
        var index = 0;
        for (; reader.Next() && reader.Token != JsonTokenType.EndArray; index++)
        {
            if (!reader.AdmitsItem(index))
            {
                return null;
            }

            ReadItem(ref reader, index, ref items);
        }

        if (index == 0)
        {
            reader.Report(FhirIssueSeverity.Warning, FhirIssueRules.EmptyElement, "An empty list is treated as absent.", start);
        }

        return items.ToArray();
    }

    private void ReadItem(ref FhirReader reader, int index, ref ItemBuffer<TValue> items)
    {
        reader.State.SetIndex(index);
        if (reader.Token == JsonTokenType.Null)
        {
            reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
        }
        else if (codec.Read(ref reader) is { } item)
        {
            items.Add(item);
        }

        reader.State.SetIndex(-1);
    }
}
