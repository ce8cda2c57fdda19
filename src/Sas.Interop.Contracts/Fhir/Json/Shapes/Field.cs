using System.Text;
using System.Text.Json;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>One element of a type: how its JSON member is named, read into an owner, and written from it.</summary>
/// <typeparam name="T">The owner.</typeparam>
internal abstract class Field<T>(string name)
    where T : class
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(name);

    /// <summary>JSON name; for a choice the part before the type.</summary>
    public string Name { get; } = name;

    /// <summary>The JSON members of this field.</summary>
    public abstract IEnumerable<ElementOutline> Outline { get; }

    /// <summary>Whether a list of texts, whose nulls are settled at the end of the object.</summary>
    public virtual bool IsTextList => false;

    /// <summary>The full JSON name when the member belongs to this field; null otherwise.</summary>
    public virtual string? Match(ReadOnlySpan<byte> member) => member.SequenceEqual(_utf8) ? Name : null;

    /// <summary>Whether a member of this field may have a <c>_name</c> sibling.</summary>
    public abstract bool TakesSibling(string member);

    /// <summary>Reads the value at the reader into the owner; false when nothing was kept.</summary>
    public abstract bool Read(ref FhirReader reader, T owner, string member, ref ObjectFrame frame);

    /// <summary>Reads the value of a <c>_name</c> sibling.</summary>
    public virtual void ReadSibling(ref FhirReader reader, string member, ref ObjectFrame frame) => SiblingReader.ReadOne(ref reader, member, null, ref frame);

    /// <summary>Writes the member, and its sibling when there is one; nothing when both are empty.</summary>
    public abstract void Write(Utf8JsonWriter writer, T owner, IReadOnlyList<PrimitiveExtension>? siblings);

    public abstract bool HasContent(T owner);

    /// <summary>Settles the nulls of a list of texts with its siblings.</summary>
    public virtual void Settle(ref FhirReader reader, T owner, ref ObjectFrame frame)
    {
    }
}
