using System.Text.Json;
using Sas.Interop.Contracts.Fhir.Json.Codecs;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>A primitive kept as a string that may occur several times. In the model a value that has only extensions is an empty text.</summary>
internal sealed class TextListField<T>(Accessor<T, IReadOnlyList<string>?> accessor, TextCodec codec) : Field<T>(accessor.Name)
    where T : class
{
    // Stands for a null until the siblings are known; told from every text that was read by being this very object.
    private static readonly string Unsettled = new('?', 1);

    private readonly JsonEncodedText _name = JsonEncodedText.Encode(accessor.Name);
    private readonly JsonEncodedText _sibling = JsonEncodedText.Encode("_" + accessor.Name);

    public override IEnumerable<ElementOutline> Outline => [new(Name, Name, codec.TypeName, IsList: true)];

    public override bool IsTextList => true;

    public override bool TakesSibling(string member) => true;

    public override bool Read(ref FhirReader reader, T owner, string member, ref ObjectFrame frame)
    {
        List<string> items = [];
        if (reader.Token == JsonTokenType.StartArray)
        {
            ReadItems(ref reader, items, ref frame);
        }
        else if (reader.Token == JsonTokenType.Null)
        {
            reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
        }
        else
        {
            reader.Warn(FhirIssueRules.Cardinality, "A list is due; the value was taken as its only item.");
            AddItem(items, codec.Read(ref reader), ref frame);
        }

        // Items that could not be read are empty texts until the end of the object settles them.
        accessor.Set(owner, items);
        return items.Exists(static text => text.Length > 0 && !ReferenceEquals(text, Unsettled));
    }

    public override void ReadSibling(ref FhirReader reader, string member, ref ObjectFrame frame)
    {
        frame.HasBlanks = true;
        SiblingReader.ReadMany(ref reader, member, ref frame);
    }

    public override void Settle(ref FhirReader reader, T owner, ref ObjectFrame frame)
    {
        var texts = accessor.Get(owner) ?? [];
        var siblings = ByIndex(frame.Siblings);
        var length = Math.Max(texts.Count, siblings.Count == 0 ? 0 : siblings.Keys.Max() + 1);
        List<string> kept = [];
        frame.Siblings?.RemoveAll(sibling => sibling.Name == Name);
        for (var index = 0; index < length; index++)
        {
            var isNull = index < texts.Count && ReferenceEquals(texts[index], Unsettled);
            var text = isNull || index >= texts.Count ? "" : texts[index];
            if (siblings.TryGetValue(index, out var sibling))
            {
                frame.Siblings!.Add(sibling with { Index = kept.Count }); // The sibling came from this list.
            }
            else if (text.Length == 0)
            {
                ReportNull(ref reader, isNull, index);
                continue;
            }

            kept.Add(text);
        }

        frame.HasContent |= kept.Count > 0;
        accessor.Set(owner, kept.Count == 0 ? null : kept);
    }

    public override void Write(Utf8JsonWriter writer, T owner, IReadOnlyList<PrimitiveExtension>? siblings)
    {
        var texts = accessor.Get(owner);
        if (texts is null or { Count: 0 })
        {
            return;
        }

        var siblingsByIndex = ByIndex(siblings);
        if (texts.Any(static text => !string.IsNullOrEmpty(text)))
        {
            WriteTexts(writer, texts, siblingsByIndex);
        }

        if (siblingsByIndex.Count > 0)
        {
            WriteSiblings(writer, texts, siblingsByIndex);
        }
    }

    public override bool HasContent(T owner) => accessor.Get(owner) is { } texts && texts.Any(static text => !string.IsNullOrEmpty(text));

    private void ReadItems(ref FhirReader reader, List<string> items, ref ObjectFrame frame)
    {
        var start = reader.Json.TokenStartIndex;
        var index = 0;
        for (; reader.Next() && reader.Token != JsonTokenType.EndArray; index++)
        {
            if (!reader.AdmitsItem(index))
            {
                return;
            }

            reader.State.SetIndex(index);
            AddItem(items, reader.Token == JsonTokenType.Null ? Unsettled : SingleValue.Read(ref reader, codec), ref frame);
            reader.State.SetIndex(-1);
        }

        if (index == 0)
        {
            reader.Report(FhirIssueSeverity.Warning, FhirIssueRules.EmptyElement, "An empty list is treated as absent.", start);
        }
    }

    private static void AddItem(List<string> items, string? text, ref ObjectFrame frame)
    {
        frame.HasBlanks |= string.IsNullOrEmpty(text) || ReferenceEquals(text, Unsettled);
        items.Add(text ?? "");
    }

    private void ReportNull(ref FhirReader reader, bool isNull, int index)
    {
        if (isNull)
        {
            reader.State.Push(Name);
            reader.State.SetIndex(index);
            reader.Warn(FhirIssueRules.EmptyElement, "A null is treated as absent.");
            reader.State.Pop();
        }
    }

    private Dictionary<int, PrimitiveExtension> ByIndex(IReadOnlyList<PrimitiveExtension>? siblings)
    {
        Dictionary<int, PrimitiveExtension> byIndex = [];
        foreach (var sibling in siblings ?? [])
        {
            if (sibling.Name == Name && sibling.Index is { } index && ShapeOf<PrimitiveExtension>.Value.HasContent(sibling))
            {
                byIndex.TryAdd(index, sibling);
            }
        }

        return byIndex;
    }

    private void WriteTexts(Utf8JsonWriter writer, IReadOnlyList<string> texts, Dictionary<int, PrimitiveExtension> siblings)
    {
        writer.WriteStartArray(_name);
        for (var index = 0; index < texts.Count; index++)
        {
            if (!string.IsNullOrEmpty(texts[index]))
            {
                codec.Write(writer, texts[index]);
            }
            else if (siblings.ContainsKey(index))
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    private void WriteSiblings(Utf8JsonWriter writer, IReadOnlyList<string> texts, Dictionary<int, PrimitiveExtension> siblings)
    {
        writer.WriteStartArray(_sibling);
        for (var index = 0; index < texts.Count; index++)
        {
            if (siblings.TryGetValue(index, out var sibling))
            {
                ShapeOf<PrimitiveExtension>.Value.Write(writer, sibling);
            }
            else if (!string.IsNullOrEmpty(texts[index]))
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }
}
