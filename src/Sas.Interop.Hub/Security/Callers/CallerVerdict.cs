using Sas.Interop.Hub.Security.Certificates;

namespace Sas.Interop.Hub.Security.Callers;

/// <summary>Who a certificate stands for, or why for nobody.</summary>
/// <param name="Caller">The caller; null when it is refused.</param>
/// <param name="Fault">Why it is refused; null when it is not.</param>
/// <param name="Sentence">The same for the caller.</param>
/// <param name="Until">Until when the verdict holds.</param>
internal sealed record CallerVerdict(CallerIdentity? Caller, CertificateFault? Fault, string? Sentence, DateTimeOffset Until)
{
    /// <summary>Authorities of which no current revocation list is here, though that refuses nobody.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>The certificate as it may stand in a log.</summary>
    public CertificateFacts Facts { get; init; } = CertificateFacts.None;
}

/// <summary>What a log tells of a certificate.</summary>
/// <param name="Subject">Common name of the subject.</param>
/// <param name="Issuer">Common name of the issuer.</param>
/// <param name="Serial">Serial number, in hexadecimal.</param>
/// <param name="Thumbprint">SHA-256 of the certificate, in hexadecimal.</param>
internal sealed record CertificateFacts(string Subject, string Issuer, string Serial, string Thumbprint)
{
    public static CertificateFacts None { get; } = new("none", "none", "none", "none");
}
