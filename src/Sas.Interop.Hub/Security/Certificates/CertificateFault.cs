namespace Sas.Interop.Hub.Security.Certificates;

/// <summary>Why a certificate is not accepted; a closed list, told in logs and meters.</summary>
internal enum CertificateFault
{
    /// <summary>No certificate was shown.</summary>
    Missing,

    /// <summary>What was shown cannot be read as a certificate.</summary>
    Unreadable,

    /// <summary>The certificate was signed with its own key and is no anchor.</summary>
    SelfSigned,

    /// <summary>No chain leads to an anchor.</summary>
    Untrusted,

    /// <summary>A signature or a constraint of the chain does not hold.</summary>
    ChainBroken,

    /// <summary>The certificate, or one above it, has ended.</summary>
    Expired,

    /// <summary>The certificate, or one above it, does not hold yet.</summary>
    NotYetValid,

    /// <summary>The certificate is for another purpose.</summary>
    WrongUse,

    /// <summary>A key or a signature of the chain is too weak.</summary>
    Weak,

    /// <summary>The certificate, or one above it, is on a revocation list.</summary>
    Revoked,

    /// <summary>No current revocation list tells of the certificate, and one is needed.</summary>
    RevocationUnknown,

    /// <summary>The common name is not that of any caller.</summary>
    WrongCommonName,

    /// <summary>The organizational unit is not one that is expected of this common name.</summary>
    WrongUnit,

    /// <summary>The issuer is not one that is expected of this common name.</summary>
    WrongIssuer,

    /// <summary>The key is not one that is expected of this common name.</summary>
    WrongPin,

    /// <summary>The certificate fits several callers.</summary>
    Ambiguous,

    /// <summary>The certificate is one vendor's and the request names another.</summary>
    OtherVendor,
}
