using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>
/// Sums up resources in 64 bits, without the instants that they are as of: two answers that say the same have the same weak validator, whenever the vendor was heard.
/// </summary>
internal sealed class ContentTag : IDisposable
{
    private const int InstantLength = 29;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // Texts in a resource hold no bare quotation mark, so this stands for the element alone.
    private static ReadOnlySpan<byte> LastUpdated => "\"lastUpdated\":\""u8;

    public static ulong Of(ReadOnlySpan<byte> resource)
    {
        using var tag = new ContentTag();
        tag.Add(resource);
        return tag.Finish();
    }

    public void Add(ReadOnlySpan<byte> resource)
    {
        var at = resource.IndexOf(LastUpdated);
        if (at >= 0)
        {
            _hash.AppendData(resource[..at]);
            resource = resource[(at + LastUpdated.Length + InstantLength)..];
        }

        _hash.AppendData(resource);
    }

    public ulong Finish() => BinaryPrimitives.ReadUInt64BigEndian(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
