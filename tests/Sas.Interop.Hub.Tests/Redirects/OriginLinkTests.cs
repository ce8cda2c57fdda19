using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Hub.Redirects;

namespace Sas.Interop.Hub.Tests.Redirects;

internal sealed class OriginLinkTests
{
    private const string Alphabet = "abcorigin=&%6F/.~é €+;";

    [TestCase("https://v.example/rdv", "https://v.example/rdv?origin=sas")]
    [TestCase("https://v.example", "https://v.example?origin=sas")]
    [TestCase("https://v.example/rdv?", "https://v.example/rdv?origin=sas")]
    [TestCase("https://v.example/rdv?a=1", "https://v.example/rdv?a=1&origin=sas")]
    [TestCase("https://v.example/rdv?a=1&", "https://v.example/rdv?a=1&origin=sas")]
    [TestCase("https://v.example/rdv?a=%C3%A9%2b+x&A=%7e", "https://v.example/rdv?a=%C3%A9%2b+x&A=%7e&origin=sas")]
    [TestCase("https://v.example/rdv?a=1#part?x", "https://v.example/rdv?a=1&origin=sas#part?x")]
    [TestCase("https://v.example/rdv#part", "https://v.example/rdv?origin=sas#part")]
    [TestCase("https://v.example/rdv?origin=other&b=2", "https://v.example/rdv?origin=sas&b=2")]
    [TestCase("https://v.example/rdv?b=2&%6Frigin=x&origin&c", "https://v.example/rdv?b=2&origin=sas&c")]
    [TestCase("https://v.example/rdv?originale=1&Origin=2", "https://v.example/rdv?originale=1&Origin=2&origin=sas")]
    [TestCase("https://[2001:db8::1]:8443/rdv", "https://[2001:db8::1]:8443/rdv?origin=sas")]
    [TestCase("https://médecin.example:444/à?q=é", "https://xn--mdecin-bva.example:444/%C3%A0?q=%C3%A9&origin=sas")]
    [TestCase("HTTPS://V.Example/Rdv", "HTTPS://V.Example/Rdv?origin=sas")]
    public void Merge_AnyAddress_HasOneOriginAndKeepsTheRest(string target, string expected) =>
        Assert.That(OriginLink.Merge(new Uri(target), "sas"), Is.EqualTo(expected));

    [Test]
    public void Merge_AnyQuery_HoldsOneOriginAndAllElseInOrder()
    {
        var text = Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray())).Select(static letters => new string(letters));
        Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (query, fragment) =>
        {
            var merged = OriginLink.Merge(new Uri($"https://v.example/a/b?{query}#{fragment}"), "sas-preprod");
            var parts = merged[(merged.IndexOf('?') + 1)..merged.IndexOf('#')].Split('&');
            var own = query.Split('&').Select(Encoded).Where(static part => !IsOrigin(part)).ToList();
            var left = parts.Where(static part => !IsOrigin(part)).ToList();
            return merged.StartsWith("https://v.example/a/b?", StringComparison.Ordinal)
                && parts.Count(IsOrigin) == 1
                && parts.Single(IsOrigin) == "origin=sas-preprod"
                && left.Where(static part => part.Length > 0).SequenceEqual(own.Where(static part => part.Length > 0))
                && merged.All(static c => c is > ' ' and <= '~');
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Test]
    public void Merge_Twice_IsTheSameAsOnce() => Prop.ForAll(Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray())).Select(static letters => new string(letters)).ToArbitrary(), query =>
    {
        var once = OriginLink.Merge(new Uri($"https://v.example/?{query}"), "sas");
        return OriginLink.Merge(new Uri(once), "sas") == once;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [TestCase("https://v.example/rdv", true)]
    [TestCase("http://agenda-5.sandbox.invalid/rdv", true)]
    [TestCase("http://v.example/rdv", false)]
    [TestCase("http://127.0.0.1/rdv", true)]
    [TestCase("https://user@v.example/rdv", false)]
    [TestCase("javascript:alert(1)", false)]
    [TestCase("/rdv", false)]
    public void IsAllowed_AnyTarget_MustBeASafePage(string target, bool expected) => Assert.That(RedirectTarget.IsAllowed(new Uri(target, UriKind.RelativeOrAbsolute)), Is.EqualTo(expected));

    [Test]
    public void IsAllowed_TooLong_IsRefused() => Assert.That(RedirectTarget.IsAllowed(new Uri($"https://v.example/{new string('a', RedirectTarget.LongestAddress)}")), Is.False);

    private static string Encoded(string part) => string.Concat(part.EnumerateRunes().Select(static rune => rune.Value is > ' ' and <= '~' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));

    private static bool IsOrigin(string part) => Uri.UnescapeDataString(part.Split('=')[0]) == "origin";
}
