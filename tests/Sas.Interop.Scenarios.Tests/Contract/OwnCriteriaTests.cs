using System.Globalization;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Contract;

/// <summary>R4's own criteria: what they leave is what a plain reading of the answer without them leaves.</summary>
[TestFixture("R01")]
[TestFixture("R04")]
[TestFixture("SOS")]
[Parallelizable]
internal sealed class OwnCriteriaTests(string flow)
{
    private const int Rounds = 120;
    private static readonly string[] Tokens = ["_security", "service-type", "specialty", "appointment-type"];

    private static readonly Dictionary<string, (string System, string[] Codes)> Coded = new()
    {
        ["_security"] = (CodeSystems.SlotType, ["PUBLIC", "PRO", "SNP", "CPTS", "NONE"]),
        ["service-type"] = (CodeSystems.ConsultationType, ["AMB", "HH", "VR", "IMP"]),
        ["specialty"] = (CodeSystems.Specialty, ["SM54", "SM05", "SM41", "SM99"]),
        ["appointment-type"] = (CodeSystems.AppointmentType, ["ROUTINE", "WALKIN", "CHECKUP"]),
    };

    private FlowSearch Wide => flow == "SOS"
        ? FlowSearch.Named("SOS")
        : FlowSearch.Named(flow) with { Pairs = (flow == "R01" ? FlowSearch.Individual(Mixed) : FlowSearch.Community(Mixed)).Pairs };

    private static IEnumerable<string> Mixed { get; } = [.. HubFixture.Plan.Practitioners.Where(static practitioner => practitioner.Number % 5 == 0 || practitioner.Number > 350).Select(static practitioner => practitioner.Id).Take(60)];

    [Test]
    public async Task Tokens_RandomOnes_LeaveWhatAPlainReadingLeaves()
    {
        var hub = await HubFixture.HubAsync();
        var slots = (await Wide.SendAsync(hub)).OfType("Slot");
        var random = new Random(20260329);
        var (found, faults) = (0, new List<string>());
        for (var round = 0; round < Rounds; round++)
        {
            var criteria = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Draw(random)).ToList();
            var search = criteria.Aggregate(Wide, static (search, criterion) => search.With(criterion.Name, string.Join(',', criterion.Any.Select(static token => token.Replace("|", "%7C", StringComparison.Ordinal)))));
            var expected = slots.Where(slot => criteria.TrueForAll(criterion => criterion.Any.Any(token => Has(slot, criterion.Name, token)))).Select(static slot => slot.Text("id")).ToList();
            var answer = await search.SendAsync(hub);
            found += expected.Count;
            if (!answer.OfType("Slot").Select(static slot => slot.Text("id")).SequenceEqual(expected) || answer.Json.At("total")?.GetInt32() != expected.Count)
            {
                faults.Add($"{string.Join('&', criteria.Select(static criterion => $"{criterion.Name}={string.Join(',', criterion.Any)}"))}: {answer.OfType("Slot").Count} instead of {expected.Count}");
            }
        }

        Assert.That(faults, Is.Empty);
        Assert.That(found, Is.GreaterThan(Rounds));
    }

    [Test]
    public async Task Filtered_Answers_KeepEveryRule()
    {
        var hub = await HubFixture.HubAsync();
        var faults = new List<string>();
        foreach (var (name, value) in Tokens.SelectMany(static name => Coded[name].Codes.Select(code => (name, code))))
        {
            faults.AddRange(AnswerRules.FaultsOf(await Wide.With(name, value).SendAsync(hub), hub.FhirBase, Wide.Shape).Select(fault => $"{name}={value}: {fault}"));
        }

        Assert.That(faults, Is.Empty);
    }

    [Test]
    public async Task Ids_OfSlotsOrAgendas_AreEnoughForASearch()
    {
        var hub = await HubFixture.HubAsync();
        var whole = await Wide.SendAsync(hub);
        var slots = whole.OfType("Slot");
        var includes = string.Join('&', Wide.Pairs.Where(static pair => pair.Name.Contains("include", StringComparison.Ordinal)).Select(static pair => $"{pair.Name}={pair.Value}"));
        var window = string.Join('&', Wide.Pairs.Where(pair => pair.Name == Wide.Start).Select(static pair => $"{pair.Name}={pair.Value}"));
        var schedules = whole.OfType("Schedule").Select(static schedule => schedule.Text("id") ?? string.Empty).Take(3).ToList();

        var byAgenda = await hub.GetAsync($"{Wide.Resource}?{(flow == "SOS" ? "_id" : "schedule")}={string.Join(',', schedules)}&{window}&{includes}");
        Assert.That(Ids(byAgenda), Is.EquivalentTo(slots.Where(slot => schedules.Contains(slot.Reference("schedule")?["Schedule/".Length..] ?? string.Empty)).Select(static slot => slot.Text("id"))));
        Assert.That(AnswerRules.FaultsOf(byAgenda, hub.FhirBase, Wide.Shape), Is.Empty);
        if (flow == "SOS")
        {
            return;
        }

        var wanted = slots.Where(static (_, number) => number % 17 == 0).Select(static slot => slot.Text("id") ?? string.Empty).ToList();
        var byId = await hub.GetAsync($"Slot?_id={string.Join(',', wanted)}&{includes}");
        var both = await hub.GetAsync($"Slot?_id={string.Join(',', wanted)}&_id={string.Join(',', wanted.Take(2))},nobody&{includes}");
        var references = await hub.GetAsync($"Slot?schedule=Schedule/{schedules[0]},{Uri.EscapeDataString($"{hub.FhirBase}/Schedule/{schedules[1]}")}&{window}&{includes}");
        Assert.That(Ids(byId), Is.EquivalentTo(wanted));
        Assert.That(AnswerRules.FaultsOf(byId, hub.FhirBase, Wide.Shape), Is.Empty);
        Assert.That(Ids(both), Is.EquivalentTo(wanted.Take(2)));
        Assert.That(Ids(references), Is.EquivalentTo(slots.Where(slot => schedules.Take(2).Contains(slot.Reference("schedule")?["Schedule/".Length..] ?? string.Empty)).Select(static slot => slot.Text("id"))));
    }

    [Test]
    public async Task Ids_OfAnotherFlow_FindNothing()
    {
        // A slot of an association is none of INT_R01 and INT_R04, whose answers could not name its place; nor has SOS a practitioner's agenda, whose plain search is another one.
        var hub = await HubFixture.HubAsync();
        var other = await FlowSearch.Named(flow == "SOS" ? "R01" : "SOS").SendAsync(hub);
        var schedule = other.OfType("Schedule")[0].Text("id");
        foreach (var parameter in flow == "SOS" ? [$"_id={schedule}&_has:Slot:schedule:status=free"] : new[] { $"_id={other.OfType("Slot")[0].Text("id")}", $"schedule={schedule}" })
        {
            var includes = string.Join('&', Wide.Pairs.Where(static pair => pair.Name.Contains("include", StringComparison.Ordinal)).Select(static pair => $"{pair.Name}={pair.Value}"));
            var answer = await hub.GetAsync($"{Wide.Resource}?{parameter}&{includes}");

            Assert.That(AnswerRules.FaultsOf(answer, hub.FhirBase, Wide.Shape), Is.Empty);
            Assert.That((answer.Json.At("total")?.GetInt32(), answer.Json.At("entry") is null), Is.EqualTo((0, true)), parameter);
        }
    }

    [TestCase("identifier=nothing")]
    [TestCase("identifier=urn:oid:1.2.3%7C4")]
    [TestCase("_lastUpdated=lt2026-03-28")]
    [TestCase("_lastUpdated=ge2026-04-28")]
    [TestCase("_lastUpdated=ge2026-03-28&_lastUpdated=lt2026-03-28")]
    public async Task Criteria_ThatNothingMeets_FindNothing(string criterion)
    {
        var answer = await (await HubFixture.HubAsync()).GetAsync($"{Wide.Url}&{criterion}");
        Assert.That(((int)answer.Status, answer.Json.At("total")?.GetInt32(), answer.Json.At("entry") is null), Is.EqualTo((200, 0, true)));
    }

    [TestCase("_lastUpdated=ge2026-03-28")]
    [TestCase("_lastUpdated=gt2026-03-27&_lastUpdated=le2026-03-29")]
    [TestCase("_lastUpdated=2026-03-28")]
    [TestCase("identifier=")]
    public async Task Criteria_ThatEverythingMeets_LeaveEverything(string criterion)
    {
        var hub = await HubFixture.HubAsync();
        Assert.That(SameEntries.Of(await hub.GetAsync($"{Wide.Url}&{criterion}")), Is.EqualTo(SameEntries.Of(await Wide.SendAsync(hub))));
    }

    private static (string Name, IReadOnlyList<string> Any) Draw(Random random)
    {
        var name = Tokens[random.Next(Tokens.Length)];
        var (system, codes) = Coded[name];
        return (name, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Form(random, system, codes[random.Next(codes.Length)]))]);
    }

    private static string Form(Random random, string system, string code) => random.Next(8) switch
    {
        0 => $"{system}|",
        1 => $"|{code}",
        2 => $"urn:other|{code}",
        3 => "urn:other|",
        < 6 => code,
        _ => $"{system}|{code}",
    };

    /// <summary>R4 search, "token": a code of any system, of one, of none (<c>|code</c>), or any code of a system.</summary>
    private static bool Has(JsonElement slot, string name, string token)
    {
        var codings = name switch
        {
            "_security" => slot.At("meta")?.Items("security") ?? [],
            "service-type" => slot.Items("serviceType").SelectMany(static type => type.Items("coding")),
            "specialty" => slot.Items("specialty").SelectMany(static specialty => specialty.Items("coding")),
            _ => slot.At("appointmentType")?.Items("coding") ?? [],
        };
        var parts = token.Split('|');
        return parts is [var any]
            ? codings.Any(coding => coding.Text("code") == any)
            : codings.Any(coding => (coding.Text("system") ?? string.Empty) == parts[0] && (parts[1].Length == 0 || coding.Text("code") == parts[1]));
    }

    private static IEnumerable<string?> Ids(Answer answer)
    {
        Assert.That((int)answer.Status, Is.EqualTo(200), string.Create(CultureInfo.InvariantCulture, $"{answer.Url}: {(int)answer.Status}"));
        return answer.OfType("Slot").Select(static slot => slot.Text("id"));
    }
}
