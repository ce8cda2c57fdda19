using System.Text;

namespace Sas.Interop.Contracts.Fhir.Validation.Tree;

/// <summary>One string per distinct short text: names, systems and codes repeat in every entry.</summary>
internal sealed class TextPool
{
    private const int Size = 1024;
    private const int MaxLength = 96;
    private readonly string?[] _texts = new string?[Size];

    public string Take(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = default(HashCode);
        hash.AddBytes(utf8);
        ref var kept = ref _texts[hash.ToHashCode() & (Size - 1)];
        Span<byte> bytes = stackalloc byte[MaxLength * 3];
        if (kept is not null && Encoding.UTF8.TryGetBytes(kept, bytes, out var length) && bytes[..length].SequenceEqual(utf8))
        {
            return kept;
        }

        return kept = Encoding.UTF8.GetString(utf8);
    }
}
