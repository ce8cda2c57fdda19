namespace Sas.Interop.Adapters.Json;

/// <summary>
/// Reads plain objects that come one after the other with few differences, such as the slots of an answer: what stands there byte for byte as in an object
/// before is recognized without being read again. Gives up on what is not plain (<see cref="JsonGlance"/>) and on members named twice, leaving no trace.
/// Learns as it reads; one instance for one answer, or for one vendor, not for two threads.
/// </summary>
/// <param name="wanted">Names of the members to find; a field is an index into them.</param>
internal sealed class ObjectPattern(params byte[][] wanted)
{
    private const int MostMembers = 64;
    private readonly List<PatternMember> _members = [];
    private readonly List<PatternValue> _others = [];
    private readonly PatternValue[] _values = new PatternValue[wanted.Length];

    /// <summary>Members of the last object that are not wanted.</summary>
    public IReadOnlyList<PatternValue> Others => _others;

    /// <summary>The value of a wanted member of the last object; its length is 0 when there is none.</summary>
    public ref PatternValue this[int field] => ref _values[field];

    /// <summary>Reads one object from its opening brace on.</summary>
    /// <returns>False when it is not plain or not whole; what was read so far must then be passed over.</returns>
    public bool TryRead(ref JsonGlance text)
    {
        Array.Clear(_values);
        _others.Clear();
        return text.TryStep((byte)'{') && (text.TryStep((byte)'}') || (text.TrySkipBlanks() && TryMembers(ref text)));
    }

    /// <summary>Reads what is left of an object whose first members were read: at least one more, from its name on.</summary>
    /// <returns>As <see cref="TryRead"/>.</returns>
    public bool TryReadRest(ref JsonGlance text)
    {
        Array.Clear(_values);
        _others.Clear();
        return TryMembers(ref text);
    }

    private bool TryMembers(ref JsonGlance text)
    {
        for (var expected = 0; ;)
        {
            if (!TryMember(ref text, ref expected) || !text.TryGoOn((byte)'}', out var isClosed))
            {
                return false;
            }

            if (isClosed)
            {
                return true;
            }
        }
    }

    private bool TryMember(ref JsonGlance text, ref int expected)
    {
        var nameAt = text.At;
        var member = Find(text.Rest, ref expected) ?? Learn(ref text, nameAt, ref expected);
        if (member is null)
        {
            return false;
        }

        var start = nameAt + member.Head.Length;
        text.At = start;
        var memory = member.Recall(text.Rest);
        if (memory is not null)
        {
            text.At += memory.Raw.Length;
        }
        else if (!text.TrySkipValue())
        {
            return false;
        }
        else
        {
            memory = member.Keep(text.Between(start, text.At));
        }

        return Enter(member, new PatternValue(start, text.At - start, member, memory));
    }

    private bool Enter(PatternMember member, PatternValue value)
    {
        if (member.Field < 0)
        {
            _others.Add(value);
            return true;
        }

        if (_values[member.Field].Length > 0)
        {
            return false;
        }

        _values[member.Field] = value;
        return true;
    }

    /// <summary>The member that stands here, looked for where it stood in the object before.</summary>
    private PatternMember? Find(ReadOnlySpan<byte> rest, ref int expected)
    {
        for (var step = 0; step < _members.Count; step++)
        {
            var index = expected + step;
            index -= index < _members.Count ? 0 : _members.Count;
            if (rest.StartsWith(_members[index].Head))
            {
                expected = index + 1 == _members.Count ? 0 : index + 1;
                return _members[index];
            }
        }

        return null;
    }

    private PatternMember? Learn(ref JsonGlance text, int nameAt, ref int expected)
    {
        if (!text.TryName(out var name))
        {
            return null;
        }

        var member = new PatternMember(text.Between(nameAt, text.At).ToArray(), name.ToArray(), FieldOf(name));
        if (_members.Count < MostMembers)
        {
            expected = Math.Min(expected, _members.Count);
            _members.Insert(expected, member);
            expected++;
        }

        return member;
    }

    private int FieldOf(ReadOnlySpan<byte> name)
    {
        for (var field = 0; field < wanted.Length; field++)
        {
            if (name.SequenceEqual(wanted[field]))
            {
                return field;
            }
        }

        return -1;
    }
}
