using System.Text.RegularExpressions;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Tests.Mapping;

internal sealed partial class PhonesTests
{
    [TestCase("0199001122", "+33199001122")]
    [TestCase("01 99 00 11 22", "+33199001122")]
    [TestCase("01.99.00.11.22", "+33199001122")]
    [TestCase("01-99-00-11-22", "+33199001122")]
    [TestCase("01\u00A099\u00A000\u00A011\u00A022", "+33199001122")]
    [TestCase("199001122", "+33199001122")]
    [TestCase("+33199001122", "+33199001122")]
    [TestCase("+33 (0)1 99 00 11 22", "+33199001122")]
    [TestCase("0033199001122", "+33199001122")]
    [TestCase("33199001122", "+33199001122")]
    [TestCase("0262000000", "+262262000000")]
    [TestCase("+33262000000", "+262262000000")]
    [TestCase("+262262000000", "+262262000000")]
    [TestCase("0590000000", "+590590000000")]
    [TestCase("0596000000", "+596596000000")]
    [TestCase("0594000000", "+594594000000")]
    [TestCase("0639000000", "+262639000000")]
    [TestCase("+41220000000", "+41220000000")]
    public void Normalize_NumberThatCanBeDialled_IsE164(string text, string expected) => Assert.That(Phones.Normalize(text), Is.EqualTo(expected));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("15")]
    [TestCase("3624")]
    [TestCase("sur rendez-vous")]
    [TestCase("01 99 00 11 22 / 01 99 00 11 23")]
    [TestCase("+33019900112", Description = "no number begins with the trunk digit after the country code")]
    [TestCase("33019900112")]
    [TestCase("+0199001122")]
    [TestCase("01 99 00 11 2\u0662", Description = "a digit of another alphabet")]
    public void Normalize_NoNumber_IsNull(string? text) => Assert.That(Phones.Normalize(text), Is.Null);

    [Test]
    public void Normalize_AnyText_IsNullOrE164AndStaysAsItIs() =>
        Prop.ForAll(
            Noise().ToArbitrary(),
            static text => Phones.Normalize(text) is not { } number || (E164().IsMatch(number) && Phones.Normalize(number) == number))
            .QuickCheckThrowOnFailure();

    [Test]
    public void Normalize_Separators_DoNotMatter()
    {
        var input =
            from digits in Gen.Choose(0, 99_999_999)
            from separator in Gen.Elements(" ", ".", "-", "\u202F", "/")
            select (Plain: $"01{digits:00000000}", Separator: separator);
        Prop.ForAll(
            input.ToArbitrary(),
            static item => Phones.Normalize(string.Join(item.Separator, item.Plain.Chunk(2).Select(static pair => new string(pair)))) == Phones.Normalize(item.Plain)
                && Phones.Normalize(item.Plain) is not null)
            .QuickCheckThrowOnFailure();
    }

    private static Gen<string> Noise() =>
        from prefix in Gen.Elements(string.Empty, "+", "00", "+33", "0033", "33", "0", "+33 (0)", "+262", "02", "05", "06")
        from digits in Gen.Elements("0123456789 .-".ToCharArray()).ListOf()
        select prefix + string.Concat(digits);

    [GeneratedRegex(@"^\+(33[1-9][0-9]{8}|(?!33)[1-9][0-9]{7,14})$")]
    private static partial Regex E164();
}
