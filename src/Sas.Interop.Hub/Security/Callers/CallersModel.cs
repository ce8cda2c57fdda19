using System.Collections.Concurrent;
using System.Security.Cryptography;

using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>What one good content of the file of callers, and of the files that it names, says. Immutable but for what it remembers of certificates.</summary>
internal sealed class CallersModel
{
    /// <summary>Most certificates whose verdict is remembered; beyond it all are forgotten and judged anew.</summary>
    public const int MostRemembered = 4_096;

    private readonly ConcurrentDictionary<string, CallerVerdict> _remembered = new(StringComparer.Ordinal);

    /// <summary>What the hub shows of itself; null when it does not listen on https.</summary>
    public ServerMaterial? Server { get; init; }

    public required TrustAnchors Trust { get; init; }

    /// <summary>Whose word on a certificate is taken; null when nobody's is.</summary>
    public ProxyRule? Proxy { get; init; }

    /// <summary>Whether the hub may also listen on plain HTTP on this machine.</summary>
    public bool LoopbackHttp { get; init; }

    public required IReadOnlyList<CallerRule> Callers { get; init; }

    /// <summary>The verdict on a certificate: one that still holds, or a new one.</summary>
    /// <returns>The verdict, and whether it is new.</returns>
    public (CallerVerdict Verdict, bool IsNew) Judge(ShownCertificate shown, TimeProvider time)
    {
        var key = KeyOf(shown);
        if (_remembered.TryGetValue(key, out var known) && time.GetUtcNow() < known.Until)
        {
            return (known, false);
        }

        var verdict = new CallerJudge(this, time).Judge(shown);
        if (_remembered.Count >= MostRemembered)
        {
            _remembered.Clear();
        }

        _remembered[key] = verdict;
        return (verdict, true);
    }

    // What is sent along belongs to the key: the same certificate may reach an anchor with it and not without.
    private static string KeyOf(ShownCertificate shown)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var certificate in shown.Above.Prepend(shown.Own))
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, certificate.Length);
            hash.AppendData(length);
            hash.AppendData(certificate);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
