using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>The elements of one model type in the order of the specification, and the two loops that read and write them.</summary>
/// <typeparam name="T">The model type.</typeparam>
internal sealed class Shape<T> : IResourceShape, IOutlined
    where T : class
{
    private static readonly JsonEncodedText ResourceType = JsonEncodedText.Encode("resourceType");
    private readonly Func<T> _create;
    private readonly string? _resourceType;
    private readonly Accessor<T, IReadOnlyList<PrimitiveExtension>?> _siblings;
    private readonly Field<T>[] _fields;

    public Shape(Func<T> create, string? resourceType, Accessor<T, IReadOnlyList<PrimitiveExtension>?> siblings, IEnumerable<Field<T>> fields)
    {
        _create = create;
        _resourceType = resourceType;
        _siblings = siblings;
        _fields = [.. fields];

        // The frame keeps one bit a field.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_fields.Length, 64, nameof(fields));
    }

    public Type Type => typeof(T);

    public IEnumerable<ElementOutline> Outline => _fields.SelectMany(static one => one.Outline);

    /// <summary>A new owner without content.</summary>
    public T Create() => _create();

    public Resource? ReadResource(ref FhirReader reader) => Read(ref reader) as Resource;

    public void WriteResource(Utf8JsonWriter writer, Resource resource) => Write(writer, (T)(object)resource);

    /// <summary>Reads the object at the reader; null when it is none or nothing in it was kept.</summary>
    public T? Read(ref FhirReader reader)
    {
        if (reader.Token != JsonTokenType.StartObject)
        {
            reader.WrongType("an object");
            return null;
        }

        var owner = _create();
        var frame = default(ObjectFrame);
        var start = reader.Json.TokenStartIndex;
        while (reader.Next() && reader.Token == JsonTokenType.PropertyName)
        {
            ReadMember(ref reader, MemberNames.Unescape(ref reader), owner, ref frame);
        }

        if (!frame.HasMembers)
        {
            reader.Report(FhirIssueSeverity.Warning, FhirIssueRules.EmptyElement, "An empty object is treated as absent.", start);
        }

        Complete(ref reader, owner, ref frame);
        return frame.HasContent || _resourceType is not null ? owner : null;
    }

    /// <summary>Reads one member; the reader stands on its name and is left on the last token of its value.</summary>
    public void ReadMember(ref FhirReader reader, scoped ReadOnlySpan<byte> member, T owner, ref ObjectFrame frame)
    {
        frame.HasMembers = true;
        var isSibling = member.Length > 0 && member[0] == '_';
        var (index, name) = Find(isSibling ? member[1..] : member, frame.NextField);
        var isKnown = index >= 0 && (!isSibling || _fields[index].TakesSibling(name));
        if (!isKnown)
        {
            ReadOther(ref reader, member, ref frame);
            return;
        }

        frame.NextField = index;
        reader.State.Push(isSibling ? "_" + name : name);
        ref var seen = ref isSibling ? ref frame.SiblingsSeen : ref frame.Seen;
        var isStarted = reader.StepIn();
        if (isStarted && (seen & (1UL << index)) != 0)
        {
            reader.Error(FhirIssueRules.DuplicateElement, "The element was already given; the first is kept.");
            reader.Skip();
        }
        else if (isStarted)
        {
            seen |= 1UL << index;
            ReadValue(ref reader, _fields[index], owner, (name, isSibling), ref frame);
        }

        reader.State.Pop();
    }

    /// <summary>Sets what could only be known once all members were read.</summary>
    public void Complete(ref FhirReader reader, T owner, ref ObjectFrame frame)
    {
        if (frame.HasBlanks)
        {
            foreach (var field in _fields)
            {
                if (field.IsTextList)
                {
                    field.Settle(ref reader, owner, ref frame);
                }
            }
        }

        if (frame.Siblings is { Count: > 0 })
        {
            frame.HasContent = true;
            _siblings.Set(owner, [.. frame.Siblings]);
        }
    }

    public void Write(Utf8JsonWriter writer, T owner)
    {
        writer.WriteStartObject();
        if (_resourceType is not null)
        {
            writer.WriteString(ResourceType, _resourceType);
        }

        var siblings = _siblings.Get(owner);
        foreach (var field in _fields)
        {
            field.Write(writer, owner, siblings);
        }

        writer.WriteEndObject();
    }

    public bool HasContent(T owner)
    {
        if (_resourceType is not null)
        {
            return true;
        }

        foreach (var field in _fields)
        {
            if (field.HasContent(owner))
            {
                return true;
            }
        }

        return _siblings.Get(owner) is { } siblings && siblings.Any(ShapeOf<PrimitiveExtension>.Value.HasContent);
    }

    private static void ReadValue(ref FhirReader reader, Field<T> field, T owner, (string Name, bool IsSibling) member, ref ObjectFrame frame)
    {
        if (member.IsSibling)
        {
            field.ReadSibling(ref reader, member.Name, ref frame);
        }
        else
        {
            frame.HasContent |= field.Read(ref reader, owner, member.Name, ref frame);
        }
    }

    private void ReadOther(ref FhirReader reader, scoped ReadOnlySpan<byte> member, ref ObjectFrame frame)
    {
        var isType = _resourceType is not null && member.SequenceEqual("resourceType"u8);
        reader.State.Push(isType ? "resourceType" : MemberNames.Printable(member));
        if (reader.StepIn())
        {
            if (!isType)
            {
                reader.Warn(FhirIssueRules.UnknownElement, "The element is unknown here and was dropped.");
            }
            else if (frame.TypeSeen)
            {
                reader.Error(FhirIssueRules.DuplicateElement, "The element was already given; the first is kept.");
            }

            frame.TypeSeen |= isType;
            reader.Skip();
        }

        reader.State.Pop();
    }

    private (int Index, string Name) Find(scoped ReadOnlySpan<byte> member, int start)
    {
        for (var step = 0; step < _fields.Length; step++)
        {
            var index = (start + step) % _fields.Length;
            if (_fields[index].Match(member) is { } name)
            {
                return (index, name);
            }
        }

        return (-1, "");
    }
}
