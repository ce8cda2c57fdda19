using System.Globalization;

using static Sas.Interop.MockVendors.Sandbox.FeedJson;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>The entries of one practitioner at one vendor (CONTRACT §5.2–5.8).</summary>
internal static class FhirFeedEntries
{
    private static readonly string[] Clocks = ["08:20", "09:00", "10:40", "11:20", "14:00", "15:40", "17:20", "18:40"];

    public static FeedBlock Of(SandboxPlan plan, SandboxPractitioner practitioner, IEnumerable<(SandboxPlace Place, int Number)> places)
    {
        var block = new FeedBlock();
        var n = practitioner.Number.ToString(CultureInfo.InvariantCulture);
        block.Entry(Practitioner(practitioner, n), "Practitioner", "ps-" + n);
        foreach (var community in SandboxCommunities.AreTold(practitioner) ? SandboxCommunities.Of(practitioner) : [])
        {
            block.Entry(HealthcareService(community), "HealthcareService", $"hs-{community}");
            block.Entry(Organization(plan.Communities[community], community), "Organization", $"org-{community}");
        }

        foreach (var (place, number) in places)
        {
            var p = $"{n}-{number}";
            block.Entry(PractitionerRole(place, n, p), "PractitionerRole", "role-" + p);
            block.Entry(Schedule(n, p), "Schedule", "schedule-" + p);
            block.Days(place.TimeZone, day => Slots(day, practitioner, place, p));
        }

        return block;
    }

    private static void Slots(FeedBlock day, SandboxPractitioner practitioner, SandboxPlace place, string p)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            var clock = Clocks[(turn * 2) + ((practitioner.Number + turn) % 2)];
            var id = $"slot-{p}-{{{{day}}}}-{clock.Replace(":", string.Empty, StringComparison.Ordinal)}";
            day.At(clock, place.TimeZone).Entry(Slot(practitioner, p, id, turn), "Slot", id);
        }
    }

    private static string Slot(SandboxPractitioner practitioner, string p, string id, int turn)
    {
        var communities = SandboxCommunities.Of(practitioner);
        var (types, seen) = practitioner.Case switch
        {
            SandboxCase.OneCommunity or SandboxCase.SharedCommunities => (new[] { "CPTS" }, communities),
            SandboxCase.TwoPlacesOfCommunities => (["CPTS"], turn < 2 ? communities : [communities[turn - 2]]),
            SandboxCase.PublicAndCommunity when turn % 2 == 0 => (["PUBLIC", "CPTS"], communities),
            _ => (Types(turn), (IReadOnlyList<int>)[]),
        };
        var profile = seen.Count > 0 ? "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-cpts-slot-aggregator" : "http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur";
        var walkIn = practitioner.Number % 10 == 0 && turn == 3;
        return Object(
            Text("resourceType", "Slot"),
            Text("id", id),
            Member("meta", Object(Member("profile", Array(Quote(profile))), Member("security", Array([.. types.Select(static type => Coding(SlotTypeSystem, type))])))),
            Member("serviceType", Array([.. ServiceTypes(practitioner, turn), .. (SandboxCommunities.AreTold(practitioner) ? seen : []).Select(CommunityReference)])),
            Member("specialty", Array(Concept(SpecialtySystem, practitioner.Specialty))),
            Member("appointmentType", Concept("http://terminology.hl7.org/CodeSystem/v2-0276", walkIn ? "WALKIN" : "ROUTINE")),
            Member("schedule", Reference("Schedule/schedule-" + p)),
            Text("status", "free"),
            Text("start", "{{date start format=\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"}}"),
            Text("end", "{{date start offset='20 minutes' format=\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"}}"),
            Text("comment", $"https://vendor.example/rdv/ps-{practitioner.Number}?agenda={p}"));
    }

    private static string[] Types(int turn) => turn switch
    {
        0 => ["PUBLIC"],
        1 => ["PUBLIC", "PRO"],
        2 => ["PRO"],
        _ => ["SNP"],
    };

    private static IEnumerable<string> ServiceTypes(SandboxPractitioner practitioner, int turn)
    {
        yield return Concept(ActSystem, "AMB");
        if (practitioner.Number % 5 == 0)
        {
            yield return Concept(ActSystem, turn % 2 == 0 ? "VR" : "HH");
        }

        yield return Object(Text("text", turn % 2 == 0 ? "Consultation" : "Soins non programmés"));
    }

    private static string CommunityReference(int community) => Object(
        Member("extension", Array(Object(
            Text("url", "http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType"),
            Member("valueReference", Reference($"HealthcareService/hs-{community}"))))),
        Member("coding", Array(Coding("https://mos.esante.gouv.fr/NOS/TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement", "604"))));

    // Vendors keep national identifiers with or without their prefix; both must be understood.
    private static string Practitioner(SandboxPractitioner practitioner, string n) => Object(
        Text("resourceType", "Practitioner"),
        Text("id", "ps-" + n),
        Member("meta", Profile("http://sas.fr/fhir/StructureDefinition/FrPractitionerAgregateur")),
        Member("identifier", Array(Identifier(PersonTypeSystem, "IDNPS", "urn:oid:1.2.250.1.71.4.2.1", practitioner.Number % 4 == 0 ? practitioner.Id[1..] : practitioner.Id))),
        Member("name", Array(Object(Text("family", practitioner.Family), Member("given", Array(Quote(practitioner.Given)))))));

    private static string PractitionerRole(SandboxPlace place, string n, string p) => Object(
        Text("resourceType", "PractitionerRole"),
        Text("id", "role-" + p),
        Member("meta", Profile("http://sas.fr/fhir/StructureDefinition/FrPractitionerRoleExerciceAgregateur")),
        Member("contained", Array(Location(place, "place-" + p, "http://sas.fr/fhir/StructureDefinition/FrLocationAgregateur"))),
        Member("practitioner", Reference("Practitioner/ps-" + n)),
        Member("organization", Object(Member("identifier", Identifier(PersonTypeSystem, "IDNST", "urn:oid:1.2.250.1.71.4.2.2", place.Structure)))),
        Member("location", Array(Reference("#place-" + p))),
        Member("telecom", Array(Phone(place.Phone))));

    private static string Schedule(string n, string p) => Object(
        Text("resourceType", "Schedule"),
        Text("id", "schedule-" + p),
        Member("meta", Profile("http://sas.fr/fhir/StructureDefinition/FrScheduleAgregateur")),
        Member("actor", Array(Reference("Practitioner/ps-" + n), Reference("PractitionerRole/role-" + p))));

    private static string HealthcareService(int community) => Object(
        Text("resourceType", "HealthcareService"),
        Text("id", $"hs-{community}"),
        Member("meta", Profile("https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-cpts-healthcareservice-aggregator")),
        Member("providedBy", Reference($"Organization/org-{community}")));

    private static string Organization(SandboxCommunity community, int number) => Object(
        Text("resourceType", "Organization"),
        Text("id", $"org-{number}"),
        Member("meta", Profile("https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-cpts-organization-aggregator")),
        Member("identifier", Array(Identifier(PlaceTypeSystem, "IDNST", "urn:oid:1.2.250.1.71.4.2.2", community.Finess))),
        Text("name", community.Name),
        Member("telecom", Array(Phone(community.Phone))));
}
