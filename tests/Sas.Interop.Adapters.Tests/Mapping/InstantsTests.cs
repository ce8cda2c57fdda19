using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Tests.Mapping;

internal sealed class InstantsTests
{
    private static readonly TimeZoneInfo Paris = PlaceZone.Resolve("Europe/Paris", null) ?? throw new InvalidOperationException();

    [TestCase("2026-07-01T14:30:00Z", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T14:30:00z", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T14:30Z", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T14:30:00.000Z", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T14:30:00.123456Z", "2026-07-01T14:30:00.123456Z")]
    [TestCase("2026-07-01T16:30:00+02:00", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T16:30:00.000+02:00", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T16:30:00+0200", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T16:30+0200", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01 16:30:00+02:00", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T10:30:00-0400", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T16:30:00", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01 16:30", "2026-07-01T14:30:00Z")]
    [TestCase("2026-07-01T16:30:00.5", "2026-07-01T14:30:00.5Z")]
    [TestCase("  2026-07-01T14:30:00Z\n", "2026-07-01T14:30:00Z")]
    public void TryRead_FormsOfAnInstant_AreRead(string text, string expected)
    {
        Assert.That(Instants.TryRead(text, Paris, out var instant), Is.True);
        Assert.That(instant, Is.EqualTo(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture)));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("2026-07-01")]
    [TestCase("14:30")]
    [TestCase("2026-02-30T10:00:00Z")]
    [TestCase("2026-07-01T25:00:00Z")]
    [TestCase("2026-07-01T14:30:00+25:00")]
    [TestCase("01/07/2026 14:30")]
    [TestCase("1782916200")]
    [TestCase("2026-07-01T14:30:00ZZ")]
    [TestCase("0001-01-01T00:00:00")]
    [TestCase("9999-12-31T23:59:59")]
    [TestCase("0001-01-01T00:00:00+02:00")]
    [TestCase("2026-07-01T14:30:00.0000000000000000Z", Description = "as long as the reader takes, ending in a letter that grows")]
    [TestCase("2026-07-01T14:30:00.00000000000000000000000000000Z")]
    public void TryRead_NoInstant_IsFalse(string text) => Assert.That(Instants.TryRead(text, Paris, out _), Is.False);

    [Test]
    public void TryRead_AnyText_NeverThrows() =>
        Prop.ForAll(
            Noise().ToArbitrary(),
            static text =>
            {
                _ = Instants.TryRead(text, Paris, out _);
                _ = Instants.TryReadWithOffset(text, out _);
                _ = Instants.TryReadDay(text, out _);
                return true;
            }).QuickCheckThrowOnFailure();

    [Test]
    public void TryRead_InstantWrittenInAnyForm_IsThatInstant()
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", "yyyy-MM-dd HH:mm:sszzz"];
        var input =
            from seconds in Gen.Choose(0, int.MaxValue)
            from quarters in Gen.Choose(-48, 56)
            from form in Gen.Elements(forms)
            from colon in Gen.Elements(true, false)
            select (Instant: DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromMinutes(15 * quarters)), Form: form, Colon: colon);
        Prop.ForAll(
            input.ToArbitrary(),
            static item =>
            {
                var text = item.Instant.ToString(item.Form, CultureInfo.InvariantCulture);
                text = item.Colon ? text : text.Remove(text.Length - 3, 1);
                return Instants.TryRead(text, Paris, out var read) && read.EqualsExact(item.Instant);
            }).QuickCheckThrowOnFailure();
    }

    [TestCase("2026-07-01", true)]
    [TestCase(" 2026-07-01 ", true)]
    [TestCase("2026-7-1", false)]
    [TestCase("2026-07-01T00:00:00Z", false)]
    [TestCase("first", false)]
    public void TryReadDay_BareDay_IsReadAloneOnly(string text, bool expected) => Assert.That(Instants.TryReadDay(text, out _), Is.EqualTo(expected));

    private static Gen<string> Noise() =>
        from characters in Gen.Elements("0123456789-:.TZz+ é".ToCharArray()).ListOf()
        from prefix in Gen.Elements(string.Empty, "2026-07-01T14:30", "0001-01-01T00:00:00", "9999-12-31T23:59:59")
        from suffix in Gen.Elements(string.Empty, "Z", "+0200", "-1400", "+14:00")
        select prefix + string.Concat(characters) + suffix;
}
