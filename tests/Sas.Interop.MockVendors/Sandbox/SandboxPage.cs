using System.Globalization;
using System.Text;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Writes <c>docs/sandbox.md</c>: which identifier shows which case.</summary>
internal static class SandboxPage
{
    private const int Listed = 12;

    private static readonly (SandboxCase Case, string Title, string Expect)[] Cases =
    [
        (SandboxCase.OnePlace, "One place", "One Practitioner, PractitionerRole and Schedule, and free slots on each of the next days."),
        (SandboxCase.TwoPlaces, "Two places", "One Practitioner; two PractitionerRoles and two Schedules, from one vendor."),
        (SandboxCase.TwoVendors, "Two vendors", "One Practitioner; two places, each sold by another vendor."),
        (SandboxCase.NoSlot, "No slot", "Known to a vendor that has nothing free: an empty Bundle."),
        (SandboxCase.NoVendor, "No vendor", "In the directory, but no vendor sells the agenda: an empty Bundle."),
        (SandboxCase.Refusing, "Refusing", "Refuses that slots of booking products are shown (`refusesSlots` in the directory): an empty Bundle, although the vendor has some."),
        (SandboxCase.PublicAndCommunity, "CPTS, not shared, beside public slots", "INT_R01 shows every slot and leaves the CPTS code out."),
        (SandboxCase.OneCommunity, "CPTS, not shared, nothing else", "Slots that one community sees and nobody else: INT_R01 shows none of them. Every second of their vendors only flags its slots as CPTS, and the directory tells the community."),
        (SandboxCase.SharedCommunities, "CPTS, shared by two", "Slots that two communities see and nobody else: INT_R01 shows none of them."),
        (SandboxCase.TwoPlacesOfCommunities, "CPTS, two places", "Two PractitionerRoles and two Schedules; slots that two communities see, and slots that one of them sees. INT_R01 shows none of them."),
    ];

    public static string Write(SandboxPlan plan)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # The sandbox

            ## About

            Mocked vendors, played inside the hub unless `Hub:Sandbox:Enabled` is `false`: {plan.Practitioners.Count} invented practitioners in {SandboxGeography.Towns.Length} departments (one overseas), {plan.Communities.Count} CPTS and {plan.Associations.Count} SOS Médecins associations. Slots move with the clock: there are some on each of the next four days, weekends included.
            People, identifiers and telephone numbers are invented; identifiers have right check digits.

            This page, the mapping files of the vendors that speak `sas-fhir`, and the sandbox's directory are written by one command, and a test fails when they differ from what it writes:

            ```
            dotnet run --project tests/Sas.Interop.MockVendors -- --write-sandbox
            ```

            The mapping files of the other dialects are kept by hand beside each dialect (`src/Sas.Interop.Adapters/<Vendor>/Mocks`); [sandbox-format.md](sandbox-format.md) tells their format and how to serve them over HTTP.

            ## Usage

            Search a practitioner of any case (the window is up to you; three days from now in the example):

            ```
            curl -G http://127.0.0.1:8080/fhir/Slot \
              --data-urlencode "schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1|{plan.With(SandboxCase.OnePlace).First().Id}" \
              --data-urlencode "start=ge$(date -u +%Y-%m-%dT%H:%M:%SZ)" --data-urlencode "start=le$(date -u -d '+3 days' +%Y-%m-%dT%H:%M:%SZ)" \
              --data-urlencode "status=free" --data-urlencode "_include=Slot:schedule" --data-urlencode "_include:iterate=Schedule:actor"
            ```

            ## Practitioners by case

            | case | what a search shows | identifiers |
            |---|---|---|

            """);
        foreach (var (what, title, expect) in Cases)
        {
            var all = plan.With(what).ToList();
            var more = all.Count > Listed ? $" and {all.Count - Listed} more" : string.Empty;
            page.Append(CultureInfo.InvariantCulture, $"| {title} | {expect} | {string.Join(' ', all.Take(Listed).Select(static practitioner => $"`{practitioner.Id}`"))}{more} |\n");
        }

        WriteRest(page, plan);
        return page.ToString();
    }

    private static void WriteRest(StringBuilder page, SandboxPlan plan)
    {
        page.Append("\nOverseas (La Réunion, times at `+04:00`): ");
        page.AppendJoin(' ', plan.With(SandboxCase.OnePlace).Where(static practitioner => practitioner.Places[0].PostalCode.StartsWith("974", StringComparison.Ordinal)).Select(static practitioner => $"`{practitioner.Id}`"));
        page.Append("\n\n## Communities (CPTS)\n\n| FINESS | name | members |\n|---|---|---|\n");
        foreach (var (community, index) in plan.Communities.Select(static (community, index) => (community, index)))
        {
            var members = plan.Practitioners.Count(practitioner => SandboxCommunities.Of(practitioner).Contains(index));
            page.Append(CultureInfo.InvariantCulture, $"| `{community.Finess}` | {community.Name} | {members} |\n");
        }

        page.Append("\n## SOS Médecins\n\n| SIRET | name | places | vendor |\n|---|---|---|---|\n");
        foreach (var association in plan.Associations)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{association.Siret}` | {association.Name} | {association.Places.Count} | `{association.Vendor}` |\n");
        }

        WriteKitInputs(page, plan);
        page.Append("\n## One practitioner of each vendor\n\n| vendor | one place |\n|---|---|\n");
        foreach (var group in plan.With(SandboxCase.OnePlace).GroupBy(static practitioner => practitioner.Places[0].Links[0].Vendor))
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{group.Key}` | `{group.First().Id}` |\n");
        }
    }

    /// <summary>What the operator of the official kit types and ticks, in each of its flavours.</summary>
    private static void WriteKitInputs(StringBuilder page, SandboxPlan plan)
    {
        var plain = plan.With(SandboxCase.OnePlace).Where(static practitioner => practitioner.Places[0].Links[0].TellsPlaces && practitioner.Number % 5 == 0).ToList();
        var mixed = plan.With(SandboxCase.PublicAndCommunity).First(static practitioner => practitioner.Number % 5 == 0);
        page.Append(CultureInfo.InvariantCulture, $"""

            ## Inputs for the official kit

            Slot types and consultation types are those to tick for RPPS 1. Every practitioner of a case will do as well as the one named.

            | flavour | RPPS 1 | RPPS 2 | RPPS 3 and 4 | slot types | consultation types |
            |---|---|---|---|---|---|
            | PS | `{plain[0].Id}` | `{plan.With(SandboxCase.TwoPlaces).First().Id}` | `{plain[1].Id}` `{plain[2].Id}` | PUBLIC, PRO, SNP | AMB, VR, HH |
            | CPTS | `{mixed.Id}` | `{plan.With(SandboxCase.TwoPlacesOfCommunities).First().Id}` | `{plain[1].Id}` `{mixed.Id}` | PUBLIC, PRO, SNP, CPTS | AMB, VR, HH |
            | CPTS, slots of one CPTS only | `{plan.With(SandboxCase.OneCommunity).First(static practitioner => practitioner.Number % 5 == 0).Id}` | `{plan.With(SandboxCase.TwoPlacesOfCommunities).Last().Id}` | `{plain[1].Id}` `{mixed.Id}` | CPTS | AMB, VR, HH |

            """);
    }
}
