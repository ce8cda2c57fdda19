using System.Numerics;
using System.Runtime.InteropServices;

namespace Sas.Interop.Adapters.Json;

/// <summary>Gives back what was made of the same bytes before. Holds a fixed number of short texts; a text that lands on another's place takes it.</summary>
/// <typeparam name="T">What is made of a text.</typeparam>
/// <param name="places">How many texts are kept, a power of two.</param>
internal sealed class ByteTable<T>(int places)
    where T : class
{
    private const int Longest = 512;
    private readonly (byte[] Key, T Value)[] _kept = new (byte[], T)[places];

    public T? Find(ReadOnlySpan<byte> key, out int place)
    {
        place = (int)(Hash(key) & (uint)(places - 1));
        ref var kept = ref _kept[place];
        return kept.Key is { } known && key.SequenceEqual(known) ? kept.Value : null;
    }

    /// <param name="key">The text.</param>
    /// <param name="place">Where <see cref="Find"/> looked for it.</param>
    /// <param name="value">What was made of it.</param>
    public void Keep(ReadOnlySpan<byte> key, int place, T value)
    {
        if (key.Length <= Longest)
        {
            _kept[place] = (key.ToArray(), value);
        }
    }

    private static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = (ulong)key.Length;
        for (; key.Length >= 8; key = key[8..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(key)) * 0x9E3779B97F4A7C15, 29);
        }

        foreach (var item in key)
        {
            hash = (hash ^ item) * 0x100000001B3;
        }

        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
