using System.Globalization;
using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.Tests.Mapping;

[Parallelizable(ParallelScope.All)]
internal sealed class ExactInstantTests
{
    private static readonly string[] Spellings =
    [
        "yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", "yyyy-MM-dd'T'HH:mm:ss.f'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss",
    ];

    [TestCase("2026-03-02T09:05:07.250+01:00", "2026-03-02T08:05:07.2500000+00:00")]
    [TestCase("2026-03-02T09:05:07Z", "2026-03-02T09:05:07.0000000+00:00")]
    [TestCase("2024-02-29T23:59:59.1234567-09:30", "2024-03-01T09:29:59.1234567+00:00")]
    public void TryRead_UsualSpelling_GivesTheInstant(string text, string expected)
    {
        Assert.That(ExactInstant.TryRead(Encoding.UTF8.GetBytes(text), out var instant), Is.True);
        Assert.That(instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("2026-03-02")]
    [TestCase("2026-03-02T09:05:07")]
    [TestCase("2026-03-02T09:05+01:00")]
    [TestCase("2026-02-29T09:05:07Z")]
    [TestCase("2026-00-02T09:05:07Z")]
    [TestCase("2026-03-02T24:05:07Z")]
    [TestCase("2026-03-02T09:05:60Z")]
    [TestCase("2026-03-02T09:05:07.Z")]
    [TestCase("2026-03-02T09:05:07.12345678Z")]
    [TestCase("2026-03-02T09:05:07+0100")]
    [TestCase("2026-03-02T09:05:07+14:30")]
    [TestCase("2026-03-02T09:05:07 01:00")]
    [TestCase("2026-03-02T09:05:07+01:60")]
    [TestCase("0001-01-01T00:00:00+01:00")]
    [TestCase("9999-12-31T23:59:59-01:00")]
    [TestCase("２026-03-02T09:05:07Z")]
    public void TryRead_OtherSpelling_IsDeclined(string text) => Assert.That(ExactInstant.TryRead(Encoding.UTF8.GetBytes(text), out _), Is.False);

    [Test]
    public void TryRead_AnyInstant_AgreesWithTheOtherReaders() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var text = Spoilt(Instant(random).ToString(Spellings[random.Next(Spellings.Length)], CultureInfo.InvariantCulture), random);
            return !ExactInstant.TryRead(Encoding.UTF8.GetBytes(text), out var exact)
                || (Instants.TryReadWithOffset(text, out var other) && other.EqualsExact(exact) && FhirInstant.TryParse(text, out var fhir) && fhir.Value.EqualsExact(exact));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Test]
    public void TryReadIn_AnyLocalTime_AgreesWithTheOtherReader() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(random.Next(2) == 0 ? "Europe/Paris" : "America/Miquelon");
            var text = Spoilt(Instant(random).ToString(Spellings[^1], CultureInfo.InvariantCulture), random);
            return !ExactInstant.TryReadIn(Encoding.UTF8.GetBytes(text), zone, out var exact) || (Instants.TryRead(text, zone, out var other) && other.EqualsExact(exact));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static DateTimeOffset Instant(Random random) =>
        new(new DateTime(2026, 1, 1).AddSeconds(random.Next(0, 400 * 86_400)), TimeSpan.FromMinutes(15 * random.Next(-44, 53)));

    /// <summary>Now and then with one sign changed.</summary>
    private static string Spoilt(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(2) == 0 ? text : text[..at] + "0123456789-:.TZ+ é"[random.Next(18)] + text[(at + 1)..];
    }
}
