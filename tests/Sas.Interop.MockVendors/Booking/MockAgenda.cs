using System.Globalization;
using System.Text.Json.Nodes;

namespace Sas.Interop.MockVendors.Booking;

/// <summary>What a mocked booking vendor keeps. Thread-safe.</summary>
/// <param name="time">The clock that holds end by.</param>
internal sealed class MockAgenda(TimeProvider time)
{
    private const string PractitionerSystem = "urn:oid:1.2.250.1.71.4.2.1";
    private const string SlotTypes = "https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau/FHIR/TRE-R314-TypeCreneau";
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, SortedSet<DateTimeOffset>> _free = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MockHold> _holds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);

    /// <summary>How long holds last.</summary>
    public TimeSpan HoldsFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Address of the page of every slot; null for none.</summary>
    public string? Page { get; set; } = "https://vendor.example/rdv";

    /// <summary>Telephone of every place; null for none.</summary>
    public string? Phone { get; set; } = "+33199000001";

    /// <summary>Holds that are neither released nor over, booked ones included.</summary>
    public IReadOnlyList<MockHold> Holds => Read(() => _holds.Values.Where(IsAlive).ToList());

    /// <summary>Bookings that stand.</summary>
    public IReadOnlyList<MockHold> Bookings => Read(() => _holds.Values.Where(static hold => hold.Appointment is not null && !hold.IsReleased).ToList());

    /// <summary>Bookings that were made, those taken back included.</summary>
    public int BookingsMade => Read(() => _holds.Values.Count(static hold => hold.Appointment is not null));

    public int Accounts => Read(() => _accounts.Count);

    /// <summary>What is free from now on.</summary>
    public void Offer(string owner, params IEnumerable<DateTimeOffset> starts)
    {
        lock (_gate)
        {
            _free[owner] = [.. starts];
        }
    }

    /// <summary>Somebody else, at the vendor itself, takes a slot.</summary>
    public void Lose(string owner, DateTimeOffset start)
    {
        lock (_gate)
        {
            _free[owner].Remove(start);
        }
    }

    public MockHold? Hold(string key, string owner, DateTimeOffset start)
    {
        lock (_gate)
        {
            if (_holds.GetValueOrDefault("hold-" + key) is { } known && IsAlive(known))
            {
                return known;
            }

            var isFree = _free.GetValueOrDefault(owner)?.Contains(start) == true && !_holds.Values.Any(hold => IsAlive(hold) && hold.Owner == owner && hold.Start == start);
            return isFree ? _holds["hold-" + key] = new MockHold("hold-" + key, owner, start, time.GetUtcNow() + HoldsFor) : null;
        }
    }

    /// <returns>Value of the appointment's identifier; null when the hold is gone.</returns>
    public string? Book(string reference)
    {
        lock (_gate)
        {
            if (_holds.GetValueOrDefault(reference) is not { } hold || !IsAlive(hold))
            {
                return null;
            }

            return (_holds[reference] = hold with { Appointment = "appointment-" + reference }).Appointment;
        }
    }

    public bool Release(string reference)
    {
        lock (_gate)
        {
            if (_holds.GetValueOrDefault(reference) is not { } hold || !IsAlive(hold))
            {
                return false;
            }

            _holds[reference] = hold with { IsReleased = true };
            return true;
        }
    }

    /// <returns>Whether the account is new.</returns>
    public bool Account(string identifier)
    {
        lock (_gate)
        {
            return _accounts.Add(identifier);
        }
    }

    public JsonObject ToBundle()
    {
        lock (_gate)
        {
            var entries = new JsonArray();
            foreach (var (owner, starts) in _free)
            {
                var free = starts.Where(start => !_holds.Values.Any(hold => IsAlive(hold) && hold.Owner == owner && hold.Start == start)).ToList();
                foreach (var resource in free.Count == 0 ? [] : Resources(owner, free))
                {
                    entries.Add(new JsonObject { ["fullUrl"] = $"https://vendor.example/{resource["resourceType"]}/{resource["id"]}", ["resource"] = resource });
                }
            }

            var bundle = new JsonObject { ["resourceType"] = "Bundle", ["type"] = "searchset", ["total"] = entries.Count };
            if (entries.Count > 0)
            {
                bundle["entry"] = entries;
            }

            return bundle;
        }
    }

    private IEnumerable<JsonObject> Resources(string owner, IReadOnlyList<DateTimeOffset> free)
    {
        var phone = Phone is null ? string.Empty : $$""","telecom":[{"system":"phone","value":"{{Phone}}"}]""";
        var page = Page is null ? string.Empty : $$""","comment":"{{Page}}" """;
        yield return Parse($$"""
            {"resourceType":"Practitioner","id":"p-{{owner}}","identifier":[{"system":"{{PractitionerSystem}}","value":"{{owner}}"}],"name":[{"family":"Exemple","given":["Anne"]}]}
            """);
        yield return Parse($$"""
            {"resourceType":"PractitionerRole","id":"r-{{owner}}","practitioner":{"reference":"Practitioner/p-{{owner}}" },"location":[{"reference":"#l-{{owner}}"}],
             "contained":[{"resourceType":"Location","id":"l-{{owner}}","identifier":[{"system":"urn:oid:1.1.111.1.111.1.1.1","value":"l-{{owner}}"}],
               "name":"Cabinet Exemple","address":{"line":["1 rue Inventée"],"city":"Paris","postalCode":"75001"} }],
             "organization":{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.2","value":"1750000001"} }{{phone}} }
            """);
        yield return Parse($$"""
            {"resourceType":"Schedule","id":"s-{{owner}}","actor":[{"reference":"Practitioner/p-{{owner}}"},{"reference":"PractitionerRole/r-{{owner}}"}]}
            """);
        foreach (var start in free)
        {
            yield return Parse($$"""
                {"resourceType":"Slot","id":"slot-{{owner}}-{{start.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}}",
                 "meta":{"security":[{"system":"{{SlotTypes}}","code":"PUBLIC"}]},"schedule":{"reference":"Schedule/s-{{owner}}"},"status":"free",
                 "start":"{{Text(start)}}","end":"{{Text(start.AddMinutes(20))}}"{{page}} }
                """);
        }
    }

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    private static JsonObject Parse(string text) => JsonNode.Parse(text)!.AsObject(); // The text above is no JSON null.

    private bool IsAlive(MockHold hold) => !hold.IsReleased && (hold.Appointment is not null || hold.ExpiresAt > time.GetUtcNow());

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}
