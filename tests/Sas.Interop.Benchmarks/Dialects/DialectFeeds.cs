using System.Text.Json;
using System.Web;

using Sas.Interop.Benchmarks.Hosting;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.NationalLoad.Feeds;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.Benchmarks.Dialects;

/// <summary>Prepared answers of the dialects that carry most of the market. In the second state about one slot in ten is another.</summary>
internal static class DialectFeeds
{
    private const int SlotsADay = 24;

    /// <summary>Every dialect that can be fed.</summary>
    public static IReadOnlyList<DialectFeed> All() => [SasFhir(), Doctolib(), Keldoc(), Maiia()];

    private static DialectFeed SasFhir()
    {
        var country = new Country(BenchCountry.Of(25).Options with { Vendors = [new VendorShare("sas-fhir", "National", 1)], Associations = 0, ChurnMinutes = 1 });
        var targets = country.All().Select(static owner => new PullTarget { Owner = owner.Key }).ToList();
        return new DialectFeed("sas-fhir", targets, (_, changed) => Written(json =>
        {
            var minute = changed ? 1 : 0;
            var feed = new FeedWriter(country, json);
            feed.Open(minute);
            foreach (var owner in country.All())
            {
                feed.Owner(owner, "sas-fhir", new TimeWindow(country.At(0), country.At(0).AddDays(4)), minute);
            }

            feed.Close();
        }));
    }

    private static DialectFeed Doctolib() => new("doctolib", Targets(10, static n => new() { ["profile"] = $"bench-{n}" }), static (uri, changed) =>
    {
        if (uri.AbsolutePath.StartsWith("/booking/", StringComparison.Ordinal))
        {
            return """
                {"data":{"profile":{"id":1,"name_with_title":"Cabinet fictif","speciality":{"id":1,"name":"Médecin généraliste","slug":"medecin-generaliste"}},
                "visit_motive_categories":[],"visit_motives":[{"id":11,"name":"Consultation","ref_visit_motive_id":7001,"allow_new_patients":true}],
                "agendas":[{"id":17,"practice_id":101,"booking_disabled":false,"visit_motive_ids_by_practice_id":{"101":[11]}}],
                "places":[{"id":"practice-101","practice_ids":[101],"name":"Cabinet","address":"1 rue des Essais","full_address":"1 rue des Essais, 75011 Paris","city":"Paris","zipcode":"75011"}]}}
                """u8.ToArray();
        }

        var query = HttpUtility.ParseQueryString(uri.Query);
        var first = DateOnly.Parse(query["start_date"] ?? string.Empty, CultureInfo.InvariantCulture);
        return Written(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("availabilities");
            for (var day = 0; day < int.Parse(query["limit"] ?? "1", CultureInfo.InvariantCulture); day++)
            {
                json.WriteStartObject();
                json.WriteString("date", Day(first.AddDays(day)));
                json.WriteStartArray("slots");
                foreach (var start in Starts(first.AddDays(day), changed))
                {
                    json.WriteStartObject();
                    json.WriteNull("agenda_id");
                    json.WriteNull("practitioner_agenda_id");
                    json.WriteString("start_date", Local(start));
                    json.WriteString("end_date", Local(start.AddMinutes(20)));
                    json.WriteStartArray("steps");
                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    });

    private static DialectFeed Keldoc() => new("keldoc", Targets(5, static n => new() { ["type"] = "cabinet-medical", ["location"] = "paris", ["slug"] = $"bench-{n}", ["clinic"] = $"{n + 1}", ["specialty"] = "1", ["cabinet"] = "3" }), static (uri, changed) =>
    {
        if (!uri.AbsolutePath.Contains("/timetables/", StringComparison.Ordinal))
        {
            return """
                [{"motive_category_id":91,"name":"Adultes","position":0,"resource_type":"Clinic","motives":[{"id":31,"name":"Consultation","position":0,"teleconsultation":false,"booking_delay_until":720,"agendas":[{"id":51,"name":"Salle 1","hidden":false}]}]}]
                """u8.ToArray();
        }

        var query = HttpUtility.ParseQueryString(uri.Query);
        var last = DateOnly.Parse(query["to"] ?? string.Empty, CultureInfo.InvariantCulture);
        return Written(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("availabilities");
            for (var day = DateOnly.Parse(query["from"] ?? string.Empty, CultureInfo.InvariantCulture); day <= last; day = day.AddDays(1))
            {
                json.WriteStartArray(Day(day));
                foreach (var start in Starts(day, changed))
                {
                    json.WriteStartObject();
                    json.WriteString("start_time", Local(start));
                    json.WriteNumber("agenda_id", 51);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
    });

    private static DialectFeed Maiia() => new("maiia", Targets(10, static n => new() { ["center"] = $"5a{n:0000000000000000000000}" }), static (uri, changed) =>
    {
        if (uri.AbsolutePath.Contains("reason", StringComparison.Ordinal))
        {
            return """{"items":[{"id":"5c0000000000000000000001","name":"Consultation","position":1,"consultationType":"PHYSICAL","patientLimitation":"PUBLIC"}],"total":1}"""u8.ToArray();
        }

        var center = HttpUtility.ParseQueryString(uri.Query)["centerId"];
        return Written(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("items");
            var total = 0;
            for (var day = 0; day < 4; day++)
            {
                foreach (var start in Starts(DateOnly.FromDateTime(BenchCountry.Start.DateTime).AddDays(day), changed))
                {
                    json.WriteStartObject();
                    json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"6a{total++:0000000000000000000000}"));
                    json.WriteString("practitionerId", "5b0000000000000000000001");
                    json.WriteString("centerId", center);
                    json.WriteString("timeSlotId", "5f0000000000000000000001");
                    json.WriteString("consultationReasonId", "5c0000000000000000000001");
                    json.WriteString("startDateTime", Utc(start));
                    json.WriteString("endDateTime", Utc(start.AddMinutes(20)));
                    json.WriteEndObject();
                }
            }

            json.WriteEndArray();
            json.WriteNumber("total", total);
            json.WriteEndObject();
        });
    });

    private static List<PullTarget> Targets(int count, Func<int, Dictionary<string, string>> keys) =>
    [
        .. Enumerable.Range(0, count).Select(n => new PullTarget
        {
            Owner = OwnerKey.Create(OwnerKind.Practitioner, NationalNumbers.Practitioner(900_000 + n)),
            Place = new PlaceDetails { Key = $"bench-{n}", Name = "Cabinet", Line = "1 rue des Essais", City = "Paris", PostalCode = "75011", Phone = "+33199000001" },
            Keys = keys(n),
        }),
    ];

    /// <summary>Every twenty minutes from 8:00; one in ten moves by five minutes.</summary>
    private static IEnumerable<DateTimeOffset> Starts(DateOnly day, bool changed)
    {
        var eight = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(1));
        return Enumerable.Range(0, SlotsADay).Select(n => eight.AddMinutes((n * 20) + (changed && n % 10 == 3 ? 5 : 0)));
    }

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            write(json);
        }

        return bytes.ToArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Local(DateTimeOffset instant) => instant.ToString(FhirUrls.Instant, CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
