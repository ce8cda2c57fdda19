using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>Asks a running hub what the platform and operators ask.</summary>
internal sealed class HubClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>The address of a search for the free slots of one practitioner, without its times.</summary>
    private const string Search = "fhir/Slot?_include=Slot:schedule&_include:iterate=Schedule:actor&status=free"
        + "&schedule.actor:Practitioner.identifier=urn:oid:1.2.250.1.71.4.2.1%7C";

    public static HubClient Of(Uri address) => new(address);

    public Task<SearchAnswer> SearchAsync(string owner)
    {
        // The same times for all searches of a test: the days after this one.
        var from = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        return SearchAsync(owner, from, from.AddDays(2));
    }

    public async Task<SearchAnswer> SearchAsync(string owner, DateTimeOffset from, DateTimeOffset to)
    {
        using var response = await _http.GetAsync($"{Search}{owner}&start=ge{Text(from)}&start=le{Text(to)}");
        var body = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new SearchAnswer((int)response.StatusCode, 0, body);
        }

        using var bundle = JsonDocument.Parse(body);
        return bundle.RootElement.TryGetProperty("entry", out var entries)
            ? new SearchAnswer(200, entries.EnumerateArray().Count(IsSlot), SearchAnswer.WithoutConfirmation(entries.GetRawText()))
            : new SearchAnswer(200, 0, string.Empty);
    }

    /// <summary><c>/health/ready</c>; null while nothing listens.</summary>
    public async Task<JsonElement?> ReadyAsync()
    {
        try
        {
            using var response = await _http.GetAsync("health/ready");
            using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return report.RootElement.Clone();
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>State and code of one vendor, such as <c>failing VendorTimeout</c>; null when it is not listed.</summary>
    public async Task<string?> StateAsync(string vendor)
    {
        var report = await ReadyAsync();
        foreach (var entry in report?.GetProperty("vendors").EnumerateArray() ?? default)
        {
            if (entry.GetProperty("id").GetString() == vendor)
            {
                var code = entry.TryGetProperty("code", out var named) ? named.GetString() : null;
                return $"{entry.GetProperty("state").GetString()} {code}".TrimEnd();
            }
        }

        return null;
    }

    /// <summary>Waits until every vendor was polled, or is known bad.</summary>
    public Task SettledAsync() => Eventually.TrueAsync(
        async () => await ReadyAsync() is { } report && report.GetProperty("status").GetString() != "starting", "a hub that is ready");

    public Task SlotsAsync(string owner, int slots) =>
        Eventually.TrueAsync(async () => (await SearchAsync(owner)).Slots == slots, $"{slots} slots of {owner}", TimeSpan.FromSeconds(20));

    public async Task StateIsAsync(string vendor, string state)
    {
        string? seen = null;
        try
        {
            await Eventually.TrueAsync(async () => (seen = await StateAsync(vendor)) == state, $"vendor {vendor} to be '{state}'", TimeSpan.FromSeconds(20));
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} It is '{seen}'.", late);
        }
    }

    public void Dispose() => _http.Dispose();

    private static bool IsSlot(JsonElement entry) => entry.GetProperty("resource").GetProperty("resourceType").ValueEquals("Slot"u8);

    private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
