using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Certificates;

/// <summary>Revocation lists are read whole, or refused with a sentence.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RevocationListReaderTests
{
    private const string DeltaIndicator = "2.5.29.27";
    private const string IssuingDistributionPoint = "2.5.29.28";

    [Test]
    public void Read_ListOfAnAuthority_TellsWhomItRevoked()
    {
        using var authority = TestAuthority.Root();
        using var other = TestAuthority.Root();
        using var revoked = authority.Issue(CertificateWish.ForClient("revoked"));
        using var good = authority.Issue(CertificateWish.ForClient("good"));
        authority.Revoke(revoked);

        var list = One(authority.RevocationList());

        Assert.That(list.IsSignedBy(authority.Certificate), Is.True);
        Assert.That(list.IsSignedBy(other.Certificate), Is.False, "the same name and another key");
        Assert.That((list.Lists(Serial(revoked)), list.Lists(Serial(good))), Is.EqualTo((true, false)));
        Assert.That(list.IsCurrent(TimeProvider.System.GetUtcNow()), Is.True);
        Assert.That(list.IsCurrent(list.NextUpdate), Is.False);
    }

    [TestCase(2_048)]
    [TestCase(3_072)]
    public void Read_ListSignedWithRsa_IsVerified(int bits)
    {
        using var key = RSA.Create(bits);
        foreach (var padding in new[] { RSASignaturePadding.Pkcs1, RSASignaturePadding.Pss })
        {
            using var authority = Authority(key, padding);
            var list = One(Build(authority, HashAlgorithmName.SHA384, padding));
            Assert.That(list.IsSignedBy(authority), Is.True, $"{padding}");
        }
    }

    [Test]
    public void Read_WeakSignature_IsRefused()
    {
        using var key = RSA.Create(2_048);
        using var authority = Authority(key, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        var list = new CertificateRevocationListBuilder().Build(
            authority.SubjectName, new Sha1Signatures(key), 1, now.AddDays(7), HashAlgorithmName.SHA256, X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false), now.AddHours(-1));

        Assert.That(RevocationListReader.Read(list).Fault, Does.Contain("too weak"));
    }

    [TestCase(DeltaIndicator, "020101", "delta")]
    [TestCase(IssuingDistributionPoint, "30038401FF", "indirect")]
    [TestCase(IssuingDistributionPoint, "30038501FF", "attribute certificates")]
    [TestCase(IssuingDistributionPoint, "300483020640", "some reasons")]
    [TestCase("1.2.3.4", "0500", "critical extension")]
    public void Read_ListThatIsNotCompleteAndDirect_IsRefused(string oid, string value, string sentence) =>
        Assert.That(RevocationListReader.Read(WithExtension(oid, value)).Fault, Does.Contain(sentence));

    [Test]
    public void Read_ListOfUsersOnly_DoesNotSpeakOfAuthorities()
    {
        using var root = TestAuthority.Root();
        using var below = root.Intermediate();
        using var user = root.Issue(CertificateWish.ForClient("user"));
        var (list, fault) = RevocationListReader.Read(WithExtension(IssuingDistributionPoint, "30038101FF"));

        Assert.That(fault, Is.Null);
        Assert.That((list?.Scope.Covers(user), list?.Scope.Covers(below.Certificate)), Is.EqualTo((true, false)));
    }

    [Test]
    public void Read_ListOfAPart_SpeaksOfCertificatesOfThatPart()
    {
        using var root = TestAuthority.Root();
        using var user = root.Issue(CertificateWish.ForClient("user"));
        var address = "http://a/"u8.ToArray();
        var value = $"300FA00DA00B86{address.Length:X2}{Convert.ToHexString(address)}";
        var (list, fault) = RevocationListReader.Read(WithExtension(IssuingDistributionPoint, value));

        Assert.That(fault, Is.Null);
        Assert.That(list?.Scope.Places, Is.EqualTo(new[] { "http://a/" }));
        Assert.That(list?.Scope.Covers(user), Is.False);
    }

    [Test]
    public void Read_BytesChangedOrCut_NeverThrowsAndNeverVerifies()
    {
        using var authority = TestAuthority.Root();
        using var revoked = authority.Issue(CertificateWish.ForClient("revoked"));
        authority.Revoke(revoked);
        var der = Der(authority.RevocationList());
        Prop.ForAll(
            Gen.Choose(0, der.Length - 1).ToArbitrary(),
            Gen.Choose(1, 255).ToArbitrary(),
            (place, change) =>
            {
                var bytes = der.ToArray();
                bytes[place] ^= (byte)change;
                var read = RevocationListReader.Read(bytes).List;
                return RevocationListReader.Read(der.AsMemory(0, place)).List is null && (read is null || !read.IsSignedBy(authority.Certificate));
            }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Read_AnyBytes_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        static bytes => RevocationListReader.Read(bytes) is { List: null, Fault: not null }
            && RevocationFile.Read(bytes).Fault is not null
            && RevocationFile.Read([0x30, .. bytes]).Fault is not null
            && RevocationFile.Read(Encoding.Latin1.GetBytes($"-----BEGIN X509 CRL-----\n{Convert.ToBase64String(bytes)}\n-----END X509 CRL-----")).Fault is not null).QuickCheckThrowOnFailure();

    [Test]
    public void Read_PemFile_MayHoldSeveralLists()
    {
        using var one = TestAuthority.Root("One");
        using var two = TestAuthority.Root("Two");

        var (lists, fault) = RevocationFile.Read(Encoding.ASCII.GetBytes($"first\n{one.RevocationList()}\nthen\n{two.RevocationList()}\n"));

        Assert.That(fault, Is.Null);
        Assert.That(lists.Select(static list => list.IssuerName), Is.EqualTo(new[] { "One", "Two" }));
        Assert.That(RevocationFile.Read(Encoding.ASCII.GetBytes(one.Pem)).Fault, Does.Contain("no revocation list"));
        Assert.That(RevocationFile.Read([]).Fault, Does.Contain("no revocation list"));
    }

    [Test]
    public void TryRead_Serials_AreComparedAsNumbers()
    {
        SerialNumber.TryRead([0, 0, 5], out var padded);
        SerialNumber.TryRead([5], out var plain);
        SerialNumber.TryRead([1, 0, 0, 0, 0, 0, 0, 0, 5], out var larger);

        Assert.That(padded, Is.EqualTo(plain));
        Assert.That(plain.CompareTo(larger), Is.Negative);
        Assert.That(SerialNumber.TryRead(Enumerable.Repeat((byte)1, 25).ToArray(), out _), Is.False);
    }

    private static X509Certificate2 Authority(RSA key, RSASignaturePadding padding)
    {
        var request = new CertificateRequest("CN=Rsa", key, HashAlgorithmName.SHA256, padding);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }

    private static byte[] Build(X509Certificate2 authority, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        var builder = new CertificateRevocationListBuilder();
        var now = TimeProvider.System.GetUtcNow();
        return builder.Build(authority, 1, now.AddDays(7), hash, padding, now.AddHours(-1));
    }

    /// <summary>The builder knows no such extension, so it is put into the bytes; the signature does not hold then, which reading does not look at.</summary>
    private static byte[] WithExtension(string oid, string value)
    {
        using var authority = TestAuthority.Root();
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        var outer = new System.Formats.Asn1.AsnReader(Der(authority.RevocationList()), System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        var body = outer.ReadSequence();
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                // Version, kind of signature, issuer, both times; the list is empty.
                for (var part = 0; part < 5; part++)
                {
                    writer.WriteEncodedValue(body.ReadEncodedValue().Span);
                }

                using (writer.PushSequence(new System.Formats.Asn1.Asn1Tag(System.Formats.Asn1.TagClass.ContextSpecific, 0)))
                using (writer.PushSequence())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(oid);
                    writer.WriteBoolean(true);
                    writer.WriteOctetString(Convert.FromHexString(value));
                }
            }

            writer.WriteEncodedValue(outer.ReadEncodedValue().Span);
            writer.WriteEncodedValue(outer.ReadEncodedValue().Span);
        }

        return writer.Encode();
    }

    private static RevocationList One(string pem) => One(Der(pem));

    private static RevocationList One(byte[] der)
    {
        var (list, fault) = RevocationListReader.Read(der);
        Assert.That(fault, Is.Null);
        return list ?? throw new InvalidOperationException("No list and no fault.");
    }

    private static byte[] Der(string pem) => Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);

    private static SerialNumber Serial(X509Certificate2 certificate) =>
        SerialNumber.TryRead(certificate.SerialNumberBytes.Span, out var serial) ? serial : throw new InvalidOperationException("The serial is too long.");
}
