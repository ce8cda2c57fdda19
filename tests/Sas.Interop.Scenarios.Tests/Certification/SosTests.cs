using System.Globalization;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Certification;

/// <summary>SOS Médecins, which the official kit does not cover: what CONTRACT §3.4, §3.7, §5 and §7 say, over every association of the sandbox.</summary>
[Parallelizable]
internal sealed class SosTests
{
    private const string Owners = "actor:Location.organization.identifier";

    private static IReadOnlyList<SandboxAssociation> Associations => HubFixture.Plan.Associations;

    private static FlowSearch Everybody => FlowSearch.Association(Associations.Select(static association => association.Siret));

    [Test]
    public async Task Search_EachAssociation_ShowsItOnceWithEachOfItsPlaces()
    {
        foreach (var association in Associations)
        {
            var answer = await AskAsync(FlowSearch.Association(association.Siret));

            Assert.That(answer.OfProfile(ProfileUrls.OrganizationSos).Select(static organization => (organization.Identifier(), organization.Text("name"))), Is.EqualTo(new[] { (association.Siret, association.Name) }));
            Assert.That(answer.OfProfile(ProfileUrls.LocationSos).Select(static place => place.Text("name")), Is.EquivalentTo(association.Places.Select(static place => place.Name)));
            Assert.That(answer.OfProfile(ProfileUrls.ScheduleSos), Has.Count.EqualTo(association.Places.Count));
            Assert.That(answer.OfProfile(ProfileUrls.LocationSos).Select(static place => place.Reference("managingOrganization")).Distinct(), Is.EqualTo(new[] { "Organization/" + answer.OfType("Organization").Single().Text("id") }));
            Assert.That(answer.OfType("Location").Select(static place => place.Items("telecom").Single().Text("value")), Is.All.EqualTo(association.Phone));
            Assert.That(answer.Resources.Select(static resource => resource.Text("resourceType")).Distinct(), Is.EquivalentTo(new[] { "Slot", "Schedule", "Location", "Organization" }));
        }
    }

    [Test]
    public async Task Search_AllAssociations_IsTheSumOfEach()
    {
        var together = SameEntries.Of(await AskAsync(Everybody));
        var apart = new List<string>();
        foreach (var association in Associations)
        {
            apart.AddRange(SameEntries.Of(await AskAsync(FlowSearch.Association(association.Siret))));
        }

        Assert.That(together, Is.EquivalentTo(apart));
    }

    [Test]
    public async Task D06_Slots_AreFreeAndInTheWindow()
    {
        // The feeds have slots at 20:00, 20:30, 21:00 (for professionals), 21:30 (taken) and 22:30 of each day and place.
        var answer = await AskAsync(Everybody);
        var clocks = answer.OfType("Slot").GroupBy(static slot => slot.Text("start")?[11..16]).ToDictionary(static group => group.Key ?? "(none)", static group => group.Count());

        var each = 2 * Associations.Sum(static association => association.Places.Count);
        Assert.That(clocks, Is.EquivalentTo(new Dictionary<string, int> { ["20:00"] = each, ["20:30"] = each, ["22:30"] = each }));
        Assert.That(answer.OfType("Slot").Select(static slot => slot.Text("status")), Is.All.EqualTo("free"));
    }

    [Test]
    public async Task D06_WindowBetweenSlots_ShowsNoAgenda()
    {
        var day = new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.FromHours(2));
        var here = Associations.Where(static association => association.Places[0].TimeZone == "Europe/Paris").Select(static association => association.Siret);
        var none = await AskAsync(FlowSearch.Association(here).Between(day.AddHours(20.6), day.AddHours(22.4)));
        var one = await AskAsync(FlowSearch.Association(here).Between(day.AddHours(20.5), day.AddHours(20.5)));

        Assert.That(none.Json.At("entry"), Is.Null, "Those for professionals and the taken ones lie there.");
        Assert.That(one.OfType("Slot"), Has.Count.EqualTo(2 * here.Count()));
        Assert.That(one.OfType("Schedule"), Has.Count.EqualTo(2 * here.Count()));
    }

    [Test]
    public async Task D15_Types_LeaveProfessionalsOut()
    {
        var answer = await AskAsync(Everybody);
        var types = answer.OfType("Slot").GroupBy(static slot => slot.Text("start")?[11..16] ?? "(none)").ToDictionary(
            static group => group.Key,
            static group => string.Join(' ', group.Select(static slot => string.Join('+', slot.At("meta")?.Items("security").Codes() ?? [])).Distinct()));

        Assert.That(types, Is.EquivalentTo(new Dictionary<string, string> { ["20:00"] = "PUBLIC+SNP", ["20:30"] = "PUBLIC", ["22:30"] = "SNP" }));
    }

    [Test]
    public async Task D37_Comment_IsThePageOfTheSlot()
    {
        var answer = await AskAsync(Everybody);
        Assert.That(answer.OfType("Slot").Select(static slot => slot.Text("comment")), Is.Unique);
        Assert.That(answer.OfType("Slot").Select(static slot => slot.Text("comment")), Is.All.Match(@"^https://vendor\.example/sos/slot-[^?]+\?agenda="));
    }

    [Test]
    public async Task Times_AreThoseOfThePlace()
    {
        foreach (var association in Associations)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(association.Places[0].TimeZone);
            var answer = await AskAsync(FlowSearch.Association(association.Siret));
            foreach (var start in answer.OfType("Slot").SelectMany(static slot => new[] { slot.Text("start"), slot.Text("end") }).Select(static text => DateTimeOffset.Parse(text ?? string.Empty, CultureInfo.InvariantCulture)))
            {
                Assert.That(start.Offset, Is.EqualTo(zone.GetUtcOffset(start)));
                Assert.That(start.Hour, Is.InRange(20, 23));
            }
        }
    }

    [TestCase(1)]
    [TestCase(10)]
    [TestCase(25)]
    public async Task Search_OneToTwentyFiveSirets_AreAnswered(int count)
    {
        var known = Associations.Select(static association => association.Siret).Take(count).ToList();
        var asked = known.Concat(Enumerable.Range(200, count - Math.Min(count, known.Count)).Select(CheckDigits.Siret)).ToList();
        var answer = await AskAsync(FlowSearch.Association(asked));

        Assert.That(asked, Has.Count.EqualTo(count));
        Assert.That(answer.OfType("Organization").Select(static organization => organization.Identifier()), Is.EquivalentTo(known));
    }

    [TestCase("urn:oid:1.2.250.1.71.4.2.2%7C399999999999999")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.2%7C99999999999999")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.1%7C399000001000019")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.2%7C810990000019")]
    [TestCase("urn:oid:1.2.250.1.71.4.2.2%7Cnobody")]
    public async Task Search_UnknownSiret_IsEmptyInItsOwnProfile(string token)
    {
        var hub = await HubFixture.HubAsync();
        var answer = await Everybody.Rewrite(Owners, _ => token).SendAsync(hub);

        Assert.That(AnswerRules.FaultsOf(answer, hub.FhirBase, FlowShape.Association), Is.Empty);
        Assert.That((answer.Json.At("total")?.GetInt32(), answer.Json.At("entry") is null), Is.EqualTo((0, true)));
    }

    [Test]
    public async Task Search_WithoutRevinclude_CountsSlotsAndShowsNone()
    {
        var whole = await AskAsync(Everybody);
        var answer = await (Everybody with { Pairs = [.. Everybody.Pairs.Where(static pair => pair.Name != "_revinclude")] }).SendAsync(await HubFixture.HubAsync());

        Assert.That(answer.Json.At("total")?.GetInt32(), Is.EqualTo(whole.OfType("Slot").Count));
        Assert.That(answer.Resources.Select(static resource => resource.Text("resourceType")), Does.Not.Contain("Slot"));
        Assert.That(answer.OfType("Schedule"), Has.Count.EqualTo(whole.OfType("Schedule").Count));
    }

    [Test]
    public async Task Search_WithoutIncludes_ShowsAgendasOnly()
    {
        var answer = await (Everybody with { Pairs = [.. Everybody.Pairs.Where(static pair => !pair.Name.Contains("include", StringComparison.Ordinal))] }).SendAsync(await HubFixture.HubAsync());
        Assert.That(answer.Resources.Select(static resource => resource.Text("resourceType")).Distinct(), Is.EqualTo(new[] { "Schedule" }));
    }

    private static async Task<Answer> AskAsync(FlowSearch search)
    {
        var hub = await HubFixture.HubAsync();
        var answer = await search.SendAsync(hub);
        Assert.That(AnswerRules.FaultsOf(answer, hub.FhirBase, FlowShape.Association), Is.Empty);
        return answer;
    }
}
