using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.TestKit;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Certificates;

/// <summary>A certificate is judged by the listed authorities, at the hub's own time.</summary>
internal sealed class ChainJudgeTests
{
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2020, 5, 1, 12, 0, 0, TimeSpan.Zero));
    private TestAuthority _root = null!; // Set before each test.
    private TestAuthority _issuing = null!; // Likewise.

    [SetUp]
    public void MakeAuthorities()
    {
        _root = TestAuthority.Root("Root", _time);
        _issuing = _root.Intermediate("Issuing");
    }

    [TearDown]
    public void Dispose()
    {
        _issuing.Dispose();
        _root.Dispose();
    }

    [Test]
    public void Judge_ByTheHubsClock_NotTheSystems()
    {
        using var certificate = _issuing.Issue(CertificateWish.ForClient("caller"));

        Assert.That(Judge(certificate), Has.Property("Fault").Null.And.Property("Until").EqualTo(new DateTimeOffset(certificate.NotAfter.ToUniversalTime())));
        _time.Advance(TimeSpan.FromDays(91));
        Assert.That(Judge(certificate).Fault, Is.EqualTo(CertificateFault.Expired));
    }

    [Test]
    public void Judge_IntermediateFromFileOrPeer_IsUsedAndOtherwiseMissed()
    {
        using var certificate = _issuing.Issue(CertificateWish.ForClient("caller"));
        var known = new TrustAnchors([_root.Certificate], [_issuing.Certificate], [], RevocationMode.None);

        Assert.That(new ChainJudge(known, _time).Judge(certificate, [], CertificateUse.Client).Fault, Is.Null);
        Assert.That(Judge(certificate).Fault, Is.Null);
        Assert.That(Sut().Judge(certificate, [], CertificateUse.Client).Fault, Is.EqualTo(CertificateFault.Untrusted));
    }

    [Test]
    public void Judge_ManyTimes_DisposesOfNothingThatIsKept()
    {
        using var certificate = _issuing.Issue(CertificateWish.ForClient("caller"));
        var sut = Sut();

        for (var time = 0; time < 100; time++)
        {
            Assert.That(sut.Judge(certificate, [_issuing.Certificate], CertificateUse.Client).Fault, Is.Null);
        }
    }

    [Test]
    public void Judge_OtherPurpose_IsWrongUse()
    {
        using var server = _issuing.Issue(CertificateWish.ForHost("hub.example"));

        Assert.That(Judge(server).Fault, Is.EqualTo(CertificateFault.WrongUse));
        Assert.That(Sut().Judge(server, [_issuing.Certificate], CertificateUse.Server).Fault, Is.Null);
        Assert.That(Sut().Judge(_issuing.Certificate, [], CertificateUse.Client).Fault, Is.EqualTo(CertificateFault.WrongUse), "an authority calls nobody");
    }

    [TestCase(1_024, false)]
    [TestCase(2_048, true)]
    public void Judge_WeakKeyOrSignature_IsRefused(int bits, bool weakSignature)
    {
        using var key = RSA.Create(2_048);
        using var root = Rsa("CN=Rsa root", key, null, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1));
        using var own = RSA.Create(bits);
        using var certificate = Rsa("CN=caller", own, root, weakSignature ? new Sha1Signatures(key) : X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1));
        var sut = new ChainJudge(new TrustAnchors([root], [], [], RevocationMode.None), _time);

        Assert.That(sut.Judge(certificate, [], CertificateUse.Client).Fault, Is.EqualTo(CertificateFault.Weak).Or.EqualTo(CertificateFault.ChainBroken));
    }

    [Test]
    public void Judge_StrongRsa_IsAccepted()
    {
        using var key = RSA.Create(2_048);
        using var root = Rsa("CN=Rsa root", key, null, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1));
        using var own = RSA.Create(2_048);
        using var certificate = Rsa("CN=caller", own, root, X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1));

        Assert.That(new ChainJudge(new TrustAnchors([root], [], [], RevocationMode.None), _time).Judge(certificate, [], CertificateUse.Client).Fault, Is.Null);
    }

    [Test]
    public void Judge_Lists_CountForTheWholeChain()
    {
        using var certificate = _issuing.Issue(CertificateWish.ForClient("caller"));
        var ofIssuing = Lists(_issuing.RevocationList());

        Assert.That(Judge(certificate, RevocationMode.Hard, ofIssuing).Fault, Is.EqualTo(CertificateFault.RevocationUnknown), "the root's list is missing");
        var soft = Judge(certificate, RevocationMode.Soft, ofIssuing);
        Assert.That((soft.Fault, soft.Doubts.Single()), Is.EqualTo(((CertificateFault?)null, "Root")));
        Assert.That(Judge(certificate, RevocationMode.Hard, [.. ofIssuing, .. Lists(_root.RevocationList())]).Fault, Is.Null);

        _root.Revoke(_issuing.Certificate);
        Assert.That(Judge(certificate, RevocationMode.Soft, [.. ofIssuing, .. Lists(_root.RevocationList())]).Fault, Is.EqualTo(CertificateFault.Revoked));
    }

    [Test]
    public void Judge_ListEnds_TheVerdictEndsWithIt()
    {
        using var certificate = _issuing.Issue(CertificateWish.ForClient("caller"));
        IReadOnlyList<RevocationList> lists = [.. Lists(_issuing.RevocationList(toDays: 2)), .. Lists(_root.RevocationList())];
        var verdict = Judge(certificate, RevocationMode.Hard, lists);
        Assert.That((verdict.Fault, verdict.Until), Is.EqualTo(((CertificateFault?)null, lists[0].NextUpdate)));

        _time.Advance(TimeSpan.FromDays(3));
        Assert.That(Judge(certificate, RevocationMode.Hard, lists).Fault, Is.EqualTo(CertificateFault.RevocationUnknown));
        Assert.That(Judge(certificate, RevocationMode.Soft, lists).Doubts, Has.Count.EqualTo(1));

        _issuing.Revoke(certificate);
        lists = [.. Lists(_issuing.RevocationList(fromDays: -5, toDays: -4))];
        Assert.That(Judge(certificate, RevocationMode.Soft, lists).Fault, Is.EqualTo(CertificateFault.Revoked), "an old list that names it still counts");
    }

    [Test]
    public void Judge_ListOfANamesake_IsNoList()
    {
        using var namesake = TestAuthority.Root("Issuing", _time);
        using var certificate = _issuing.Issue(CertificateWish.ForClient("caller"));
        namesake.Revoke(certificate);

        Assert.That(Judge(certificate, RevocationMode.Hard, [.. Lists(namesake.RevocationList()), .. Lists(_root.RevocationList())]).Fault, Is.EqualTo(CertificateFault.RevocationUnknown));
    }

    private X509Certificate2 Rsa(string name, RSA own, X509Certificate2? authority, X509SignatureGenerator signer)
    {
        var request = new CertificateRequest(name, own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(authority is null, false, 0, true));
        var (from, to) = (_time.GetUtcNow().AddDays(-1), _time.GetUtcNow().AddDays(30));
        return authority is null
            ? request.CreateSelfSigned(from, to)
            : request.Create(authority.SubjectName, signer, from, to, [1, 2, 3]);
    }

    private static IReadOnlyList<RevocationList> Lists(string pem) => RevocationFile.Read(System.Text.Encoding.ASCII.GetBytes(pem)).Lists;

    private ChainVerdict Judge(X509Certificate2 certificate, RevocationMode mode = RevocationMode.None, params IReadOnlyList<RevocationList> lists) =>
        Sut(mode, lists).Judge(certificate, [_issuing.Certificate], CertificateUse.Client);

    private ChainJudge Sut(RevocationMode mode = RevocationMode.None, params IReadOnlyList<RevocationList> lists) =>
        new(new TrustAnchors([_root.Certificate], [], lists, mode), _time);
}
