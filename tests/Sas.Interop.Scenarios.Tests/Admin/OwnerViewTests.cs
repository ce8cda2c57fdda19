using System.Net;
using System.Text.Json;

using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Admin;

/// <summary>The operator's view of one owner, over HTTP, beside the searches of the same hub.</summary>
[Parallelizable]
internal sealed class OwnerViewTests
{
    [Test]
    public async Task Owner_TwoVendorsInTheSandbox_ShowsBothSources()
    {
        var hub = await HubFixture.HubAsync();
        var practitioner = HubFixture.Plan.Practitioners.First(static candidate => candidate.Case == SandboxCase.TwoVendors);
        var vendors = practitioner.Places.SelectMany(static place => place.Links).Select(static link => link.Vendor).Distinct();

        var view = await ViewAsync(hub, practitioner.Id);

        Assert.That(view.Items("places").SelectMany(static place => place.Items("lanes")).Select(static lane => lane.Text("vendor")).Distinct(), Is.EquivalentTo(vendors));
        Assert.That(Sources(view).Select(static source => source.Text("vendor")).Distinct(), Is.EquivalentTo(vendors));
        Assert.That(view.Items("links").Select(static link => (link.Text("vendor"), link.Text("state"))), Is.EquivalentTo(vendors.Select(static vendor => ((string?)vendor, (string?)"enabled"))));
        Assert.That(view.Items("sightings").Select(static sighting => sighting.Text("vendor")), Is.EquivalentTo(vendors));
    }

    [Test]
    public async Task Owner_EveryCaseOfTheSandbox_ServesWhatSearchesShow()
    {
        var hub = await HubFixture.HubAsync();

        // Whole days ahead, so that no slot begins between the view and the searches.
        var from = new DateTimeOffset(hub.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        var to = from.AddDays(2);
        foreach (var practitioner in HubFixture.Plan.Practitioners.GroupBy(static practitioner => practitioner.Case).SelectMany(static same => same.Take(3)))
        {
            var view = await ViewAsync(hub, $"{practitioner.Id}?from={SlotSearchUrl.Bound(from)}&to={SlotSearchUrl.Bound(to)}");
            var url = SlotSearchUrl.Of(from, to, practitioner.Id);
            Assert.That(Served(view, "INT_R01"), Is.EquivalentTo(Shown(await hub.GetAsync(url))), $"{practitioner.Case}, INT_R01");
            Assert.That(
                Served(view, "INT_R04"),
                Is.EquivalentTo(Shown(await hub.GetAsync(url + "&_include=Slot:service-type-reference&_include:iterate=HealthcareService:organization"))),
                $"{practitioner.Case}, INT_R04");
        }
    }

    [Test]
    public async Task Owner_Associations_ServeWhatSosShows()
    {
        var hub = await HubFixture.HubAsync();
        var from = new DateTimeOffset(hub.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        foreach (var siret in new[] { "399000001000019", "399000002800011" })
        {
            var view = await ViewAsync(hub, $"{siret[1..]}?from={SlotSearchUrl.Bound(from)}&to={SlotSearchUrl.Bound(from.AddDays(2))}");
            var sos = await hub.GetAsync(
                "Schedule?_revinclude=Slot:schedule&_include=Schedule:actor:Location&_include:iterate=Location:organization"
                + $"&_has:Slot:schedule:start=ge{SlotSearchUrl.Bound(from)}&_has:Slot:schedule:start=le{SlotSearchUrl.Bound(from.AddDays(2))}"
                + $"&_has:Slot:schedule:status=free&actor:Location.organization.identifier={IdentifierSystems.NationalStructure}%7C{siret}");

            Assert.That(Served(view, "SOS"), Is.Not.Empty.And.EquivalentTo(Shown(sos)), siret);
        }
    }

    [Test]
    public async Task Owner_OneTimeToldByTwoVendors_IsServedOnceAndBothStayVisible()
    {
        var hub = await AdminFixture.HubAsync();
        var agenda = new PushedAgenda(CheckDigits.Practitioner(650));
        var start = new DateTimeOffset(hub.Now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1).AddHours(9);
        await AdminFixture.PushAsync(hub, agenda.With(start), AdminFixture.First);
        await AdminFixture.PushAsync(hub, agenda.With(start), AdminFixture.Second);

        var view = await ViewAsync(hub, agenda.National);

        var sources = view.Items("places").Single().Items("times").Single().Items("sources").ToList();
        Assert.That(sources.Select(static source => source.Text("vendor")), Is.EquivalentTo(new[] { AdminFixture.First, AdminFixture.Second }));
        var shown = Shown(await hub.GetAsync(SlotSearchUrl.Of(hub.Now, hub.Now.AddDays(3), agenda.National))).Single();
        Assert.That(Served(view, "INT_R01"), Is.EqualTo(new[] { shown }));
        Assert.That(
            sources.Where(source => source.Text("slotId") != shown).Select(static source => source.Items("searches").First().Text("why")),
            Is.EqualTo(new[] { $"duplicate of {shown}" }));
        Assert.That(view.GetRawText(), Does.Not.Contain("MARTIGNAC").And.Not.Contain("+33"), "Neither names nor telephones.");
    }

    [TestCase("8109900000199999", "url.nationalId")]
    [TestCase("abc", "url.nationalId")]
    [TestCase("%3Cscript%3E", "url.nationalId")]
    [TestCase("810990000019?from=yesterday", "query.from")]
    [TestCase("810990000019?to=2126-01-01", "query.to")]
    public async Task Owner_BadRequests_NameTheElement(string rest, string path)
    {
        var answer = await (await HubFixture.HubAsync()).GetAsync("/admin/owners/" + rest);

        Assert.That((answer.Status, answer.Json.At("error")?.Text("path")), Is.EqualTo((HttpStatusCode.BadRequest, path)));
    }

    [Test]
    public async Task Owner_NobodyKnows_IsNotFound()
    {
        var hub = await HubFixture.HubAsync();
        var answer = await hub.GetAsync("/admin/owners/" + CheckDigits.Practitioner(999_999));

        Assert.That((answer.Status, answer.Json.At("error")?.Text("code")), Is.EqualTo((HttpStatusCode.NotFound, "not-found")));
        Assert.That((await hub.SendAsync(new HttpRequestMessage(HttpMethod.Delete, new Uri("/admin/owners/810990000019", UriKind.Relative)))).Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    private static async Task<JsonElement> ViewAsync(RunningHub hub, string owner)
    {
        var answer = await hub.GetAsync("/admin/owners/" + owner);
        Assert.That((answer.Status, answer.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/json")));
        return answer.Json;
    }

    private static IEnumerable<JsonElement> Sources(JsonElement view) =>
        view.Items("places").SelectMany(static place => place.Items("times")).SelectMany(static time => time.Items("sources"));

    private static IEnumerable<string?> Served(JsonElement view, string search) =>
        [.. Sources(view).Where(source => source.Items("searches").Single(verdict => verdict.Text("search") == search).At("served")?.GetBoolean() == true).Select(static source => source.Text("slotId"))];

    private static IEnumerable<string?> Shown(Answer answer)
    {
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        return [.. answer.OfType("Slot").Select(static slot => slot.Text("id"))];
    }
}
