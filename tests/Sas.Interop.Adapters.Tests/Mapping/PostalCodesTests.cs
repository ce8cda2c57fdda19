using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Tests.Mapping;

internal sealed class PostalCodesTests
{
    [TestCase("75011", "75011")]
    [TestCase(" 75 011 ", "75011")]
    [TestCase("1000", "01000")]
    [TestCase("97\u00A0400", "97400")]
    [TestCase("", null)]
    [TestCase(null, null)]
    [TestCase("750", null)]
    [TestCase("750111", null)]
    [TestCase("2A004", null)]
    [TestCase("75011 PARIS 11EME ARRONDISSEMENT", null)]
    [TestCase("\u0667\u0665\u0660\u0661\u0661", null)]
    public void Normalize_Text_IsFiveDigitsOrNothing(string? text, string? expected) => Assert.That(PostalCodes.Normalize(text), Is.EqualTo(expected));

    [Test]
    public void Normalize_AnyCode_SurvivesALostZeroAndBlanks() =>
        Prop.ForAll(
            Gen.Choose(1000, 98_999).ToArbitrary(),
            static number =>
            {
                var code = $"{number:00000}";
                return PostalCodes.Normalize(code) == code
                    && PostalCodes.Normalize($"{number}") == code
                    && PostalCodes.Normalize($"{code[..2]} {code[2..]}") == code;
            }).QuickCheckThrowOnFailure();
}
