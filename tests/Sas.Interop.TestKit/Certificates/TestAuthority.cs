using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sas.Interop.TestKit.Certificates;

/// <summary>An authority that lives as long as a test: it issues certificates, intermediate authorities and revocation lists. Not safe for several threads.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly Oid ServerUse = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid ClientUse = new("1.3.6.1.5.5.7.3.2");
    private readonly CertificateRevocationListBuilder _revoked = new();
    private readonly TimeProvider _time;
    private long _listNumber;

    private TestAuthority(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> above, TimeProvider time)
    {
        Certificate = certificate;
        Above = above;
        _time = time;
    }

    /// <summary>The authority's own certificate, with its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The authorities above this one, the nearest first; empty for a root.</summary>
    public IReadOnlyList<X509Certificate2> Above { get; }

    /// <summary>The certificate as PEM, as a file of anchors holds it.</summary>
    public string Pem => Certificate.ExportCertificatePem();

    /// <summary>A root authority.</summary>
    /// <param name="name">Its common name.</param>
    /// <param name="time">The clock; the system's when null, which is the one that TLS itself goes by.</param>
    public static TestAuthority Root(string name = "Test root", TimeProvider? time = null)
    {
        var clock = time ?? TimeProvider.System;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = clock.GetUtcNow();
        using var made = AuthorityRequest(name, key).CreateSelfSigned(now.AddDays(-3_650), now.AddDays(3_650));
        return new TestAuthority(Usable(made), [], clock);
    }

    /// <summary>A certificate that no authority signed but its own key.</summary>
    public static X509Certificate2 SelfSigned(CertificateWish wish)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = LeafRequest(wish, new CertificateRequest(NameOf(wish), key, HashAlgorithmName.SHA256)).CreateSelfSigned(now.AddDays(wish.FromDays), now.AddDays(wish.ToDays));
        return Usable(made);
    }

    /// <summary>An authority below this one.</summary>
    public TestAuthority Intermediate(string name = "Test intermediate")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = _time.GetUtcNow();
        using var bare = AuthorityRequest(name, key).Create(Certificate, now.AddDays(-3_000), now.AddDays(3_000), Serial());
        using var made = bare.CopyWithPrivateKey(key);
        return new TestAuthority(Usable(made), [Certificate, .. Above], _time);
    }

    /// <summary>A certificate with its key, signed by this authority.</summary>
    public X509Certificate2 Issue(CertificateWish wish)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Issue(wish, key);
    }

    /// <summary>A certificate of a key that is already there, so that a renewal may keep its key and pin.</summary>
    public X509Certificate2 Issue(CertificateWish wish, ECDsa key)
    {
        var now = _time.GetUtcNow();
        using var bare = LeafRequest(wish, new CertificateRequest(NameOf(wish), key, HashAlgorithmName.SHA256)).Create(Certificate, now.AddDays(wish.FromDays), now.AddDays(wish.ToDays), Serial());
        using var made = bare.CopyWithPrivateKey(key);
        return Usable(made);
    }

    /// <summary>As above, of an RSA key.</summary>
    public X509Certificate2 Issue(CertificateWish wish, RSA key)
    {
        var now = _time.GetUtcNow();
        var request = LeafRequest(wish, new CertificateRequest(NameOf(wish), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using var bare = request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(Key), now.AddDays(wish.FromDays), now.AddDays(wish.ToDays), Serial());
        using var made = bare.CopyWithPrivateKey(key);
        return Usable(made);
    }

    /// <summary>Puts a certificate on the authority's list; <see cref="RevocationList"/> shows it from now on.</summary>
    public void Revoke(X509Certificate2 certificate) => _revoked.AddEntry(certificate, _time.GetUtcNow().AddHours(-1), X509RevocationReason.KeyCompromise);

    /// <summary>The authority's list of revoked certificates, as PEM.</summary>
    /// <param name="fromDays">Days from now at which it was made.</param>
    /// <param name="toDays">Days from now at which the next one is due.</param>
    public string RevocationList(double fromDays = -0.5, double toDays = 7)
    {
        var now = _time.GetUtcNow();
        var list = _revoked.Build(Certificate, ++_listNumber, now.AddDays(toDays), HashAlgorithmName.SHA256, thisUpdate: now.AddDays(fromDays));
        return PemEncoding.WriteString("X509 CRL", list);
    }

    /// <summary>A certificate followed by the authorities that a peer needs to reach the root, as PEM.</summary>
    public string ChainPem(X509Certificate2 leaf) =>
        string.Join('\n', new[] { leaf, Certificate }.Concat(Above).Where(static one => one.Subject != one.Issuer).Select(static one => one.ExportCertificatePem()));

    public void Dispose() => Certificate.Dispose();

    private ECDsa Key => Certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("An authority has its key.");

    private static CertificateRequest AuthorityRequest(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request;
    }

    private static string NameOf(CertificateWish wish) => $"CN={wish.Subject}";

    private static CertificateRequest LeafRequest(CertificateWish wish, CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        var uses = new OidCollection();
        foreach (var use in new[] { wish.Server ? ServerUse : null, wish.Client ? ClientUse : null }.OfType<Oid>())
        {
            uses.Add(use);
        }

        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(uses, critical: false));
        if (wish.DnsNames.Count + wish.Addresses.Count > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var name in wish.DnsNames)
            {
                names.AddDnsName(name);
            }

            foreach (var address in wish.Addresses)
            {
                names.AddIpAddress(IPAddress.Parse(address));
            }

            request.CertificateExtensions.Add(names.Build());
        }

        return request;
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        serial[0] |= 0x01;
        return serial;
    }

    /// <summary>The same certificate as a file would bring it: some platforms do not use a key that was only ever in memory.</summary>
    private static X509Certificate2 Usable(X509Certificate2 made) =>
        X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
}
