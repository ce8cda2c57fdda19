namespace Sas.Interop.Adapters.Json;

/// <summary>A member that objects of one pattern have, and some of the values that it had.</summary>
/// <param name="head">The name in its quotes and the colon, with the blanks around it, as they stand in the text.</param>
/// <param name="name">The name.</param>
/// <param name="field">Index among the wanted members, or -1.</param>
internal sealed class PatternMember(byte[] head, byte[] name, int field)
{
    private const int MostMemories = 8;
    private const int LongestMemory = 2048;
    private const int Patience = 64;
    private readonly List<PatternMemory> _memories = [];
    private int _last;
    private int _oldest;
    private int _misses;

    public byte[] Head { get; } = head;

    public byte[] Name { get; } = name;

    public int Field { get; } = field;

    /// <summary>The memory of the value that stands at the start of these bytes, or null. Numbers are taken for the beginning of longer ones only where a sign follows.</summary>
    public PatternMemory? Recall(ReadOnlySpan<byte> rest)
    {
        for (var step = 0; step < _memories.Count; step++)
        {
            var index = _last + step;
            index -= index < _memories.Count ? 0 : _memories.Count;
            var memory = _memories[index];
            if (rest.StartsWith(memory.Raw) && (memory.IsClosed || EndsHere(rest, memory.Raw.Length)))
            {
                _last = index;
                _misses = Math.Max(0, _misses - 4);
                return memory;
            }
        }

        return null;
    }

    /// <summary>Keeps a value for the next objects, unless it is too long or the member has another value in each object.</summary>
    public PatternMemory? Keep(ReadOnlySpan<byte> raw)
    {
        if (_misses >= Patience)
        {
            _memories.Clear();
            return null;
        }

        _misses++;
        if (raw.Length > LongestMemory)
        {
            return null;
        }

        var memory = new PatternMemory(raw.ToArray());
        if (_memories.Count < MostMemories)
        {
            _memories.Add(memory);
            return memory;
        }

        _memories[_oldest] = memory;
        _oldest = (_oldest + 1) % MostMemories;
        return memory;
    }

    private static bool EndsHere(ReadOnlySpan<byte> rest, int length) =>
        length < rest.Length && rest[length] is (byte)',' or (byte)'}' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
}
