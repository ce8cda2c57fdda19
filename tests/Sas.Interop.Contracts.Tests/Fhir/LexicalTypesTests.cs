using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Contracts.Tests.Fhir;

[TestFixture]
[Parallelizable]
internal sealed class LexicalTypesTests
{
    [TestCase("2030-01-02T03:04:05Z", "2030-01-02T03:04:05.0000000+00:00")]
    [TestCase("2030-01-02T03:04:05.1+02:00", "2030-01-02T03:04:05.1000000+02:00")]
    [TestCase("2030-01-02T03:04:05.123456789-04:30", "2030-01-02T03:04:05.1234567-04:30")]
    [TestCase("2024-02-29T23:59:60+01:00", "2024-03-01T00:00:00.0000000+01:00")]
    [TestCase("2030-01-02T03:04:05+14:00", "2030-01-02T03:04:05.0000000+14:00")]
    public void FhirInstant_RightText_KeepsItAndNamesTheMoment(string text, string moment)
    {
        Assert.That(FhirInstant.TryParse(text, out var instant), Is.True);
        Assert.That(instant.Text, Is.EqualTo(text));
        Assert.That(instant.Value.ToString("O", CultureInfo.InvariantCulture), Is.EqualTo(moment));
        Assert.That(FhirDateTime.TryParse(text, out var dateTime), Is.True);
        Assert.That(dateTime, Has.Property("Precision").EqualTo(FhirDateTimePrecision.Time).And.Property("Value").EqualTo(instant.Value));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("2030-01-02T03:04:05")]
    [TestCase("2030-01-02T03:04Z")]
    [TestCase("2030-01-02 03:04:05Z")]
    [TestCase("2030-01-02t03:04:05z")]
    [TestCase("2030-01-02T03:04:05.Z")]
    [TestCase("2030-01-02T03:04:05,5Z")]
    [TestCase("2030-01-02T24:00:00Z")]
    [TestCase("2030-01-02T03:60:00Z")]
    [TestCase("2030-01-02T03:04:61Z")]
    [TestCase("2023-02-29T03:04:05Z")]
    [TestCase("2030-13-01T03:04:05Z")]
    [TestCase("0000-01-01T03:04:05Z")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    [TestCase("9999-12-31T23:59:59-12:00")]
    [TestCase("9999-12-31T23:59:60Z")]
    [TestCase("2030-01-02T03:04:05+1:00")]
    [TestCase("2030-01-02T03:04:05+0100")]
    [TestCase("2030-01-02T03:04:05+14:01")]
    [TestCase("2030-01-02T03:04:05+01:60")]
    [TestCase("2030-01-02T03:04:05Z ")]
    [TestCase("٢٠٣٠-01-02T03:04:05Z")]
    public void FhirInstant_WrongText_IsRefused(string? text) => Assert.That(FhirInstant.TryParse(text, out _), Is.False);

    [Test]
    public void FhirInstant_LongFraction_IsRefusedBeyondTheBound() =>
        Assert.That(FhirInstant.TryParse("2030-01-02T03:04:05." + new string('0', 1_000) + "Z", out _), Is.False);

    [Test]
    public void FhirInstant_FromMoment_ReadsBackToTheMillisecond() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(-14 * 60, 14 * 60)).ToArbitrary(),
        static pair =>
        {
            var moment = new DateTimeOffset(1970, 1, 2, 0, 0, 0, TimeSpan.FromMinutes(pair.Item2)).AddMilliseconds(pair.Item1 * 997L);
            var instant = new FhirInstant(moment);
            return instant.Value.EqualsExact(moment) && FhirInstant.Parse(instant.Text) == instant && instant.Text.Length == 29;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void FhirInstant_Default_CountsAsAbsent() => Assert.That(default(FhirInstant).Text, Is.Empty);

    [Test]
    public void Parse_WrongText_Throws()
    {
        Assert.That(static () => FhirInstant.Parse("now"), Throws.TypeOf<FormatException>());
        Assert.That(static () => FhirDateTime.Parse("now"), Throws.TypeOf<FormatException>());
    }

    [TestCase("2030", FhirDateTimePrecision.Year)]
    [TestCase("2030-02", FhirDateTimePrecision.Month)]
    [TestCase("2030-02-28", FhirDateTimePrecision.Day)]
    public void FhirDateTime_PartialDate_HasNoMoment(string text, FhirDateTimePrecision precision)
    {
        Assert.That(FhirDateTime.TryParse(text, out var dateTime), Is.True);
        Assert.That(FhirDate.TryParse(text, out var date), Is.True);

        Assert.That(dateTime, Has.Property("Precision").EqualTo(precision).And.Property("Value").Null.And.Property("Text").EqualTo(text));
        Assert.That(date.Precision, Is.EqualTo(precision));
        Assert.That(date.Value, Is.EqualTo(precision == FhirDateTimePrecision.Day ? new DateOnly(2030, 2, 28) : default(DateOnly?)));
    }

    [TestCase("203")]
    [TestCase("2030-2")]
    [TestCase("2030-00")]
    [TestCase("2030-02-30")]
    [TestCase("2030/02/03")]
    [TestCase("28-02-2030")]
    public void FhirDate_WrongText_IsRefused(string text)
    {
        Assert.That(FhirDate.TryParse(text, out _), Is.False);
        Assert.That(FhirDateTime.TryParse(text, out _), Is.False);
    }

    [TestCase("00:00:00", 0)]
    [TestCase("08:30:15", 30_615)]
    [TestCase("10:00:60", 36_060)]
    public void FhirTime_RightText_NamesTheTime(string text, int seconds)
    {
        Assert.That(FhirTime.TryParse(text, out var time), Is.True);
        Assert.That(time.Value.ToTimeSpan().TotalSeconds, Is.EqualTo(seconds));
        Assert.That(time.Text, Is.EqualTo(text));
    }

    [TestCase("8:00:00")]
    [TestCase("08:00")]
    [TestCase("24:00:00")]
    [TestCase("08:00:00Z")]
    [TestCase("08:00:00.")]
    public void FhirTime_WrongText_IsRefused(string text) => Assert.That(FhirTime.TryParse(text, out _), Is.False);

    [Test]
    public void FhirTime_LastLeapSecond_StaysInTheDay()
    {
        Assert.That(FhirTime.TryParse("23:59:60", out var time), Is.True);
        Assert.That(time.Value, Is.EqualTo(TimeOnly.MaxValue));
    }

    [Test]
    public void Constructors_Values_WriteTheDocumentedForm()
    {
        Assert.That(new FhirInstant(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.FromHours(-4))).Text, Is.EqualTo("2030-01-02T03:04:05.000-04:00"));
        Assert.That(new FhirDate(new DateOnly(2030, 1, 2)).Text, Is.EqualTo("2030-01-02"));
        Assert.That(new FhirTime(new TimeOnly(3, 4, 5, 678)).Text, Is.EqualTo("03:04:05"));
        Assert.That(new FhirDecimal(1.50m).Text, Is.EqualTo("1.50"));
    }
}
