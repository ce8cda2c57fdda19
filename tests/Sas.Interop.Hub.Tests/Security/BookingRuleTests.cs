using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Http;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Tests.Security;

/// <summary>Which pages a browser may be led to.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class BookingRuleTests
{
    private static readonly BookingRule Rule = BookingRule.Of("rdv.example.fr", "*.cabinet.example", "ports.example:8443", "xn--mdecin-bva.example", "192.0.2.7", "[2001:db8::7]");
    private static readonly BookingRule Sandbox = new([.. Rule.Hosts, HostPattern.Of(new Uri("http://127.0.0.1:5000")), HostPattern.Of(new Uri("http://acme.sandbox.invalid"))], httpOnThisMachine: true);

    [TestCase("https://rdv.example.fr/")]
    [TestCase("https://rdv.example.fr")]
    [TestCase("https://rdv.example.fr:443/a")]
    [TestCase("HTTPS://RDV.Example.FR/a?b=c#d")]
    [TestCase("https://rdv.example.fr/%40evil.example/a")]
    [TestCase("https://rdv.example.fr/a@evil.example")]
    [TestCase("https://rdv.example.fr?next=https://evil.example")]
    [TestCase("https://lac.cabinet.example/animations")]
    [TestCase("https://a.b.cabinet.example/")]
    [TestCase("https://ports.example:8443/")]
    [TestCase("https://médecin.example/rdv")]
    [TestCase("https://xn--mdecin-bva.example/rdv")]
    [TestCase("https://192.0.2.7/")]
    [TestCase("https://[2001:db8::7]/")]
    public void Allows_PageOnAnAllowedHost_IsShown(string page) => Assert.That(Rule.Refuse(new Uri(page)), Is.Null);

    [TestCase("http://rdv.example.fr/")]
    [TestCase("https://evil.example/")]
    [TestCase("https://example.fr/")]
    [TestCase("https://a.rdv.example.fr/")]
    [TestCase("https://rdv.example.fr.evil.example/")]
    [TestCase("https://xrdv.example.fr/")]
    [TestCase("https://cabinet.example/")]
    [TestCase("https://evilcabinet.example/")]
    [TestCase("https://rdv.example.fr./")]
    [TestCase("https://rdv.example.fr:8443/")]
    [TestCase("https://rdv.example.fr:80/")]
    [TestCase("https://ports.example/")]
    [TestCase("https://ports.example:9443/")]
    [TestCase("https://user@rdv.example.fr/")]
    [TestCase("https://rdv.example.fr:pass@evil.example/")]
    [TestCase("https://rdv.example.fr@evil.example/")]
    [TestCase("https://@rdv.example.fr/")]
    [TestCase("https://rdv.example.fr\\@evil.example/")]
    [TestCase("https://evil.example\\@rdv.example.fr/")]
    [TestCase("https:\\\\rdv.example.fr/")]
    [TestCase("https://rdv.example.fr/\\evil")]
    [TestCase("https:/rdv.example.fr/")]
    [TestCase("https:rdv.example.fr")]
    [TestCase("https:///rdv.example.fr/")]
    [TestCase("https://rdv.example.fr/a\r\nSet-Cookie: a=b")]
    [TestCase("https://rdv.example.fr/a\tb")]
    [TestCase("https://rdv.example.fr/a\u0000b")]
    [TestCase(" https://rdv.example.fr/")]
    [TestCase("https://rdv%2eexample.fr/")]
    [TestCase("https://rdv.example.fr%00.evil.example/")]
    [TestCase("https://rdv。example。fr/", TestName = "full stops of another script")]
    [TestCase("https://ｒｄｖ.example.fr/", TestName = "wide letters")]
    [TestCase("https://rdv.exаmple.fr/", TestName = "a Cyrillic a")]
    [TestCase("https://rdv.example.fr:/")]
    [TestCase("https://3221225991/", TestName = "192.0.2.7 as a number")]
    [TestCase("https://0xC0.0.2.7/", TestName = "192.0.2.7 in other digits")]
    [TestCase("https://127.0.0.1/")]
    [TestCase("https://localhost/")]
    [TestCase("javascript:alert(1)")]
    [TestCase("javascript://rdv.example.fr/%0Aalert(1)")]
    [TestCase("data:text/html,<script>")]
    [TestCase("vbscript:x")]
    [TestCase("file:///etc/passwd")]
    [TestCase("ftp://rdv.example.fr/")]
    [TestCase("tel:+33123456789")]
    [TestCase("//rdv.example.fr/")]
    [TestCase("/rdv")]
    [TestCase("rdv.example.fr")]
    public void Refuse_AnythingElse_IsNotShown(string page) =>
        Assert.That(!Uri.TryCreate(page, UriKind.RelativeOrAbsolute, out var address) || !Rule.Allows(address), Is.True);

    [Test]
    public void Refuse_TooLong_IsNotShown() => Assert.That(Rule.Refuse(new Uri("https://rdv.example.fr/" + new string('a', BookingRule.LongestAddress))), Is.EqualTo("is too long"));

    [TestCase("http://127.0.0.1:5000/rdv", true)]
    [TestCase("http://acme.sandbox.invalid/rdv", true)]
    [TestCase("http://rdv.example.fr/", false)]
    [TestCase("http://127.0.0.1:5001/rdv", false)]
    [TestCase("http://localhost:5000/rdv", false)]
    public void Refuse_PlainHttp_IsForTheSandboxAndThisMachineAlone(string page, bool expected)
    {
        Assert.That(Sandbox.Allows(new Uri(page)), Is.EqualTo(expected));
        Assert.That(new BookingRule(Sandbox.Hosts, httpOnThisMachine: false).Allows(new Uri(page)), Is.False);
    }

    /// <summary>Whatever is put together from the pieces that attacks are made of: what is shown begins with https, two slashes and an allowed host, to every reader.</summary>
    [Test]
    public void Refuse_AnyMixture_ShowsOnlyWhatBeginsWithAnAllowedHost()
    {
        string[] pieces =
        [
            "https:", "http:", "//", "/", "\\", "@", ":", "?", "#", ".", "rdv.example.fr", "evil.example", "cabinet.example", "lac.", "443", "8443", "%2e", "%40", "\t", "\n", " ", "[", "]", "а", "。", "user", "javascript:", "*",
        ];
        var shown = 0;
        var addresses = Gen.ArrayOf(Gen.Elements(pieces)).Select(static parts => string.Concat(parts))
            .Or(Gen.ArrayOf(Gen.Elements(pieces)).Select(static parts => "https://rdv.example.fr" + string.Concat(parts)));
        Prop.ForAll(addresses.ToArbitrary(), text =>
        {
            if (!Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) || !Rule.Allows(address))
            {
                return true;
            }

            shown++;
            var authority = text[8..].Split('/', '?', '#')[0].ToLowerInvariant();
            return text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                && (authority is "rdv.example.fr" or "rdv.example.fr:443" || authority.Replace(":443", string.Empty, StringComparison.Ordinal).EndsWith(".cabinet.example", StringComparison.Ordinal));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
        Assert.That(shown, Is.GreaterThan(100), "the law is about something");
    }

    [TestCase("rdv.example.fr", "rdv.example.fr")]
    [TestCase("RDV.Example.fr", "rdv.example.fr")]
    [TestCase("*.example.fr", "*.example.fr")]
    [TestCase("ports.example:8443", "ports.example:8443")]
    [TestCase("médecin.example", "xn--mdecin-bva.example")]
    [TestCase("[2001:db8::7]:8443", "[2001:db8::7]:8443")]
    [TestCase("127.0.0.1", "127.0.0.1")]
    public void Read_Host_IsKeptInOneForm(string text, string expected) => Assert.That(HostPattern.Read(text).Pattern?.ToString(), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("*")]
    [TestCase("*.")]
    [TestCase("*.fr")]
    [TestCase("*.127.0.0.1")]
    [TestCase("a.*.example.fr")]
    [TestCase("*rdv.example.fr")]
    [TestCase("https://rdv.example.fr")]
    [TestCase("rdv.example.fr/")]
    [TestCase("rdv.example.fr.")]
    [TestCase("user@rdv.example.fr")]
    [TestCase("rdv.example.fr:0x1")]
    [TestCase("rdv.example.fr:99999")]
    [TestCase("127.1")]
    [TestCase("0x7f000001")]
    [TestCase("rdv .example.fr")]
    public void Read_NoHost_IsRefused(string text) => Assert.That(HostPattern.Read(text).Pattern, Is.Null);
}
