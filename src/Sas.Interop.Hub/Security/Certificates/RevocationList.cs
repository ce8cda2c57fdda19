using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>A revocation list as its file holds it. It tells nothing before <see cref="IsSignedBy"/> has said that it is the issuer's. Safe for many threads.</summary>
internal sealed class RevocationList
{
    private const int MostVerdicts = 64;
    private readonly ConcurrentDictionary<string, bool> _signers = new(StringComparer.Ordinal);

    /// <summary>The issuer's name, in DER.</summary>
    public required byte[] Issuer { get; init; }

    public required DateTimeOffset ThisUpdate { get; init; }

    public required DateTimeOffset NextUpdate { get; init; }

    /// <summary>Which certificates of the issuer it tells of.</summary>
    public required RevocationScope Scope { get; init; }

    /// <summary>In rising order.</summary>
    public required SerialNumber[] Serials { get; init; }

    /// <summary>The bytes that are signed.</summary>
    public required ReadOnlyMemory<byte> Signed { get; init; }

    public required ReadOnlyMemory<byte> Signature { get; init; }

    public required SignatureKind SignatureKind { get; init; }

    /// <summary>Common name of the issuer as it may stand in a log.</summary>
    public string IssuerName => PrintableText.Of(SubjectName.Read(Issuer)?.CommonName);

    public bool Lists(SerialNumber serial) => Array.BinarySearch(Serials, serial) >= 0;

    /// <summary>Whether the list is of this time: begun, and the next one not due.</summary>
    public bool IsCurrent(DateTimeOffset now) => now >= ThisUpdate && now < NextUpdate;

    /// <summary>Whether the list is that of this authority: by name and by signature.</summary>
    public bool IsSignedBy(X509Certificate2 authority)
    {
        if (!authority.SubjectName.RawData.AsSpan().SequenceEqual(Issuer))
        {
            return false;
        }

        var key = Convert.ToHexString(SHA256.HashData(authority.RawData));
        if (_signers.TryGetValue(key, out var known))
        {
            return known;
        }

        var signed = MaySignLists(authority) && SignatureKind.Verify(authority, Signed.Span, Signature.Span);
        if (_signers.Count < MostVerdicts)
        {
            _signers.TryAdd(key, signed);
        }

        return signed;
    }

    private static bool MaySignLists(X509Certificate2 authority) =>
        authority.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is not { } usage || usage.KeyUsages.HasFlag(X509KeyUsageFlags.CrlSign);
}
