using System.Globalization;

using static Sas.Interop.MockVendors.Sandbox.FeedJson;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>The entries of one SOS Médecins association (CONTRACT §3.4).</summary>
internal static class SosFeedEntries
{
    private static readonly (string Clock, string Status, string[] Types)[] Offers =
    [
        ("20:00", "free", ["PUBLIC", "SNP"]),
        ("20:30", "free", ["PUBLIC", "PRO"]),

        // Neither of these two is shown by a search: professionals have no part in SOS Médecins (D15), and what is taken is not free.
        ("21:00", "free", ["PRO"]),
        ("21:30", "busy", ["PUBLIC"]),
        ("22:30", "free", ["SNP"]),
    ];

    public static FeedBlock Of(SandboxAssociation association)
    {
        var block = new FeedBlock();
        block.Entry(Organization(association), "Organization", association.Siret);
        foreach (var (place, number) in association.Places.Select(static (place, index) => (place, index + 1)))
        {
            var p = string.Create(CultureInfo.InvariantCulture, $"{association.Siret}-{number}");
            block.Entry(
                Location(
                    place,
                    "place-" + p,
                    "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-sos-location-aggregator",
                    Member("telecom", Array(Phone(association.Phone))),
                    Member("managingOrganization", Reference("Organization/" + association.Siret))),
                "Location",
                "place-" + p);
            block.Entry(Schedule(p), "Schedule", "schedule-" + p);
            block.Days(place.TimeZone, day => Slots(day, place, p));
        }

        return block;
    }

    private static void Slots(FeedBlock day, SandboxPlace place, string p)
    {
        foreach (var (clock, status, types) in Offers)
        {
            var id = $"slot-{p}-{{{{day}}}}-{clock.Replace(":", string.Empty, StringComparison.Ordinal)}";
            day.At(clock, place.TimeZone).Entry(Slot(p, id, status, types), "Slot", id);
        }
    }

    private static string Slot(string p, string id, string status, string[] types) => Object(
        Text("resourceType", "Slot"),
        Text("id", id),
        Member("meta", Object(
            Member("profile", Array(Quote("https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-sos-slot-aggregator"))),
            Member("security", Array(types.Select(static type => Coding(SlotTypeSystem, type)))))),
        Member("serviceType", Array(Concept(ActSystem, "AMB"))),
        Member("appointmentType", Concept("http://terminology.hl7.org/CodeSystem/v2-0276", "ROUTINE")),
        Member("schedule", Reference("Schedule/schedule-" + p)),
        Text("status", status),
        Text("start", "{{date start format=\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"}}"),
        Text("end", "{{date start offset='30 minutes' format=\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\"}}"),
        Text("comment", "https://vendor.example/sos/" + id + "?agenda=" + p));

    private static string Schedule(string p) => Object(
        Text("resourceType", "Schedule"),
        Text("id", "schedule-" + p),
        Member("meta", Profile("https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-sos-schedule-aggregator")),
        Member("actor", Array(Reference("Location/place-" + p))));

    private static string Organization(SandboxAssociation association) => Object(
        Text("resourceType", "Organization"),
        Text("id", association.Siret),
        Member("meta", Profile("https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-sos-organization-aggregator")),
        Member("identifier", Array(Identifier(PlaceTypeSystem, "IDNST", "urn:oid:1.2.250.1.71.4.2.2", association.Siret))),
        Text("name", association.Name),
        Member("telecom", Array(Phone(association.Phone))));
}
