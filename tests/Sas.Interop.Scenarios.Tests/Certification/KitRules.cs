using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>What the official kit asserts of an answer (CERTIFICATION §3); each rule says what is wrong, or nothing.</summary>
internal static partial class KitRules
{
    public static IEnumerable<string> SetUp(Answer answer)
    {
        if ((int)answer.Status != 200 || answer.Type != "Bundle" || answer.Entries.Count == 0)
        {
            yield return $"status {(int)answer.Status}, {answer.Type}, {answer.Entries.Count} entries";
        }

        if (answer.ContentHeaders.ContentType?.ToString() != "application/fhir+json; charset=utf-8")
        {
            yield return $"content type {answer.ContentHeaders.ContentType}";
        }
    }

    public static IReadOnlyList<JsonElement> Practitioners(Answer answer) => answer.OfProfile(ProfileUrls.Practitioner);

    public static IReadOnlyList<JsonElement> Roles(Answer answer) => answer.OfProfile(ProfileUrls.PractitionerRole);

    public static IReadOnlyList<JsonElement> Schedules(Answer answer) => answer.OfProfile(ProfileUrls.Schedule);

    /// <summary>The slots that the kit sees: those of the profile of its flavour.</summary>
    public static IReadOnlyList<JsonElement> Slots(Answer answer) =>
        answer.OfProfile(answer.Url.Contains("Slot:service-type-reference", StringComparison.Ordinal) ? ProfileUrls.SlotCpts : ProfileUrls.SlotIndividual);

    public static IReadOnlyList<JsonElement> Places(Answer answer) => [.. Roles(answer).SelectMany(static role => role.Items("contained"))];

    /// <summary>4.3.02, 4.4.02–04, 4.5.02–04.</summary>
    public static IEnumerable<string> Cardinality(Answer answer, int practitioners, int places)
    {
        var counts = (Practitioners(answer).Count, Roles(answer).Count, Schedules(answer).Count, Places(answer).Count);
        if (counts != (practitioners, places, places, places) || Slots(answer).Count == 0 || answer.Json.At("total")?.GetInt32() != Slots(answer).Count)
        {
            yield return $"practitioners, roles, schedules, places are {counts}; {Slots(answer).Count} slots, total {answer.Json.At("total")}";
        }
    }

    /// <summary>4.3.03, 4.6.02.</summary>
    public static IEnumerable<string> NationalId(Answer answer, string asked) =>
        Practitioners(answer).Select(static practitioner => practitioner.Identifier() ?? "(none)").Where(id => id != asked || !Rpps().IsMatch(id));

    /// <summary>4.3.04.</summary>
    public static IEnumerable<string> Dates(Answer answer, DateTimeOffset now, KitSearch search)
    {
        foreach (var slot in Slots(answer))
        {
            var (start, end) = (slot.Text("start") ?? string.Empty, slot.Text("end") ?? string.Empty);
            if (!Instant().IsMatch(start) || !Instant().IsMatch(end))
            {
                yield return $"form of {start} or {end}";
            }
            else if (Parse(start) < now || Parse(start) >= Parse(end) || string.CompareOrdinal(start[..10], search.Last[..10]) > 0)
            {
                yield return $"{start} to {end} at {now:O}";
            }
        }
    }

    /// <summary>4.3.05.</summary>
    public static IEnumerable<string> References(Answer answer)
    {
        var practitioner = "Practitioner/" + Practitioners(answer)[0].Text("id");
        var role = Roles(answer)[0];
        if (role.Reference("practitioner") != practitioner || !role.References("location").SequenceEqual(["#" + Places(answer)[0].Text("id")]))
        {
            yield return "references of the role";
        }

        if (!new[] { practitioner, "PractitionerRole/" + role.Text("id") }.All(wanted => Schedules(answer)[0].References("actor").Contains(wanted)))
        {
            yield return "actors of the schedule";
        }
    }

    /// <summary>4.3.06.</summary>
    public static IEnumerable<string> Addresses(Answer answer) => Places(answer)
        .Where(static place => place.At("address") is not { } address
            || !address.Items("line").Any(static line => line.GetString() is { Length: > 0 })
            || string.IsNullOrWhiteSpace(address.Text("city"))
            || !PostalCode().IsMatch(address.Text("postalCode") ?? string.Empty))
        .Select(static place => $"address {place.At("address")}");

    /// <summary>4.3.07, and the text itself, whose difference the kit warns of.</summary>
    public static IEnumerable<string> SelfLink(Answer answer)
    {
        var url = answer.Json.Items("link").Select(static link => link.Text("url")).FirstOrDefault();
        if (url != answer.Url)
        {
            yield return $"self link {url} for {answer.Url}";
        }
    }

    /// <summary>4.3.08.</summary>
    public static IEnumerable<string> BookingAddresses(Answer answer) =>
        Slots(answer).Where(static slot => string.IsNullOrWhiteSpace(slot.Text("comment"))).Select(static slot => $"{slot.Text("id")} has no comment");

    /// <summary>4.3.09.</summary>
    public static IEnumerable<string> Statuses(Answer answer) =>
        Slots(answer).Where(static slot => slot.Text("status") != "free").Select(static slot => $"{slot.Text("id")} is {slot.Text("status")}");

    /// <summary>4.3.10.</summary>
    public static IEnumerable<string> AppointmentTypes(Answer answer) => Slots(answer)
        .SelectMany(static slot => slot.At("appointmentType")?.Items("coding").Codes() ?? [])
        .Where(static code => code is not ("ROUTINE" or "WALKIN"))
        .Select(static code => $"appointment type {code}");

    /// <summary>4.4.05–4.4.08.</summary>
    public static IEnumerable<string> TwoPlaces(Answer answer)
    {
        var practitioner = "Practitioner/" + Practitioners(answer)[0].Text("id");
        var roles = Roles(answer).Select(static role => "PractitionerRole/" + role.Text("id")).ToHashSet();
        if (Roles(answer).Any(role => role.Reference("practitioner") != practitioner))
        {
            yield return "practitioner of a role";
        }

        foreach (var actors in Schedules(answer).Select(static schedule => schedule.References("actor").ToArray()))
        {
            if (!roles.Contains(actors.Single(static actor => actor?.StartsWith("PractitionerRole/", StringComparison.Ordinal) == true) ?? string.Empty)
                || !actors.Where(static actor => actor?.StartsWith("Practitioner/", StringComparison.Ordinal) == true).SequenceEqual([practitioner]))
            {
                yield return $"actors {string.Join(' ', actors)}";
            }
        }

        if (!Roles(answer).SelectMany(static role => role.References("location")).SequenceEqual(Places(answer).Select(static place => "#" + place.Text("id"))))
        {
            yield return "places and their references differ in order";
        }
    }

    /// <summary>4.6.03, 4.6.04.</summary>
    public static IEnumerable<string> Names(Answer answer)
    {
        var name = Practitioners(answer)[0].Items("name").FirstOrDefault();
        if (string.IsNullOrWhiteSpace(name.Text("family")) || !name.Items("given").Any(static given => !string.IsNullOrWhiteSpace(given.GetString())))
        {
            yield return "a name is missing";
        }
    }

    /// <summary>4.6.05.</summary>
    public static IEnumerable<string> Phones(Answer answer) => Roles(answer)
        .Select(static role => role.Items("telecom").Select(static telecom => telecom.Text("value")).FirstOrDefault() ?? "(none)")
        .Where(static phone => !Phone().IsMatch(phone));

    /// <summary>4.6.06.</summary>
    public static IEnumerable<string> Structures(Answer answer) => Roles(answer)
        .Select(static role => role.At("organization")?.At("identifier")?.Text("value") ?? "(none)")
        .Where(static id => !Structure().IsMatch(id));

    /// <summary>4.7.02.</summary>
    public static IEnumerable<string> SlotTypes(Answer answer, IEnumerable<string> declared) =>
        Difference(Slots(answer).SelectMany(static slot => slot.At("meta")?.Items("security").Codes() ?? []), declared);

    /// <summary>4.7.03.</summary>
    public static IEnumerable<string> ConsultationTypes(Answer answer, IEnumerable<string> declared) =>
        Difference(Slots(answer).SelectMany(static slot => slot.Items("serviceType")).SelectMany(static type => type.Items("coding").Codes()).Where(static code => code != "604"), declared);

    private static IEnumerable<string> Difference(IEnumerable<string?> returned, IEnumerable<string> declared)
    {
        var codes = returned.Select(static code => code?.ToUpperInvariant() ?? "(none)").ToHashSet();
        if (!codes.SetEquals(declared))
        {
            yield return $"returned {string.Join(' ', codes.Order(StringComparer.Ordinal))}, declared {string.Join(' ', declared)}";
        }
    }

    private static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^8\d{11}$")]
    private static partial Regex Rpps();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$")]
    private static partial Regex Instant();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"^\+(33|262|590|594|596)\d{9}$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^(1\d{9}|3\d{14}|4\d{14})$")]
    private static partial Regex Structure();
}
