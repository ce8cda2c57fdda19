using System.Text;
using System.Text.Json;

using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Read;

/// <summary>Whatever a search shows is read at its address, to the byte.</summary>
[Parallelizable]
internal sealed class ReadEveryEntryTests
{
    private const string CommunityProfile = "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-cpts-slot-aggregator";

    // A poll between a search and a read changes meta.lastUpdated, so what differs is looked at again.
    private const int Tries = 4;

    [Test]
    public async Task Read_EntriesOfIntR01_AreTheSameBytes()
    {
        var types = await ShouldBeReadAsync(FlowUrl.Individual, static _ => true);

        Assert.That(types, Is.EquivalentTo(new[] { "Slot", "Schedule", "Practitioner", "PractitionerRole" }));
    }

    [Test]
    public async Task Read_EntriesOfIntR04_AreTheSameBytes()
    {
        var types = await ShouldBeReadAsync(FlowUrl.Community, static resource => !IsOfIntR01Too(resource));

        Assert.That(types, Is.EquivalentTo(new[] { "Slot", "Schedule", "Practitioner", "PractitionerRole", "HealthcareService", "Organization" }));
    }

    [Test]
    public async Task Read_SlotsOfBothSearches_LookAsInIntR01()
    {
        var hub = await HubFixture.HubAsync();
        var slot = (await hub.GetAsync(FlowUrl.Community(hub.Now))).Resources.First(IsOfIntR01Too);
        var read = await hub.GetAsync("Slot/" + slot.Text("id"));

        Assert.That(read.Json.At("meta")?.Items("profile").Select(static profile => profile.GetString()), Is.EqualTo(new[] { "http://sas.fr/fhir/StructureDefinition/FrSlotAgregateur" }));
        Assert.That(read.Json.At("meta")?.Items("security").Codes(), Has.None.EqualTo("CPTS"));
        Assert.That(read.Json.Text("start"), Is.EqualTo(slot.Text("start")));
    }

    [Test]
    public async Task Read_EntriesOfSos_AreTheSameBytes()
    {
        var types = await ShouldBeReadAsync(FlowUrl.Association, static _ => true);

        Assert.That(types, Is.EquivalentTo(new[] { "Slot", "Schedule", "Location", "Organization" }));
    }

    [Test]
    public async Task Read_BentAddresses_AreNeverAFault()
    {
        var hub = await HubFixture.HubAsync();
        var answers = new[] { await hub.GetAsync(FlowUrl.Community(hub.Now)), await hub.GetAsync(FlowUrl.Association(hub.Now)) };
        var urls = answers.SelectMany(static answer => answer.Entries).Select(static entry => entry.Text("fullUrl")?.Split("/fhir/")[1] ?? string.Empty)
            .GroupBy(static url => url.Split('/')[0]).Select(static group => group.First()).ToList();
        var random = new Random(20260328);
        string[] pieces = ["%00", "%2F", "%2e%2e", "..", "/", "//", "%C3%28", "%F0%9F%98%80", "'", "\"", "<", "%7C", ";", "~", "+", " ", "%20", new string('8', 3000)];
        foreach (var url in urls)
        {
            for (var turn = 0; turn < 60; turn++)
            {
                var at = random.Next(url.IndexOf('/', StringComparison.Ordinal), url.Length);
                var cut = random.Next(0, Math.Min(4, url.Length - at));
                var bent = (url[..at] + pieces[random.Next(pieces.Length)] + url[(at + cut)..]).Replace(" ", "%20", StringComparison.Ordinal);
                var text = await hub.SendRawAsync($"GET /fhir/{bent} HTTP/1.1");

                Assert.That(text, Does.Match("^HTTP/1.1 (200|400|404|405) "), bent);
            }
        }
    }

    private static async Task<IReadOnlyCollection<string?>> ShouldBeReadAsync(Func<DateTimeOffset, string> url, Func<JsonElement, bool> isSame)
    {
        var hub = await HubFixture.HubAsync();
        var types = new HashSet<string?>();
        List<string> different = [];
        for (var turn = 0; turn < Tries; turn++)
        {
            var again = different.ToHashSet();
            different = [];
            foreach (var entry in (await hub.GetAsync(url(hub.Now))).Entries)
            {
                var fullUrl = entry.Text("fullUrl") ?? string.Empty;
                var resource = entry.GetProperty("resource");
                if (entry.At("search")?.Text("mode") == "outcome" || !isSame(resource) || (turn > 0 && !again.Contains(fullUrl)))
                {
                    continue;
                }

                var read = await hub.GetAsync(fullUrl[(hub.FhirBase.Length + 1)..]);
                types.Add(resource.Text("resourceType"));
                if ((int)read.Status != 200 || Encoding.UTF8.GetString(read.Body) != resource.GetRawText())
                {
                    different.Add(fullUrl);
                }
            }

            if (different.Count == 0)
            {
                break;
            }
        }

        Assert.That(different, Is.Empty);
        return types;
    }

    private static bool IsOfIntR01Too(JsonElement resource) =>
        resource.At("meta")?.Items("profile").Any(static profile => profile.GetString() == CommunityProfile) == true
        && resource.At("meta")?.Items("security").Codes().Any(static code => code != "CPTS") == true;
}
