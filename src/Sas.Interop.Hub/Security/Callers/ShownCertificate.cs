namespace Sas.Interop.Hub.Security.Callers;

/// <summary>A certificate as a caller showed it, over TLS or through a proxy.</summary>
/// <param name="Own">Its own certificate, in DER.</param>
/// <param name="Above">What it sent along, in DER.</param>
internal sealed record ShownCertificate(byte[] Own, IReadOnlyList<byte[]> Above)
{
    /// <summary>Most certificates that are taken of those sent along.</summary>
    public const int MostAbove = 10;

    /// <summary>Most bytes of one certificate.</summary>
    public const int LongestCertificate = 16 * 1024;
}
