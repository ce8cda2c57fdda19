using FsCheck;
using FsCheck.Fluent;
using Sas.Interop.Contracts.Identifiers;

namespace Sas.Interop.Contracts.Tests.Identifiers;

[TestFixture]
[Parallelizable]
internal sealed class NationalIdentifierTests
{
    private delegate bool Reader(string text, out (string Raw, string Printed, IdentifierWarning? Warning) read);

    private static readonly Dictionary<string, (Reader Read, int Shortest, int Longest, bool IsFixed, char Prefix)> Kinds = new()
    {
        ["RPPS"] = (Rpps, 11, 11, true, '8'),
        ["ADELI"] = (Adeli, 9, 9, true, '0'),
        ["FINESS"] = (Finess, 9, 9, true, '1'),
        ["SIRET"] = (Siret, 14, 14, true, '3'),
        ["RPPS rang"] = (RppsRang, 2, 24, false, '4'),
        ["ADELI rang"] = (AdeliRang, 2, 24, false, '0'),
    };

    private static IEnumerable<string> KindNames => Kinds.Keys;

    [TestCaseSource(nameof(KindNames))]
    public void TryParse_PrintedIdentifier_GivesTheSame(string name) => Prop.ForAll(Digits(name), digits =>
    {
        var (read, _, _, _, prefix) = Kinds[name];
        return read(digits, out var first) && first.Raw == digits && first.Printed == prefix + digits
            && read(first.Printed, out var second) && second == first;
    }).QuickCheckThrowOnFailure();

    [TestCaseSource(nameof(KindNames))]
    public void TryParse_OuterBlanks_AreIgnored(string name) => Prop.ForAll(Digits(name), digits =>
        Kinds[name].Read(" " + digits + "\u00A0 ", out var read) && read.Raw == digits).QuickCheckThrowOnFailure();

    [TestCaseSource(nameof(KindNames))]
    public void TryParse_OneForeignCharacter_IsRefused(string name) => Prop.ForAll(
        Digits(name),
        Gen.Elements('\t', '\n', '\0', '-', '.', ' ', '٣', '３', 'é', '+').ToArbitrary(),
        (digits, foreign) => !Kinds[name].Read(digits[..1] + foreign + digits[1..], out _)
            && !Kinds[name].Read(digits[..1] + foreign + digits[2..], out _)).QuickCheckThrowOnFailure();

    [TestCaseSource(nameof(KindNames))]
    public void TryParse_WrongLength_IsRefused(string name)
    {
        var (read, shortest, longest, _, _) = Kinds[name];

        Assert.That(read("", out _), Is.False);
        Assert.That(read("   ", out _), Is.False);
        Assert.That(read(new string('5', shortest - 1), out _), Is.False);
        Assert.That(read(new string('5', longest + 1), out _), Is.False);
        Assert.That(read(new string('5', 100_000), out _), Is.False);
    }

    [TestCase("10001234567", true)]
    [TestCase("10001234565", true)]
    public void RppsId_CheckDigit_IsOnlyAWarning(string raw, bool isRead)
    {
        Assert.That(RppsId.TryParse(raw, out var id, out var warning), Is.EqualTo(isRead));
        Assert.That(warning is null, Is.EqualTo(CheckDigits.IsLuhn(raw)));
        Assert.That(id.ToString(), Is.EqualTo("8" + raw));
    }

    [TestCase("79927398713", true)]
    [TestCase("79927398710", false)]
    [TestCase("0", true)]
    [TestCase("18", true)]
    [TestCase("19", false)]
    public void IsLuhn_KnownNumbers_AreTold(string digits, bool isRight) => Assert.That(CheckDigits.IsLuhn(digits), Is.EqualTo(isRight));

    [Test]
    public void IsLuhn_OneDigitChanged_IsNoticed() => Prop.ForAll(
        Gen.Choose(0, 999_999_999).Zip(Gen.Choose(0, 8)).ToArbitrary(),
        static pair =>
        {
            var digits = pair.Item1.ToString("D9", null);
            var changed = digits.ToCharArray();
            changed[pair.Item2] = changed[pair.Item2] == '9' ? '0' : (char)(changed[pair.Item2] + 1);
            return !(CheckDigits.IsLuhn(digits) && CheckDigits.IsLuhn(new string(changed)));
        }).QuickCheckThrowOnFailure();

    [TestCase("35600000012345", IdentifierWarning.CheckDigit)]
    [TestCase("35600000012344", IdentifierWarning.CheckDigit)]
    [TestCase("35600000000010", null)]
    [TestCase("12345678900000", IdentifierWarning.CheckDigit)]
    public void SiretId_PostalEstablishment_HasItsOwnSum(string raw, IdentifierWarning? expected)
    {
        Assert.That(SiretId.TryParse(raw, out _, out var warning), Is.True);
        Assert.That(warning, Is.EqualTo(expected));
    }

    [TestCase("2A1234567", IdentifierWarning.DepartmentLetter, "12A1234567")]
    [TestCase("12b1234567", IdentifierWarning.DepartmentLetter, "12B1234567")]
    public void FinessId_Corsica_IsReadWithAWarning(string text, IdentifierWarning expected, string printed)
    {
        Assert.That(FinessId.TryParse(text, out var id, out var warning), Is.True);
        Assert.That(warning, Is.EqualTo(expected));
        Assert.That(id.ToString(), Is.EqualTo(printed));
    }

    [TestCase("2C1234567")]
    [TestCase("A21234567")]
    [TestCase("2A123456A")]
    [TestCase("2A12345678")]
    public void FinessId_OtherLetters_AreRefused(string text) => Assert.That(FinessId.TryParse(text, out _), Is.False);

    [TestCase("2A1234567", "02A1234567")]
    [TestCase("9d1234567", "09D1234567")]
    [TestCase("012345678", "0012345678")]
    [TestCase("0012345678", "0012345678")]
    public void AdeliId_LengthTellsThePrefix_NotTheFirstDigit(string text, string printed)
    {
        Assert.That(AdeliId.TryParse(text, out var id), Is.True);
        Assert.That(id.ToString(), Is.EqualTo(printed));
    }

    [Test]
    public void RppsId_OtherPrefix_IsRefused() => Assert.That(RppsId.TryParse("310001234567", out _), Is.False);

    [Test]
    public void Default_AnyKind_PrintsNothing() => Assert.That(
        new[] { default(RppsId).ToString(), default(SiretId).Raw, default(PractitionerNationalId).ToString(), default(StructureNationalId).ToString() }, Is.All.Empty);

    private static Arbitrary<string> Digits(string name)
    {
        var (_, shortest, longest, isFixed, prefix) = Kinds[name];
        return Gen.Choose(shortest, longest)
            .SelectMany(static length => Gen.Choose('0', '9').Select(static digit => (char)digit).ArrayOf(length))
            .Select(static digits => new string(digits))
            .Where(digits => isFixed || (digits[0] != prefix && digits.Length < longest))
            .ToArbitrary();
    }

    private static bool Rpps(string text, out (string Raw, string Printed, IdentifierWarning? Warning) read)
    {
        var isRead = RppsId.TryParse(text, out var id, out var warning);
        read = (id.Raw, id.ToString(), warning);
        return isRead;
    }

    private static bool Adeli(string text, out (string Raw, string Printed, IdentifierWarning? Warning) read)
    {
        var isRead = AdeliId.TryParse(text, out var id, out var warning);
        read = (id.Raw, id.ToString(), warning);
        return isRead;
    }

    private static bool Finess(string text, out (string Raw, string Printed, IdentifierWarning? Warning) read)
    {
        var isRead = FinessId.TryParse(text, out var id, out var warning);
        read = (id.Raw, id.ToString(), warning);
        return isRead;
    }

    private static bool Siret(string text, out (string Raw, string Printed, IdentifierWarning? Warning) read)
    {
        var isRead = SiretId.TryParse(text, out var id, out var warning);
        read = (id.Raw, id.ToString(), warning);
        return isRead;
    }

    private static bool RppsRang(string text, out (string Raw, string Printed, IdentifierWarning? Warning) read)
    {
        var isRead = RppsRangId.TryParse(text, out var id, out var warning);
        read = (id.Raw, id.ToString(), warning);
        return isRead;
    }

    private static bool AdeliRang(string text, out (string Raw, string Printed, IdentifierWarning? Warning) read)
    {
        var isRead = AdeliRangId.TryParse(text, out var id, out var warning);
        read = (id.Raw, id.ToString(), warning);
        return isRead;
    }
}
