using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>What the official kit asserts in its CPTS flavour only (CERTIFICATION §3, 4.3.11–13, 4.8, 4.9).</summary>
internal static partial class CommunityKitRules
{
    private const string ServiceTypeUrl = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Slot.serviceType";

    public static IReadOnlyList<JsonElement> Services(Answer answer) => answer.OfProfile(ProfileUrls.HealthcareServiceCpts);

    public static IReadOnlyList<JsonElement> Organizations(Answer answer) => answer.OfProfile(ProfileUrls.OrganizationCpts);

    /// <summary>4.3.11 and 4.8.x.02–03, with at least so many of each.</summary>
    public static IEnumerable<string> Cardinality(Answer answer, int atLeast)
    {
        var (services, organizations) = (Services(answer).Count, Organizations(answer).Count);
        if (services < atLeast || services != organizations)
        {
            yield return $"{services} services, {organizations} organizations";
        }
    }

    /// <summary>4.3.12.</summary>
    public static IEnumerable<string> References(Answer answer)
    {
        if (Services(answer) is not [var service, ..] || Organizations(answer) is not [var organization, ..])
        {
            yield return "no community";
            yield break;
        }

        if (service.Reference("providedBy") != "Organization/" + organization.Text("id"))
        {
            yield return $"provided by {service.Reference("providedBy")}";
        }

        var references = KitRules.Slots(answer).SelectMany(ReferencesOf).ToList();
        if (references.Count == 0 || references.Any(reference => reference != "HealthcareService/" + service.Text("id")))
        {
            yield return $"{references.Count} references: {string.Join(' ', references.Distinct())}";
        }
    }

    /// <summary>4.3.13.</summary>
    public static IEnumerable<string> Identifier(Answer answer) =>
        Organizations(answer).Select(static organization => organization.Identifier() ?? "(none)").Where(static value => !Finess().IsMatch(value));

    /// <summary>4.8.x.04: a slot that is also open to others fails here.</summary>
    public static IEnumerable<string> OnlyCommunities(Answer answer) =>
        KitRules.Slots(answer).SelectMany(static slot => slot.At("meta")?.Items("security").Codes() ?? []).Where(static code => code != "CPTS").Select(static code => $"slot type {code}");

    /// <summary>4.8.x.05.</summary>
    public static IEnumerable<string> Category(Answer answer)
    {
        var codings = KitRules.Slots(answer).SelectMany(static slot => slot.Items("serviceType")).SelectMany(static type => type.Items("coding")).Where(static coding => coding.Text("code") == "604").ToList();
        if (codings.Count == 0 || codings.Any(static coding => coding.Text("system") is not { } system || !system.EndsWith("/FHIR/TRE-R66-CategorieEtablissement", StringComparison.Ordinal)))
        {
            yield return $"{codings.Count} codings 604";
        }
    }

    /// <summary>4.8.1.06, and over all slots at least two communities.</summary>
    public static IEnumerable<string> TwoCommunities(Answer answer)
    {
        var known = Services(answer).Select(static service => "HealthcareService/" + service.Text("id")).ToHashSet();
        var used = KitRules.Slots(answer).SelectMany(ReferencesOf).ToHashSet();
        if (used.Count < 2 || !used.SetEquals(known))
        {
            yield return $"used {string.Join(' ', used)}, returned {string.Join(' ', known)}";
        }
    }

    /// <summary>4.8.2.06.</summary>
    public static IEnumerable<string> SharedSlot(Answer answer)
    {
        var known = Services(answer).Select(static service => "HealthcareService/" + service.Text("id")).ToHashSet();
        if (!KitRules.Slots(answer).Any(slot => ReferencesOf(slot).Distinct().Count() == 2 && ReferencesOf(slot).All(known.Contains)))
        {
            yield return "no slot is shared by two";
        }
    }

    /// <summary>4.8.x.07.</summary>
    public static IEnumerable<string> Providers(Answer answer)
    {
        var known = Organizations(answer).Select(static organization => "Organization/" + organization.Text("id")).ToHashSet();
        var providers = Services(answer).Select(static service => service.Reference("providedBy") ?? "(none)").ToHashSet();
        if (providers.Count < 2 || !providers.IsSubsetOf(known))
        {
            yield return $"providers {string.Join(' ', providers)}";
        }
    }

    /// <summary>4.9.02, 4.9.03.</summary>
    public static IEnumerable<string> NameAndPhone(Answer answer) => Organizations(answer)
        .Where(static organization => string.IsNullOrWhiteSpace(organization.Text("name")) || !organization.Items("telecom").Any(static telecom => Phone().IsMatch(telecom.Text("value") ?? string.Empty)))
        .Select(static organization => $"name or telephone of {organization.Text("id")}");

    private static IEnumerable<string> ReferencesOf(JsonElement slot) => slot.Items("serviceType")
        .Where(static type => type.Items("coding").Codes().Contains("604"))
        .SelectMany(static type => type.Items("extension"))
        .Where(static extension => extension.Text("url") == ServiceTypeUrl)
        .Select(static extension => extension.Reference("valueReference") ?? "(none)");

    [GeneratedRegex(@"^1\d{9}$")]
    private static partial Regex Finess();

    [GeneratedRegex(@"^\+33\d{9}$")]
    private static partial Regex Phone();
}
