using System.Text;

using FsCheck;
using FsCheck.Fluent;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Source;
using Sas.Interop.Hub.Preferences;

namespace Sas.Interop.Hub.Tests.Preferences;

/// <summary>What a body may say, and the path of each fault when it says something else.</summary>
internal sealed class PreferenceReaderTests
{
    private const string Planned = """{"from":"2026-03-02T08:00:00+01:00","to":"2026-03-09T08:00:00+01:00"}""";

    private static readonly OwnerKey Practitioner = OwnerKey.Create(OwnerKind.Practitioner, "810000000001");

    private static readonly OwnerKey Association = OwnerKey.Create(OwnerKind.Association, "330000000000001");

    [Test]
    public void Read_Everything_IsKeptInOneOrder()
    {
        var (document, faults) = Read("""
            {
              "refusesSlots": false, "reorientationPackage": true, "declaredVendors": ["maiia", "doctolib", "maiia"],
              "unavailabilities": [
                { "place": "cabinet-2", "from": "2026-07-01T00:00:00.1239+02:00" },
                { "place": null, "from": "2026-08-01T00:00:00+02:00", "to": "2026-08-02T00:00:00Z" },
                { "from": "2026-05-01T00:00:00+0200", "to": "2026-05-02T00:00:00+02:00" }
              ]
            }
            """);

        Assert.That(faults, Is.Empty);
        Assert.That(document?.ToJson(), Is.EqualTo(
            """{"refusesSlots":false,"reorientationPackage":true,"declaredVendors":["doctolib","maiia"],"unavailabilities":["""
            + """{"place":null,"from":"2026-05-01T00:00:00.000+02:00","to":"2026-05-02T00:00:00.000+02:00"},"""
            + """{"place":null,"from":"2026-08-01T00:00:00.000+02:00","to":"2026-08-02T00:00:00.000+00:00"},"""
            + """{"place":"cabinet-2","from":"2026-07-01T00:00:00.123+02:00","to":null}]}"""));
    }

    [TestCase("{}")]
    [TestCase("""{"refusesSlots":null,"declaredVendors":null,"unavailabilities":null,"reorientationPackage":null}""")]
    [TestCase("""{"refusesSlots":null,"reorientationPackage":false,"declaredVendors":[],"unavailabilities":[]}""")]
    public void Read_NothingSaid_IsTheUsual(string body)
    {
        var (document, faults) = Read(body);

        Assert.That(faults, Is.Empty);
        Assert.That(document?.ToJson(), Is.EqualTo(new PreferenceDocument().ToJson()));
    }

    [TestCase("""{"refusesSlots":"yes"}""", "$.refusesSlots")]
    [TestCase("""{"refusesSlots":1}""", "$.refusesSlots")]
    [TestCase("""{"reorientationPackage":[]}""", "$.reorientationPackage")]
    [TestCase("""{"RefusesSlots":true}""", "$.RefusesSlots")]
    [TestCase("""{"surprise":true}""", "$.surprise")]
    [TestCase("""{"declaredVendors":"doctolib"}""", "$.declaredVendors")]
    [TestCase("""{"declaredVendors":["doctolib","nobody"]}""", "$.declaredVendors[1]")]
    [TestCase("""{"declaredVendors":[7]}""", "$.declaredVendors[0]")]
    [TestCase("""{"declaredVendors":[null]}""", "$.declaredVendors[0]")]
    [TestCase("""{"unavailabilities":{}}""", "$.unavailabilities")]
    [TestCase("""{"unavailabilities":[7]}""", "$.unavailabilities[0]")]
    [TestCase("""{"unavailabilities":[{"place":""}]}""", "$.unavailabilities[0].place")]
    [TestCase("""{"unavailabilities":[{"place":"a\u0000b"}]}""", "$.unavailabilities[0].place")]
    [TestCase("""{"unavailabilities":[{"note":"x"}]}""", "$.unavailabilities[0].note")]
    [TestCase("""{"unavailabilities":[{"from":"2026-03-02T08:00:00"}]}""", "$.unavailabilities[0].from")]
    [TestCase("""{"unavailabilities":[{"from":"2026-03-02"}]}""", "$.unavailabilities[0].from")]
    [TestCase("""{"unavailabilities":[{"from":"2026-02-30T08:00:00Z"}]}""", "$.unavailabilities[0].from")]
    [TestCase("""{"unavailabilities":[{"from":"0001-01-01T00:00:00Z"}]}""", "$.unavailabilities[0].from")]
    [TestCase("""{"unavailabilities":[{"from":1772434800}]}""", "$.unavailabilities[0].from")]
    [TestCase("""{"unavailabilities":[{"to":"2026-03-02T08:00:00Z"}]}""", "$.unavailabilities[0].from")]
    [TestCase("""{"unavailabilities":[{"from":"2026-03-02T08:00:00Z","to":"2026-03-02T09:00:00+01:00"}]}""", "$.unavailabilities[0].to")]
    [TestCase("""{"unavailabilities":[{"from":"2026-03-02T08:00:00Z","to":"2026-03-01T08:00:00Z"}]}""", "$.unavailabilities[0].to")]
    [TestCase("""{"unavailabilities":[{"from":"2026-03-02T08:00:00Z","to":"2028-03-02T08:00:00.001Z"}]}""", "$.unavailabilities[0].to")]
    [TestCase($$"""{"unavailabilities":[{{Planned}},{{Planned}},{{Planned}},{{Planned}}]}""", "$.unavailabilities[3]")]
    [TestCase($$"""{"unavailabilities":[{{Planned}},{}]}""", "$.unavailabilities[1]")]
    [TestCase("""{"unavailabilities":[{"place":"a"},{"place":"a","from":"2026-03-02T08:00:00Z"}]}""", "$.unavailabilities[1]")]
    public void Read_Fault_IsNamedByItsPath(string body, string path)
    {
        var (document, faults) = Read(body);

        Assert.That(document, Is.Null);
        Assert.That(faults.Select(static fault => fault.Path), Is.EqualTo(new[] { path }));
    }

    [Test]
    public void Read_LongestPlannedAbsence_IsTwoYears() =>
        Assert.That(Read("""{"unavailabilities":[{"from":"2026-03-02T08:00:00Z","to":"2028-03-02T08:00:00Z"}]}""").Faults, Is.Empty);

    [Test]
    public void Read_ThreePlannedAtEachPlace_AreTaken() =>
        Assert.That(Read($$"""{"unavailabilities":[{{Planned}},{{Planned}},{{Planned}},{"place":"a"},{"place":"b"}]}""").Faults, Is.Empty);

    [Test]
    public void Read_SeveralFaults_NamesThemAll() =>
        Assert.That(
            Read("""{"refusesSlots":0,"declaredVendors":["nobody"],"unavailabilities":[{"from":"soon"}],"x":1}""").Faults.Select(static fault => fault.Path),
            Is.EquivalentTo(new[] { "$.refusesSlots", "$.declaredVendors[0]", "$.unavailabilities[0].from", "$.x" }));

    [Test]
    public void Read_TooManyItems_AreRefused()
    {
        var spans = string.Join(',', Enumerable.Range(0, 201).Select(static number => $$"""{"place":"p{{number}}"}"""));
        var vendors = string.Join(',', Enumerable.Repeat("\"doctolib\"", 101));

        Assert.That(
            Read($$"""{"unavailabilities":[{{spans}}],"declaredVendors":[{{vendors}}]}""").Faults.Select(static fault => fault.Path),
            Is.EquivalentTo(new[] { "$.unavailabilities", "$.declaredVendors" }));
    }

    [Test]
    public void Read_Association_DeclaresRefusalAndAbsencesOnly()
    {
        Assert.That(Read("""{"refusesSlots":true,"unavailabilities":[{"place":"a"}],"declaredVendors":[],"reorientationPackage":false}""", Association).Faults, Is.Empty);
        Assert.That(
            Read("""{"declaredVendors":["doctolib"],"reorientationPackage":true}""", Association).Faults.Select(static fault => fault.Path),
            Is.EquivalentTo(new[] { "$.declaredVendors", "$.reorientationPackage" }));
    }

    [Test]
    public void Parse_AnyDocument_ComesBackTheSame() => Prop.ForAll(
        (from refuses in Gen.Elements<bool?>(null, true, false)
         from package in Gen.Elements(true, false)
         from vendors in Gen.SubListOf("doctolib", "maiia")
         from spans in (from place in Gen.Elements("cabinet-1", "1750000001", null)
                        from start in Gen.Choose(0, 1_000_000)
                        from minutes in Gen.Choose(1, 1_000_000)
                        from offset in Gen.Elements(-10, 0, 1, 2, 11)
                        let first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(offset)).AddMinutes(start)
                        select new UnavailabilityDocument(place, UnavailabilityDocument.Text(first), UnavailabilityDocument.Text(first.AddMinutes(minutes)))).ListOf()
         select new PreferenceDocument { RefusesSlots = refuses, ReorientationPackage = package, DeclaredVendors = [.. vendors], Unavailabilities = [.. spans.DistinctBy(static span => span.Place)] }).ToArbitrary(),
        static document =>
        {
            var (read, faults) = Read(document.ToJson());
            Assert.That(faults, Is.Empty);
            Assert.That(PreferenceDocument.Parse(read?.ToJson() ?? string.Empty)?.ToJson(), Is.EqualTo(read?.ToJson()));
            Assert.That(read?.ToPreference().Unavailabilities, Is.EquivalentTo(document.ToPreference().Unavailabilities));
            Assert.That(read?.DeclaredVendors, Is.EquivalentTo(document.DeclaredVendors));
            Assert.That((read?.RefusesSlots, read?.ReorientationPackage), Is.EqualTo((document.RefusesSlots, (bool?)document.ReorientationPackage)));
        }).QuickCheckThrowOnFailure();

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("""{"declaredVendors":null}""")]
    [TestCase("""{"unavailabilities":[null]}""")]
    [TestCase("""{"unavailabilities":[{"place":null,"from":"soon","to":null}]}""")]
    public void Parse_ChangedByHand_IsNotTaken(string kept) => Assert.That(PreferenceDocument.Parse(kept), Is.Null);

    private static (PreferenceDocument? Document, IReadOnlyList<Sas.Interop.Hub.Configuration.ConfigFault> Faults) Read(string body, OwnerKey? owner = null)
    {
        var faults = new FaultList("body");
        var root = SourceParser.Parse(Encoding.UTF8.GetBytes(body), ("$", 1), new SourceBounds(8, 2_000, 2_000), faults);
        Assert.That(root, Is.Not.Null);
        var reader = ObjectReader.Open(root, faults);
        Assert.That(reader, Is.Not.Null);
        var document = new PreferenceReader(reader, owner ?? Practitioner, static id => id is "doctolib" or "maiia").Read();
        return (document, faults.Faults());
    }
}
