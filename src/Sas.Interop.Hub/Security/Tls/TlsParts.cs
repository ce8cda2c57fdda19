namespace Sas.Interop.Hub.Security.Tls;

/// <summary>The contents that trust is made of, as they were read from their references. Holds secrets; never logged.</summary>
internal sealed class TlsParts
{
    public const string ClientCertificate = "clientCertificate";
    public const string ClientKey = "clientKey";
    public const string ClientPfx = "clientPfx";
    public const string Passphrase = "passphrase";
    public const string AnchorList = "anchors";
    public const string PinList = "pins";
    public const string CrlList = "crls";
    public const string RevocationMode = "revocation";

    /// <summary>PEM: the client certificate first, then the authorities below the root.</summary>
    public byte[]? Certificate { get; init; }

    /// <summary>PEM; null when the key stands with the certificate.</summary>
    public byte[]? Key { get; init; }

    /// <summary>Certificate, key and authorities in one PKCS#12 file, instead of PEM.</summary>
    public byte[]? Pfx { get; init; }

    /// <summary>Of the key or of the PKCS#12 file.</summary>
    public string? Secret { get; init; }

    /// <summary>PEM files of authorities; none trusts those of the system.</summary>
    public IReadOnlyList<byte[]> Anchors { get; init; } = [];

    /// <summary>SHA-256 of public keys, in base64.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>Revocation lists, PEM or DER.</summary>
    public IReadOnlyList<byte[]> Crls { get; init; } = [];

    public Certificates.RevocationMode Revocation { get; init; }

    /// <summary>The name that the server's certificate must carry; null for the host of the address.</summary>
    public string? ServerName { get; init; }
}
