using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Adapters.Replay.Templates;

namespace Sas.Interop.Adapters.Tests.Replay.Templates;

internal sealed class JavaNumberTests
{
    [TestCase(1.0, "1.0")]
    [TestCase(-0.0, "-0.0")]
    [TestCase(0.001, "0.001")]
    [TestCase(0.0001, "1.0E-4")]
    [TestCase(0.00012, "1.2E-4")]
    [TestCase(9999999.5, "9999999.5")]
    [TestCase(1e7, "1.0E7")]
    [TestCase(12345678901, "1.2345678901E10")]
    [TestCase(-1.5e300, "-1.5E300")]
    [TestCase(100, "100.0")]
    [TestCase(double.NaN, "NaN")]
    [TestCase(double.NegativeInfinity, "-Infinity")]
    public void Print_ADouble_LooksAsOnTheJvm(double value, string expected) => Assert.That(JavaNumber.Print(value), Is.EqualTo(expected));

    [Test]
    public void Print_AnyDouble_ReadsBackToItself() =>
        Prop.ForAll(
            Gen.Choose(-1_000_000_000, 1_000_000_000).SelectMany(static mantissa => Gen.Choose(-12, 12).Select(exponent => mantissa * Math.Pow(10, exponent))).ToArbitrary(),
            static value => double.Parse(JavaNumber.Print(value), CultureInfo.InvariantCulture).Equals(value)).QuickCheckThrowOnFailure();
}
