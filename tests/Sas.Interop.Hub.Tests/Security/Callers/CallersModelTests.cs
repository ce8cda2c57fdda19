using System.Collections.Frozen;
using System.Net;
using System.Security.Cryptography.X509Certificates;

using FsCheck;
using FsCheck.Fluent;

using Microsoft.AspNetCore.Http;

using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Hub.Security.Certificates;
using Sas.Interop.TestKit.Certificates;

namespace Sas.Interop.Hub.Tests.Security.Callers;

/// <summary>A certificate stands for the one caller whose rules it fits, and a proxy's header is read without trust.</summary>
internal sealed class CallersModelTests
{
    private readonly TestAuthority _root = TestAuthority.Root("Root");

    [OneTimeTearDown]
    public void Dispose() => _root.Dispose();

    [Test]
    public void Judge_UnitsIssuersAndPins_MustAllFit()
    {
        using var certificate = _root.Issue(CertificateWish.ForClient("a,OU=One,OU=Two"));
        var pin = CallerJudge.PinOf(certificate);

        Assert.That(Judge(certificate, Rule("x", units: ["Two"])).Caller?.Id, Is.EqualTo("x"), "any unit will do");
        Assert.That(Judge(certificate, Rule("x", units: ["two"])).Fault, Is.EqualTo(CertificateFault.WrongUnit), "upper and lower case apart");
        Assert.That(Judge(certificate, Rule("x", names: ["A"])).Fault, Is.EqualTo(CertificateFault.WrongCommonName));
        Assert.That(Judge(certificate, Rule("x") with { Issuers = Set("Root") }).Caller, Is.Not.Null);
        Assert.That(Judge(certificate, Rule("x") with { Issuers = Set("root") }).Fault, Is.EqualTo(CertificateFault.WrongIssuer));
        Assert.That(Judge(certificate, Rule("x") with { Pins = Set(pin) }).Caller, Is.Not.Null);
        Assert.That(Judge(certificate, Rule("x") with { Pins = Set("other") }).Fault, Is.EqualTo(CertificateFault.WrongPin));
        Assert.That(Judge(certificate, Rule("x", units: ["One"]), Rule("y", units: ["Two"])).Fault, Is.EqualTo(CertificateFault.Ambiguous));
    }

    [Test]
    public void Judge_SeveralCommonNames_IsNobody()
    {
        using var certificate = _root.Issue(CertificateWish.ForClient("a,CN=b"));

        Assert.That(Judge(certificate, Rule("x", names: ["a", "b"])).Fault, Is.EqualTo(CertificateFault.WrongCommonName));
    }

    [Test]
    public void Judge_TheSameCertificateAgain_IsRemembered()
    {
        using var certificate = _root.Issue(CertificateWish.ForClient("a"));
        var model = Model(Rule("x"));
        var shown = new ShownCertificate(certificate.RawData, []);

        Assert.That(model.Judge(shown, TimeProvider.System).IsNew, Is.True);
        Assert.That(model.Judge(shown, TimeProvider.System).IsNew, Is.False);
        Assert.That(model.Judge(shown with { Above = [_root.Certificate.RawData] }, TimeProvider.System).IsNew, Is.True, "another chain is another question");
    }

    [Test]
    public void Judge_BytesThatAreNoCertificate_AreUnreadable() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        bytes => Model(Rule("x")).Judge(new ShownCertificate(bytes, []), TimeProvider.System).Verdict.Fault == CertificateFault.Unreadable).QuickCheckThrowOnFailure();

    [Test]
    public void Overlaps_WhatTheFileShows()
    {
        Assert.That(Rule("x").Overlaps(Rule("y")), Is.True);
        Assert.That(Rule("x", units: ["1"]).Overlaps(Rule("y")), Is.True);
        Assert.That(Rule("x", units: ["1"]).Overlaps(Rule("y", units: ["2"])), Is.False);
        Assert.That(Rule("x", names: ["b"]).Overlaps(Rule("y")), Is.False);
        Assert.That((Rule("x") with { Pins = Set("1") }).Overlaps(Rule("y") with { Pins = Set("2") }), Is.False);
    }

    [TestCase("192.0.2.7", true)]
    [TestCase("::ffff:192.0.2.7", true)]
    [TestCase("192.0.2.8", false)]
    [TestCase("10.1.2.3", true)]
    [TestCase("10.2.0.1", false)]
    [TestCase("::1", false)]
    [TestCase("2001:db8::5", true)]
    public void Trusts_Address_WhenListed(string address, bool trusted) => Assert.That(Proxy().Trusts(IPAddress.Parse(address)), Is.EqualTo(trusted));

    [Test]
    public void Trusts_NoAddress_Never() => Assert.That(Proxy().Trusts(null), Is.False);

    [Test]
    public void Read_AnyHeader_NeverThrows() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        ArbMap.Default.ArbFor<NonNull<string>>(),
        static (one, two) =>
        {
            foreach (var format in ProxyFormat.All.Values)
            {
                foreach (var text in new[] { one.Get, $":{one.Get}:", $"-----BEGIN CERTIFICATE-----{one.Get}-----END CERTIFICATE-----", $"%{one.Get}" })
                {
                    var headers = new HeaderDictionary { ["C"] = text, ["C-Chain"] = two.Get };
                    _ = ForwardedCertificate.Read(headers, new ProxyRule([], "C", format));
                }
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Read_TooLongOrTooMany_IsNoCertificate()
    {
        var rule = new ProxyRule([], "C", ProxyFormat.Rfc9440);
        var one = $":{Convert.ToBase64String(_root.Certificate.RawData)}:";

        Assert.That(ForwardedCertificate.Read(new HeaderDictionary { ["C"] = one }, rule).Certificate, Is.Not.Null);
        Assert.That(ForwardedCertificate.Read(new HeaderDictionary { ["C"] = $":{new string('A', 100_000)}:" }, rule), Is.EqualTo((true, (ShownCertificate?)null)));
        Assert.That(
            ForwardedCertificate.Read(new HeaderDictionary { ["C"] = one, ["C-Chain"] = string.Join(',', Enumerable.Repeat(one, 11)) }, rule),
            Is.EqualTo((true, (ShownCertificate?)null)));
    }

    private static ProxyRule Proxy() => new([IPNetwork.Parse("192.0.2.7/32"), IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("2001:db8::/64")], "C", ProxyFormat.Rfc9440);

    private static CallerRule Rule(string id, string[]? names = null, string[]? units = null) => new()
    {
        Identity = new CallerIdentity(id, CallerRoles.Platform, null),
        CommonNames = Set(names ?? ["a"]),
        Units = units is null ? null : Set(units),
    };

    private static FrozenSet<string> Set(params string[] values) => values.ToFrozenSet(StringComparer.Ordinal);

    private CallersModel Model(params CallerRule[] rules) => new() { Trust = new TrustAnchors([_root.Certificate], [], [], RevocationMode.None), Callers = rules };

    private CallerVerdict Judge(X509Certificate2 certificate, params CallerRule[] rules) =>
        Model(rules).Judge(new ShownCertificate(certificate.RawData, []), TimeProvider.System).Verdict;
}
