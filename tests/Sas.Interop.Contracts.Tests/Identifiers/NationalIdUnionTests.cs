using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Identifiers;

namespace Sas.Interop.Contracts.Tests.Identifiers;

[TestFixture]
[Parallelizable]
internal sealed class NationalIdUnionTests
{
    [TestCase("810001234566", PractitionerIdKind.Rpps, "810001234566")]
    [TestCase("10001234566", PractitionerIdKind.Rpps, "810001234566")]
    [TestCase("0991234567", PractitionerIdKind.Adeli, "0991234567")]
    [TestCase("991234567", PractitionerIdKind.Adeli, "0991234567")]
    [TestCase("011234567", PractitionerIdKind.Adeli, "0011234567")]
    public void PractitionerNationalId_Length_TellsTheKind(string text, PractitionerIdKind kind, string printed)
    {
        Assert.That(PractitionerNationalId.TryParse(text, out var id), Is.True);
        Assert.That(id.Kind, Is.EqualTo(kind));
        Assert.That(id.ToString(), Is.EqualTo(printed));
        Assert.That(PractitionerNationalId.TryParse(printed, out var again), Is.True);
        Assert.That(again, Is.EqualTo(id));
    }

    [TestCase("3456780581/11242343")]
    [TestCase("910001234566")]
    [TestCase("1991234567")]
    [TestCase("Dr Exemple")]
    [TestCase("")]
    public void PractitionerNationalId_OtherShapes_AreRefused(string text) => Assert.That(PractitionerNationalId.TryParse(text, out _), Is.False);

    [TestCase("1990000001", StructureIdKind.Finess, "1990000001")]
    [TestCase("990000001", StructureIdKind.Finess, "1990000001")]
    [TestCase("890000001", StructureIdKind.Finess, "1890000001")]
    [TestCase("12A0000001", StructureIdKind.Finess, "12A0000001")]
    [TestCase("312345678900000", StructureIdKind.Siret, "312345678900000")]
    [TestCase("12345678900000", StructureIdKind.Siret, "312345678900000")]
    [TestCase("43210987654321", StructureIdKind.RppsRang, "43210987654321")]
    [TestCase("41000123456612", StructureIdKind.RppsRang, "41000123456612")]
    [TestCase("410001234566123", StructureIdKind.RppsRang, "410001234566123")]
    [TestCase("4100012345", StructureIdKind.RppsRang, "4100012345")]
    [TestCase("099123456701", StructureIdKind.AdeliRang, "099123456701")]
    [TestCase("02A123456701", StructureIdKind.AdeliRang, "02A123456701")]
    public void StructureNationalId_PrefixAndLength_TellTheKind(string text, StructureIdKind kind, string printed)
    {
        Assert.That(StructureNationalId.TryParse(text, out var id, out _), Is.True);
        Assert.That(id.Kind, Is.EqualTo(kind));
        Assert.That(id.ToString(), Is.EqualTo(printed));
        Assert.That(StructureNationalId.TryParse(kind, printed, out var again, out _), Is.True);
        Assert.That(again, Is.EqualTo(id));
    }

    [Test]
    public void StructureNationalId_SiretFromFourOn_IsToldByItsCheckDigit()
    {
        var right = Enumerable.Range(0, 10).Select(static digit => $"4321098765432{digit}").Single(CheckDigits.IsSiret);

        Assert.That(StructureNationalId.TryParse(right, out var id, out var warning), Is.True);
        Assert.That(id.Kind, Is.EqualTo(StructureIdKind.Siret));
        Assert.That(warning, Is.Null);
    }

    [TestCase("")]
    [TestCase("12345")]
    [TestCase("2990000001")]
    [TestCase("912345678900000")]
    [TestCase("199000000\t1")]
    [TestCase("1990000001\u0000")]
    public void StructureNationalId_OtherShapes_AreRefused(string text) => Assert.That(StructureNationalId.TryParse(text, out _, out _), Is.False);

    [Test]
    public void Preferred_SeveralKnown_FollowsTheOrder()
    {
        StructureNationalId[] known = [Structure(StructureIdKind.AdeliRang, "099123456701"), Structure(StructureIdKind.Siret, "12345678900000"), default];

        Assert.That(StructureNationalId.Preferred(known)?.Kind, Is.EqualTo(StructureIdKind.Siret));
        Assert.That(StructureNationalId.Preferred([.. known, Structure(StructureIdKind.Finess, "990000001")])?.Kind, Is.EqualTo(StructureIdKind.Finess));
        Assert.That(StructureNationalId.Preferred([]), Is.Null);
    }

    [Test]
    public void ToIdentifier_EachUnion_HasTypeSystemAndPrefixedValue()
    {
        Assert.That(PractitionerNationalId.TryParse("10001234566", out var practitioner), Is.True);

        var person = practitioner.ToIdentifier();
        var place = Structure(StructureIdKind.Finess, "990000001").ToIdentifier(CodeSystems.LocationIdentifierType);

        Assert.That((person.System, person.Value), Is.EqualTo(("urn:oid:1.2.250.1.71.4.2.1", "810001234566")));
        Assert.That(person.Type?.Coding?[0], Has.Property("Code").EqualTo("IDNPS").And.Property("System").EqualTo(CodeSystems.IdentifierType));
        Assert.That((place.System, place.Value), Is.EqualTo(("urn:oid:1.2.250.1.71.4.2.2", "1990000001")));
        Assert.That(place.Type?.Coding?[0], Has.Property("Code").EqualTo("IDNST").And.Property("System").EqualTo(CodeSystems.LocationIdentifierType));
    }

    [Test]
    public void PractitionerNationalId_FromItsKinds_IsTheSame()
    {
        Assert.That(RppsId.TryParse("10001234566", out var rpps), Is.True);
        Assert.That(AdeliId.TryParse("991234567", out var adeli), Is.True);

        PractitionerNationalId[] wrapped = [rpps, adeli];

        Assert.That(wrapped.Select(static id => id.ToString()), Is.EqualTo(new[] { rpps.ToString(), adeli.ToString() }));
    }

    private static StructureNationalId Structure(StructureIdKind kind, string text) =>
        StructureNationalId.TryParse(kind, text, out var id, out _) ? id : throw new ArgumentException("The sample is wrong.", nameof(text));
}
