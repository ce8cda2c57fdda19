using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>What CONTRACT §5.2, §5.7, §5.8 and §7.1 demand of the communities in an answer; in INT_R01 there are none.</summary>
internal static partial class CommunityRules
{
    public static IEnumerable<string> FaultsOf(Answer answer) =>
    [
        .. answer.OfType("Slot").SelectMany(Entries),
        .. Pairs(answer),
        .. answer.OfType("Organization").SelectMany(Organization),
    ];

    private static IEnumerable<string> Entries(JsonElement slot)
    {
        var entries = slot.Items("serviceType").Where(static type => type.Items("coding").Codes().Contains("604") || type.At("extension") is not null).ToList();
        var isOpen = slot.At("meta")?.Items("security").Codes().Contains("CPTS") == true;
        if (isOpen != entries.Count > 0)
        {
            yield return $"{slot.Text("id")}: {entries.Count} communities, CPTS {isOpen}";
        }

        if (entries.Select(Target).Distinct().Count() != entries.Count)
        {
            yield return $"{slot.Text("id")}: a community twice";
        }

        foreach (var entry in entries)
        {
            var coding = entry.Items("coding").ToList();
            if (coding is not [var only] || only.Text("system") != CodeSystems.EstablishmentCategory || only.Text("code") != "604"
                || entry.Items("extension").Count() != 1 || Target(entry)?.StartsWith("HealthcareService/", StringComparison.Ordinal) != true || entry.At("text") is not null)
            {
                yield return $"{slot.Text("id")}: {entry}";
            }
        }
    }

    private static string? Target(JsonElement entry) => entry.Items("extension")
        .Where(static extension => extension.Text("url") == ExtensionUrls.SlotServiceType)
        .Select(static extension => extension.Reference("valueReference"))
        .FirstOrDefault();

    private static IEnumerable<string> Pairs(Answer answer)
    {
        var provided = answer.OfType("HealthcareService").Select(static service => service.Reference("providedBy")).Order(StringComparer.Ordinal).ToList();
        var organizations = answer.OfType("Organization").Select(static organization => "Organization/" + organization.Text("id")).Order(StringComparer.Ordinal).ToList();
        if (!provided.SequenceEqual(organizations))
        {
            yield return $"services of {string.Join(' ', provided)}, organizations {string.Join(' ', organizations)}";
        }
    }

    private static IEnumerable<string> Organization(JsonElement organization)
    {
        var identifiers = organization.Items("identifier").ToList();
        if (identifiers is not [var only] || !AnswerRules.IsIdentifier(only, "IDNST") || only.Text("system") != IdentifierSystems.NationalStructure || !Finess().IsMatch(only.Text("value") ?? string.Empty)
            || only.At("type")?.Items("coding").Select(static coding => coding.Text("system")).SequenceEqual([CodeSystems.LocationIdentifierType]) != true)
        {
            yield return $"identifiers of {organization.Text("id")}";
        }

        foreach (var telecom in organization.Items("telecom").Where(static telecom => telecom.Text("system") != "phone" || telecom.Text("value")?.StartsWith('+') != true))
        {
            yield return $"telecom {telecom}";
        }
    }

    [GeneratedRegex("^1[0-9]{9}$")]
    private static partial Regex Finess();
}
