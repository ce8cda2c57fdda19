using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

[TestFixture]
[Parallelizable]
internal sealed class SlotKindReaderTests
{
    [Test]
    public async Task Read_SlotOfTheContract_GivesItsKind() => Assert.That(await KindAsync(FhirSamples.Slot("a", "s1", 3, "PUBLIC", "SNP")), Is.EqualTo(new SlotKind
    {
        Types = SlotTypes.Public | SlotTypes.Snp,
        Consultations = ConsultationTypes.Ambulatory,
        Reasons = ["Suivi"],
        Specialties = [new Specialty("SM54", null)],
        Mode = BookingMode.Routine,
        BookingUrl = new Uri("https://rdv.vendor.example/agenda/7?lieu=2"),
    }));

    [TestCase("pro", SlotTypes.Professional)]
    [TestCase("CPTS", SlotTypes.Cpts)]
    public async Task Read_TypeCode_InAnyCase(string code, SlotTypes expected) =>
        Assert.That((await KindAsync(FhirSamples.Slot("a", "s1", 3, code))).Types, Is.EqualTo(expected));

    [Test]
    public async Task Read_PrivateBesidePublic_IsPublic() =>
        Assert.That((await KindAsync(FhirSamples.Slot("a", "s1", 3, "private", "PUBLIC"))).Types, Is.EqualTo(SlotTypes.Public));

    [Test]
    public async Task Read_CodingAndTextInOneEntry_GivesBoth()
    {
        var slot = FhirSamples.Slot("a", "s1") with
        {
            ServiceType =
            [
                FhirSamples.Concept(CodeSystems.ConsultationType, "vr") with { Text = " Visite de contrôle " },
                FhirSamples.Concept(CodeSystems.ConsultationType, "HH"),
                FhirSamples.Concept(CodeSystems.ConsultationType, "EMER"),
                new CodeableConcept { Text = "Visite de contrôle" },
                new CodeableConcept { Text = "   " },
            ],
        };

        var kind = await KindAsync(slot);

        Assert.That(kind.Consultations, Is.EqualTo(ConsultationTypes.Virtual | ConsultationTypes.Home), "D41");
        Assert.That(kind.Reasons, Is.EqualTo(new[] { "Visite de contrôle" }), "D40");
    }

    [Test]
    public async Task Read_SpecialtiesOfEverySort_AreKept()
    {
        var slot = FhirSamples.Slot("a", "s1") with
        {
            Specialty =
            [
                FhirSamples.Concept("https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale", "SM05"),
                new CodeableConcept { Text = "Acupuncture" },
                new CodeableConcept { Coding = [new Coding { System = "https://vendor.example/codes", Code = "12", Display = "Médecine du sport" }] },
                FhirSamples.Concept(null, "homeopathie"),
                new CodeableConcept { Coding = [FhirSamples.Coding("https://vendor.example/codes", "9"), FhirSamples.Coding(CodeSystems.Specialty, "SM41")] },
            ],
        };

        Assert.That((await KindAsync(slot)).Specialties, Is.EqualTo(new[]
        {
            new Specialty("SM05", null), new Specialty(null, "Acupuncture"), new Specialty(null, "Médecine du sport"),
            new Specialty(null, "homeopathie"), new Specialty("SM41", null),
        }), "D39");
    }

    [TestCase("WALKIN", BookingMode.WalkIn)]
    [TestCase("routine", BookingMode.Routine)]
    [TestCase("FOLLOWUP", BookingMode.Unknown)]
    public async Task Read_BookingMode_UnknownIsAsAbsent(string code, BookingMode expected) =>
        Assert.That((await KindAsync(FhirSamples.Slot("a", "s1") with { AppointmentType = FhirSamples.Concept(null, code) })).Mode, Is.EqualTo(expected), "D42");

    [TestCase("https://rdv.vendor.example/a?b=c", "https://rdv.vendor.example/a?b=c")]
    [TestCase("  http://rdv.vendor.example/a ", "http://rdv.vendor.example/a")]
    [TestCase("https://rdv.vendor.example/a?origin=sas", "https://rdv.vendor.example/a")]
    [TestCase("https://rdv.vendor.example/a?x=1&origin=sas&y=2#z", "https://rdv.vendor.example/a?x=1&y=2#z")]
    [TestCase("https://rdv.vendor.example/a?origin=home", "https://rdv.vendor.example/a?origin=home")]
    [TestCase("Venir à jeun", null)]
    [TestCase("/agenda/7", null)]
    [TestCase("javascript:alert(1)", null)]
    [TestCase("ftp://vendor.example/a", null)]
    [TestCase("https://user:word@vendor.example/", null)]
    [TestCase("https://vendor.example/ Venir à jeun", null)]
    [TestCase(null, null)]
    public async Task Read_Comment_IsABookingPageOnlyWhenAnAddressOfTheWeb(string? comment, string? expected) =>
        Assert.That((await KindAsync(FhirSamples.Slot("a", "s1") with { Comment = comment })).BookingUrl?.AbsoluteUri, Is.EqualTo(expected), "D37, D38");

    [Test]
    public async Task Read_NoComment_UsesTheDirectorysPage()
    {
        var handler = new ScriptedHttpHandler().Json("/fhir/", FhirSamples.Searchset([FhirSamples.Slot("a", "s1") with { Comment = null }, FhirSamples.Slot("b", "s1", 4), .. FhirSamples.Agenda()]));
        await using var adapter = FhirPulls.Adapter(handler);
        var target = new PullTarget { Owner = FhirSamples.Owner, BookingUrl = new Uri("https://directory.example/page") };

        var results = await ((ISlotSource)adapter).PullAsync(new PullRequest([target], FhirSamples.Window), CancellationToken.None).ToListAsync();

        Assert.That(FhirPulls.Slots(results.Single().Outcome.Value).Select(static slot => slot.Kind.BookingUrl?.Host), Is.EqualTo(new[] { "directory.example", "rdv.vendor.example" }));
    }

    [Test]
    public async Task Read_CommunityOfTheContract_IsFollowedToItsStructure()
    {
        var slot = FhirSamples.Slot("a", "s1", 3, "CPTS") with
        {
            ServiceType = [FhirSamples.Community("h2"), FhirSamples.Community("h1"), FhirSamples.Community("h1") with { Text = "CPTS" }],
        };

        var kind = await KindAsync(slot, Services());

        Assert.That(kind.Communities, Is.EqualTo(new[]
        {
            new Cpts("1990000017", "CPTS des Essais", "+33199003355"),
            new Cpts("1990000025", "CPTS du Nord", "+33199003355"),
        }));
        Assert.That(kind.Reasons, Is.Empty, "The words of a community are no reason for a visit.");
    }

    [Test]
    public async Task Read_CommunityReferenceOnASlotWithoutCptsType_IsLeftOut()
    {
        var slot = FhirSamples.Slot("a", "s1", 3, "PUBLIC") with { ServiceType = [FhirSamples.Community("h1")] };

        Assert.That((await KindAsync(slot, Services())).Communities, Is.Empty);
    }

    [Test]
    public async Task Read_CommunityWithoutFiness_IsLeftOut()
    {
        var slot = FhirSamples.Slot("a", "s1", 3, "PUBLIC", "CPTS") with { ServiceType = [FhirSamples.Community("h1"), FhirSamples.Community("h3"), FhirSamples.Community("nowhere")] };
        Resource[] odd = [new HealthcareService { Id = "h3", ProvidedBy = FhirSamples.To("Organization/o3") }, FhirSamples.Organization("o3", FhirSamples.Siret)];

        var kind = await KindAsync(slot, [.. Services(), .. odd]);

        Assert.That(kind.Communities.Select(static community => community.Finess), Is.EqualTo(new[] { "1990000017" }));
        Assert.That(kind.Types, Is.EqualTo(SlotTypes.Public | SlotTypes.Cpts));
    }

    [Test]
    public async Task PullAsync_SlotsOfOneKind_ShareOneInstance()
    {
        var slots = FhirPulls.Slots(await FhirPulls.SnapshotAsync(FhirSamples.Searchset(
        [
            .. FhirSamples.Agenda(), .. Services(), .. Enumerable.Range(0, 20).Select(static index => FhirSamples.Slot("a" + index, "s1", index, index % 2 == 0 ? "PRO" : "CPTS") with
            {
                ServiceType = [FhirSamples.Community("h1")],
            }),
        ])));

        Assert.That(slots, Has.Count.EqualTo(20));
        Assert.That(slots.Select(static slot => slot.Kind).Distinct(ReferenceEqualityComparer.Instance).Count(), Is.EqualTo(2));
    }

    private static Resource[] Services() =>
    [
        new HealthcareService { Id = "h1", ProvidedBy = FhirSamples.To("Organization/o1") },
        new HealthcareService { Id = "h2", ProvidedBy = FhirSamples.To("Organization/o2") },
        FhirSamples.Organization("o1", "990000017", "CPTS des Essais"),
        FhirSamples.Organization("o2", "1990000025", "CPTS du Nord"),
    ];

    private static async Task<SlotKind> KindAsync(Slot slot, params Resource[] others) =>
        FhirPulls.Slots(await FhirPulls.SnapshotAsync(FhirSamples.Searchset([slot, .. FhirSamples.Agenda(), .. others]))).Single().Kind;
}
