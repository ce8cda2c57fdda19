using System.Globalization;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>Every rule of the contract on the answers of the three flows for every owner of the sandbox, in lists of 25 as the platform asks.</summary>
[Parallelizable]
internal sealed class EveryOwnerTests
{
    [TestCase("R01")]
    [TestCase("R04")]
    [TestCase("SOS")]
    public async Task Search_AllOwners_KeepsEveryRule(string flow)
    {
        var hub = await HubFixture.HubAsync();
        var faults = new List<string>();
        var slots = 0;
        foreach (var search in Lists(flow))
        {
            var now = hub.Now;
            var answer = await search.Between(now, now.AddHours(96)).SendAsync(hub);
            faults.AddRange(AnswerRules.FaultsOf(answer, hub.FhirBase, search.Shape));
            faults.AddRange(AnswerRules.Times(answer, now, now.AddHours(96)));
            slots += answer.OfType("Slot").Count;
        }

        Assert.That(faults, Is.Empty);
        Assert.That(slots, Is.GreaterThan(flow == "SOS" ? 50 : 3000));
    }

    [TestCase("R01")]
    [TestCase("R04")]
    [TestCase("SOS")]
    public async Task Search_AllOwners_TellsItsLengthAndTheSameHeadersWithoutABody(string flow)
    {
        var hub = await HubFixture.HubAsync();
        foreach (var search in Lists(flow).Append(FlowSearch.Individual("810101215225")))
        {
            var get = await hub.SendRawAsync($"GET /fhir/{search.Url} HTTP/1.1");
            var head = await hub.SendRawAsync($"HEAD /fhir/{search.Url} HTTP/1.1");
            var (headers, body) = Split(get);

            Assert.That(headers["Content-Length"], Is.EqualTo(System.Text.Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture)));
            Assert.That(Split(head).Body, Is.Empty);

            // Each request has an id of its own, and a poll between the two moves the others; everything else is the same.
            string[] moving = ["Date", "Age", "Last-Modified", "ETag", "X-Request-Id"];
            var (expected, told) = (headers.Where(header => !moving.Contains(header.Key)), Split(head).Headers.Where(header => !moving.Contains(header.Key)));
            Assert.That(told, Is.EquivalentTo(expected));
            Assert.That(Split(head).Headers.Keys, Is.EquivalentTo(headers.Keys));
        }
    }

    [TestCase("gzip")]
    [TestCase("br, gzip")]
    public async Task Head_OfACompressedAnswer_TellsTheHeadersOfIt(string encoding)
    {
        var hub = await HubFixture.HubAsync();
        var answers = new List<Dictionary<string, string>>();
        foreach (var method in new[] { "GET", "HEAD" })
        {
            answers.Add(Split(await hub.SendRawAsync($"{method} /fhir/{FlowSearch.Named("R01").Url} HTTP/1.1\r\nAccept-Encoding: {encoding}")).Headers);
        }

        string[] told = ["Content-Type", "Content-Encoding", "Content-Length", "Vary"];
        Assert.That(answers[1].Where(header => told.Contains(header.Key)), Is.EquivalentTo(answers[0].Where(header => told.Contains(header.Key))));
        Assert.That(answers[0], Does.ContainKey("Content-Encoding").And.Not.ContainKey("Content-Length"));
    }

    [Test]
    public async Task Search_OverseasOwners_HaveTheTimeOfTheirPlace()
    {
        var hub = await HubFixture.HubAsync();
        var overseas = HubFixture.Plan.Practitioners.Where(static practitioner => practitioner.Places.Any(static place => place.TimeZone == "Indian/Reunion")).ToList();
        var association = HubFixture.Plan.Associations.Single(static association => association.Places[0].TimeZone == "Indian/Reunion");

        var practitioners = await FlowSearch.Community(overseas.Select(static practitioner => practitioner.Id)).SendAsync(hub);
        var places = await FlowSearch.Association(association.Siret).SendAsync(hub);

        Assert.That(places.OfType("Slot").Select(static slot => slot.Text("start")?[^6..]).Distinct(), Is.EqualTo(new[] { "+04:00" }));
        Assert.That(practitioners.OfType("Slot").Count(static slot => slot.Text("end")?.EndsWith("+04:00", StringComparison.Ordinal) == true), Is.GreaterThan(20));
        Assert.That(places.OfType("Schedule").Select(static schedule => schedule.At("meta")?.Text("lastUpdated")?[^6..]).Distinct(), Is.EqualTo(new[] { "+04:00" }));
    }

    private static IEnumerable<FlowSearch> Lists(string flow) => flow switch
    {
        "R01" => HubFixture.Plan.Practitioners.Select(static practitioner => practitioner.Id).Chunk(25).Select(static ids => FlowSearch.Individual(ids)),
        "R04" => HubFixture.Plan.Practitioners.Select(static practitioner => practitioner.Id).Chunk(25).Select(static ids => FlowSearch.Community(ids)),
        _ =>
        [
            FlowSearch.Association(HubFixture.Plan.Associations.Select(static association => association.Siret).Concat(Strangers(22))),
            .. HubFixture.Plan.Associations.Select(static association => FlowSearch.Association(association.Siret)),
        ],
    };

    private static IEnumerable<string> Strangers(int count) => Enumerable.Range(100, count).Select(CheckDigits.Siret);

    private static (Dictionary<string, string> Headers, string Body) Split(string response)
    {
        var end = response.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = response[..end].Split("\r\n").Skip(1).Select(static line => line.Split(": ", 2)).ToDictionary(static pair => pair[0], static pair => pair[1]);
        return (headers, response[(end + 4)..]);
    }
}
