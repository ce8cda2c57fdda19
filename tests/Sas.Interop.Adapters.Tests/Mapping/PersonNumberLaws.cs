using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Adapters.Mapping;

namespace Sas.Interop.Adapters.Tests.Mapping;

/// <summary>Every number of a person is seen, however it is written; no identifier or time of the contract is taken for one.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
internal sealed class PersonNumberLaws
{
    private const int Runs = 5_000;
    private static readonly char[] Plain = ['1', '2', '7', '8'];
    private static readonly string[] Separators = [" ", "\u00A0", "\u202F", "  ", ".", "-", "\t"];
    private static readonly string[] Around = ["", " ", "(", ")", ",", "\"", "|", "/", "=", ":", " é"];

    [Test]
    public void IsIn_NumberInOnePiece_IsSeen() => Holds(
        from number in Nirs.All(Plain)
        from before in Gen.Elements(Around)
        from after in Gen.Elements(Around)
        select $"{before}{number}{after}");

    [Test]
    public void IsIn_NumberInGroups_IsSeenAlsoOfThoseBeingRegistered() => Holds(
        from number in Nirs.All('1', '2', '3', '4', '7', '8')
        from separator in Gen.Elements(Separators)
        select Nirs.Grouped(number, separator));

    [Test]
    public void IsIn_KeyApart_IsSeen() => Holds(Nirs.All('1', '2', '3', '4', '7', '8').Select(static number => number.Insert(13, " ")));

    [Test]
    public void IsIn_WrongKey_IsNone() => Never(
        from number in Nirs.All(Plain)
        from wrongBy in Gen.Choose(1, 96)
        select Nirs.WithKey(number[..13], wrongBy));

    [Test]
    public void IsIn_PartOfALongerWord_IsNone() => Never(
        from number in Nirs.All(Plain)
        from more in Gen.Elements("0", "9", "a", "F", "é")
        from first in Gen.Elements(true, false)
        select first ? more + number : number + more);

    [Test]
    public void IsIn_Siret_IsNone() => Never(Digits(13).Select(static digits => "3" + WithLuhn(digits)));

    [Test]
    public void IsIn_SiretWithoutPrefix_IsNone() => Never(Digits(13).Select(WithLuhn));

    [Test]
    public void IsIn_Rpps_IsNone() => Never(Digits(9).Select(static digits => "8" + WithLuhn("1" + digits)));

    [Test]
    public void IsIn_PracticeOfAnRpps_IsNone() => Never(
        from digits in Digits(9)
        from rank in Digits(3)
        from length in Gen.Choose(0, 3)
        select "4" + WithLuhn("1" + digits) + rank[..length]);

    [Test]
    public void IsIn_FinessAndAdeli_AreNone() => Never(
        from digits in Digits(9)
        from prefix in Gen.Elements("1", "0")
        select prefix + digits);

    [Test]
    public void IsIn_RegulatorWithoutRpps_IsNone() => Never(
        from digits in Digits(9)
        from more in Digits(8)
        select $"3{digits}/{more}");

    [Test]
    public void IsIn_Uuid_IsNone() => Never(
        from bytes in Gen.Choose(0, 255).Select(static value => (byte)value).ArrayOf(16)
        from format in Gen.Elements("D", "N", "B")
        select new Guid(bytes).ToString(format));

    [Test]
    public void IsIn_ObjectIdentifier_IsNone() => Never(
        from root in Gen.Elements("1.2.250.1.", "urn:oid:1.2.250.1.", "2.16.840.1.", "urn:oid:1.3.6.1.4.1.")
        from arcs in Gen.Choose(0, 99_999).ListOf()
        select root + string.Join('.', arcs));

    [Test]
    public void IsIn_Time_IsNone() => Never(
        from ticks in Gen.Choose(0, int.MaxValue)
        from format in Gen.Elements("yyyy-MM-dd'T'HH:mm:ss.fff'+01:00'", "yyyyMMddHHmmss", "yyyyMMdd'T'HHmmss", "yyyy-MM-dd HH:mm:ss.fffffff", "dd.MM.yyyy HH.mm.ss")
        select new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(ticks).ToString(format, CultureInfo.InvariantCulture));

    [Test]
    public void IsIn_UnixTime_IsNone() => Never(
        from seconds in Gen.Choose(900_000_000, int.MaxValue)
        from more in Gen.Elements("", "000", "123", "123456789")
        select seconds.ToString(CultureInfo.InvariantCulture) + more);

    [Test]
    public void IsIn_Phone_IsNone() => Never(
        from digits in Digits(9)
        from head in Gen.Elements("+33", "0", "+33 ", "0033")
        select head + digits);

    [Test]
    public void IsIn_Anything_EndsAndDoesNotThrow() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), static text => PersonNumber.IsIn(text) || true).QuickCheckThrowOnFailure();

    [TestCase("")]
    [TestCase("1")]
    [TestCase("185057800608")]
    [TestCase("1.85.05.78")]
    [TestCase("2.18505780060843")]
    public void IsIn_TooShort_IsNone(string text) => Assert.That(PersonNumber.IsIn(text), Is.False);

    private static void Holds(Gen<string> texts) => Check(texts, expected: true);

    private static void Never(Gen<string> texts) => Check(texts, expected: false);

    private static void Check(Gen<string> texts, bool expected) =>
        Prop.ForAll(texts.ToArbitrary(), text => PersonNumber.IsIn(text) == expected).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    private static Gen<string> Digits(int count) => Gen.Choose(0, 9).ArrayOf(count).Select(static digits => string.Concat(digits));

    private static string WithLuhn(string digits)
    {
        var sum = digits.Reverse().Select(static (digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1)).Sum(static value => value > 9 ? value - 9 : value);
        return digits + ((10 - (sum % 10)) % 10).ToString(CultureInfo.InvariantCulture);
    }
}
