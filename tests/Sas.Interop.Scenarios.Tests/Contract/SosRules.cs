using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>What CONTRACT §5.3, §5.6, §5.8 and §7.1 demand of the agendas, places and associations of SOS Médecins.</summary>
internal static partial class SosRules
{
    public static IEnumerable<string> FaultsOf(Answer answer) =>
    [
        .. Agendas(answer),
        .. answer.OfType("Location").SelectMany(Place),
        .. Associations(answer),
    ];

    private static IEnumerable<string> Agendas(Answer answer)
    {
        var shown = answer.OfType("Slot").Select(static slot => slot.Reference("schedule")).ToHashSet();
        foreach (var schedule in answer.OfType("Schedule").Where(schedule => !shown.Contains("Schedule/" + schedule.Text("id"))))
        {
            yield return $"{schedule.Text("id")} has no slot (D06)";
        }

        var actors = answer.OfType("Schedule").Select(static schedule => schedule.References("actor").ToList()).ToList();
        if (actors.Exists(static list => list is not [var only] || only?.StartsWith("Location/", StringComparison.Ordinal) != true)
            || !actors.SelectMany(static list => list).Order(StringComparer.Ordinal).SequenceEqual(answer.OfType("Location").Select(static place => "Location/" + place.Text("id")).Order(StringComparer.Ordinal)))
        {
            yield return "one agenda for each place, and one place for each agenda";
        }
    }

    private static IEnumerable<string> Place(JsonElement place)
    {
        var id = place.Text("id");
        if (place.Items("identifier").ToList() is not [var only] || !AnswerRules.IsIdentifier(only, "INTRN") || string.IsNullOrEmpty(only.Text("value"))
            || only.At("type")?.Items("coding").Select(static coding => coding.Text("system")).SequenceEqual([CodeSystems.LocationIdentifierType]) != true)
        {
            yield return $"identifier of {id} (D33)";
        }

        if (place.Text("name") is null || place.At("address") is not { } address || address.Items("line").Count() != 1 || address.Text("city") is null
            || !PostalCode().IsMatch(address.Text("postalCode") ?? string.Empty))
        {
            yield return $"name or address of {id}";
        }

        if (place.Reference("managingOrganization")?.StartsWith("Organization/", StringComparison.Ordinal) != true)
        {
            yield return $"association of {id}";
        }

        foreach (var telecom in place.Items("telecom").Where(static telecom => telecom.Text("system") != "phone" || !Phone().IsMatch(telecom.Text("value") ?? string.Empty)))
        {
            yield return $"telecom {telecom}";
        }
    }

    private static IEnumerable<string> Associations(Answer answer)
    {
        foreach (var association in answer.OfType("Organization"))
        {
            if (association.Items("identifier").ToList() is not [var only] || !AnswerRules.IsIdentifier(only, "IDNST") || only.Text("system") != IdentifierSystems.NationalStructure
                || !Siret().IsMatch(only.Text("value") ?? string.Empty)
                || only.At("type")?.Items("coding").Select(static coding => coding.Text("system")).SequenceEqual([CodeSystems.LocationIdentifierType]) != true)
            {
                yield return $"identifier of {association.Text("id")}";
            }
        }

        if (answer.OfType("Organization").Select(static association => association.Identifier()).Distinct().Count() != answer.OfType("Organization").Count)
        {
            yield return "an association twice";
        }
    }

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"^\+(33|262|508|590|594|596|681|687|689)\d{6,9}$")]
    private static partial Regex Phone();

    [GeneratedRegex("^3[0-9]{14}$")]
    private static partial Regex Siret();
}
