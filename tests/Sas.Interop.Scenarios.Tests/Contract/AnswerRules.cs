using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>What CONTRACT §3.7, §5 and §7.1 demand of any answer of the three flows. Each method names what breaks a rule.</summary>
internal static partial class AnswerRules
{
    /// <summary>Every rule on one answer to INT_R01.</summary>
    public static IEnumerable<string> FaultsOf(Answer answer, string fhirBase) => FaultsOf(answer, fhirBase, FlowShape.Individual);

    /// <summary>Every rule on one answer that was asked for with all includes of its flow.</summary>
    public static IEnumerable<string> FaultsOf(Answer answer, string fhirBase, FlowShape flow) =>
        ((int)answer.Status, answer.Type) != (200, "Bundle")
            ? [$"status {(int)answer.Status}, {answer.Type}"]
            :
            [
                .. Empty(answer.Json, "Bundle"),
                .. Frame(answer, flow),
                .. Entries(answer, fhirBase, flow),
                .. References(answer),
                .. Stamps(answer),
                .. flow == FlowShape.Association ? SosRules.FaultsOf(answer) : [.. Places(answer), .. Actors(answer), .. CommunityRules.FaultsOf(answer)],
                .. answer.OfType("Slot").SelectMany(slot => SlotRules.FaultsOf(slot, flow)),
                .. ReadBack(answer),
            ];

    /// <summary>Start and offset of every slot, by what the place's postal code says.</summary>
    public static IEnumerable<string> Times(Answer answer, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var slot in answer.OfType("Slot"))
        {
            var text = slot.Text("start") ?? string.Empty;
            var end = slot.Text("end") ?? string.Empty;
            if (!Instant().IsMatch(text) || !Instant().IsMatch(end))
            {
                yield return $"form of {text} or {end}";
                continue;
            }

            var zone = TimeZoneInfo.FindSystemTimeZoneById(PostalCodeOf(answer, slot).StartsWith("974", StringComparison.Ordinal) ? "Indian/Reunion" : "Europe/Paris");
            foreach (var (written, instant) in new[] { text, end }.Select(static text => (text, DateTimeOffset.Parse(text, CultureInfo.InvariantCulture))))
            {
                if (instant.Offset != zone.GetUtcOffset(instant))
                {
                    yield return $"offset of {written} in {zone.Id}";
                }
            }

            var start = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
            if (start < from || start > to || DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) <= start)
            {
                yield return $"{text} to {end} in the window {from:O} to {to:O}";
            }
        }
    }

    private static string PostalCodeOf(Answer answer, JsonElement slot)
    {
        var schedule = answer.OfType("Schedule").First(candidate => "Schedule/" + candidate.Text("id") == slot.Reference("schedule"));
        if (answer.OfType("Location").FirstOrDefault(place => schedule.References("actor").Contains("Location/" + place.Text("id"))) is { ValueKind: JsonValueKind.Object } own)
        {
            return own.At("address")?.Text("postalCode") ?? string.Empty;
        }

        var role = answer.OfType("PractitionerRole").First(candidate => schedule.References("actor").Contains("PractitionerRole/" + candidate.Text("id")));
        return role.Items("contained").First().At("address")?.Text("postalCode") ?? string.Empty;
    }

    private static IEnumerable<string> Empty(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Null => [path],
        JsonValueKind.String when string.IsNullOrWhiteSpace(element.GetString()) => [path],
        JsonValueKind.Array when element.GetArrayLength() == 0 => [path],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, number) => Empty(item, $"{path}[{number}]")),
        JsonValueKind.Object when !element.EnumerateObject().Any() => [path],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Empty(member.Value, $"{path}.{member.Name}")),
        _ => [],
    };

    // When the data of an agenda are from is told of it and of each of its slots (decision 4 of the design).
    private static IEnumerable<string> Stamps(Answer answer) => answer.Resources
        .Where(static resource => resource.Text("resourceType") is "Slot" or "Schedule" && !Instant().IsMatch(resource.At("meta")?.Text("lastUpdated") ?? string.Empty))
        .Select(static resource => $"meta.lastUpdated of {resource.Text("resourceType")}/{resource.Text("id")}");

    private static IEnumerable<string> Frame(Answer answer, FlowShape flow)
    {
        var bundle = answer.Json;
        if (bundle.Text("type") != "searchset" || !Id().IsMatch(bundle.Text("id") ?? string.Empty))
        {
            yield return $"type {bundle.Text("type")}, id {bundle.Text("id")}";
        }

        if (bundle.At("meta")?.Items("profile").Select(static text => text.GetString()).SequenceEqual([flow.Bundle]) != true)
        {
            yield return "profile of the Bundle";
        }

        if (bundle.At("total")?.GetInt32() != answer.OfType("Slot").Count)
        {
            yield return $"total {bundle.At("total")} of {answer.OfType("Slot").Count} slots";
        }

        if (!bundle.Items("link").Select(static link => (link.Text("relation"), link.Text("url"))).SequenceEqual([("self", answer.Url)]))
        {
            yield return $"links {bundle.At("link")} for {answer.Url}";
        }
    }

    private static IEnumerable<string> Entries(Answer answer, string fhirBase, FlowShape flow)
    {
        if (answer.Entries.Select(static entry => entry.Text("fullUrl")).Distinct().Count() != answer.Entries.Count)
        {
            yield return "two entries of one address";
        }

        foreach (var entry in answer.Entries)
        {
            var resource = entry.GetProperty("resource");
            var type = resource.Text("resourceType") ?? "(none)";
            var mode = type == flow.Match ? "match" : "include";
            if (entry.Text("fullUrl") != $"{fhirBase}/{type}/{resource.Text("id")}" || !Id().IsMatch(resource.Text("id") ?? string.Empty))
            {
                yield return $"address {entry.Text("fullUrl")}";
            }

            if (entry.At("search")?.Text("mode") != mode
                || !flow.Profiles.TryGetValue(type, out var profile)
                || resource.At("meta")?.Items("profile").Select(static text => text.GetString()).SequenceEqual([profile]) != true)
            {
                yield return $"mode, type or profile of {entry.Text("fullUrl")}";
            }
        }
    }

    private static IEnumerable<string> References(Answer answer)
    {
        var known = answer.Resources.Select(static resource => $"{resource.Text("resourceType")}/{resource.Text("id")}").ToHashSet();
        var used = new HashSet<string>();
        foreach (var resource in answer.Resources)
        {
            var contained = resource.Items("contained").Select(static inner => "#" + inner.Text("id")).ToHashSet();
            var named = Strings(resource, "reference").ToList();
            used.UnionWith(named);
            foreach (var reference in named.Where(reference => !known.Contains(reference) && !contained.Contains(reference)))
            {
                yield return $"{reference} leads nowhere";
            }

            foreach (var unused in contained.Where(id => !named.Contains(id)))
            {
                yield return $"{unused} is contained and not referenced";
            }
        }

        foreach (var unused in known.Where(key => !used.Contains(key) && !key.StartsWith("Slot/", StringComparison.Ordinal)))
        {
            yield return $"{unused} is included for nothing";
        }
    }

    public static IEnumerable<string> Strings(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Value.ValueKind == JsonValueKind.String
            ? member.Name == name ? [member.Value.GetString() ?? string.Empty] : []
            : Strings(member.Value, name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Strings(item, name)),
        _ => [],
    };

    private static IEnumerable<string> Places(Answer answer)
    {
        foreach (var role in answer.OfType("PractitionerRole"))
        {
            var contained = role.Items("contained").ToList();
            if (contained.Count != 1 || contained[0].Text("resourceType") != "Location" || !Id().IsMatch(contained[0].Text("id") ?? string.Empty))
            {
                yield return $"places of {role.Text("id")}";
                continue;
            }

            var place = contained[0];
            if (place.At("meta")?.Items("profile").Select(static text => text.GetString()).SequenceEqual([ProfileUrls.Location]) != true
                || place.Items("identifier").Any(static identifier => !IsIdentifier(identifier, "INTRN"))
                || string.IsNullOrEmpty(place.Identifier()))
            {
                yield return $"profile or identifier of {place.Text("id")}";
            }

            if (role.At("organization")?.At("identifier") is { } structure && !IsIdentifier(structure, "IDNST"))
            {
                yield return $"structure of {role.Text("id")}";
            }

            foreach (var phone in Strings(role, "value").Where(static value => value.StartsWith('+') && !Phone().IsMatch(value)))
            {
                yield return $"phone {phone}";
            }
        }
    }

    public static bool IsIdentifier(JsonElement identifier, string type) =>
        identifier.At("type")?.Items("coding").Codes().SequenceEqual([type]) == true && identifier.Text("system") is { } system && Uri.IsWellFormedUriString(system, UriKind.Absolute);

    private static IEnumerable<string> Actors(Answer answer)
    {
        foreach (var schedule in answer.OfType("Schedule"))
        {
            var actors = schedule.References("actor").Select(static actor => actor?.Split('/')[0]).ToList();
            if (!actors.Order(StringComparer.Ordinal).SequenceEqual(["Practitioner", "PractitionerRole"]))
            {
                yield return $"actors of {schedule.Text("id")}";
            }
        }

        if (answer.OfType("Schedule").Count != answer.OfType("PractitionerRole").Count)
        {
            yield return "schedules and roles differ in number";
        }

        foreach (var identifier in answer.OfType("Practitioner").SelectMany(static practitioner => practitioner.Items("identifier")))
        {
            if (!IsIdentifier(identifier, "IDNPS") || identifier.Text("system") != IdentifierSystems.NationalPractitioner || !Rpps().IsMatch(identifier.Text("value") ?? string.Empty))
            {
                yield return $"identifier {identifier}";
            }
        }
    }

    private static IEnumerable<string> ReadBack(Answer answer)
    {
        var read = FhirJson.Read<Bundle>(answer.Body, FhirReadOptions.Default);
        return read.Issues.Select(static issue => $"{issue.Path}: {issue.Message}");
    }

    [GeneratedRegex(@"^[A-Za-z0-9\-\.]{1,64}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$")]
    private static partial Regex Instant();

    [GeneratedRegex(@"^\+(33|262|508|590|594|596|681|687|689)\d{6,9}$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^(8\d{11}|0[0-9A-Z]{9})$")]
    private static partial Regex Rpps();
}
