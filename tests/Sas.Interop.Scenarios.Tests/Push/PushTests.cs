using System.Net;

using FsCheck.Fluent;

using Sas.Interop.Contracts.Fhir;
using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Push;

/// <summary>What a vendor pushes is found like what is polled, with the same coverage rule.</summary>
[Parallelizable]
internal sealed class PushTests
{
    private PushHub _sut = null!; // Set before any test runs.

    [OneTimeSetUp]
    public async Task StartAsync() => _sut = await PushHub.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _sut.DisposeAsync();

    [TestCase("collection")]
    [TestCase("transaction")]
    public async Task Push_NewAgenda_IsFoundByTheRulesOfTheContract(string type)
    {
        var agenda = _sut.NewAgenda();
        DateTimeOffset[] starts = [_sut.At(0, 12), _sut.At(1, 8), _sut.At(2, 8)];

        var answer = await _sut.PushAsync(agenda.With(starts), type);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((answer.Type, answer.Json.Text("type")), Is.EqualTo(type == "transaction" ? ("Bundle", "transaction-response") : ("OperationOutcome", (string?)null)));
        Assert.That(answer.Entries.Count + (type == "transaction" ? 0 : 6), Is.EqualTo(6), "one answer an entry of a transaction");
        var found = await _sut.SearchAsync(agenda.National);
        Assert.That(AnswerRules.FaultsOf(found, _sut.Hub.FhirBase), Is.Empty);
        Assert.That(AnswerRules.Times(found, _sut.Hub.Now, _sut.Hub.Now.AddDays(10)), Is.Empty);
        Assert.That(await _sut.StartsAsync(agenda.National), Is.EqualTo(starts));
        Assert.That(found.OfType("PractitionerRole").Single().Items("telecom").Select(static telecom => telecom.Text("value")), Is.EqualTo(new[] { "+33199001122" }));
    }

    [Test]
    public async Task Push_SameTwice_HasTheEffectOfOnce()
    {
        var agenda = _sut.NewAgenda();
        var resources = agenda.With(_sut.At(1, 8), _sut.At(1, 9));
        await _sut.PushAsync(resources);
        var before = await _sut.EntriesAsync(agenda.National);

        var again = await _sut.PushAsync(resources);

        Assert.That(await _sut.EntriesAsync(agenda.National), Is.EqualTo(before).And.Not.Empty);
        Assert.That(again.Issues[0].Text("diagnostics"), Does.Contain("0 slots added, 0 closed, 2 confirmed"));
    }

    [Test]
    public async Task Push_NextAgenda_ReplacesTheOneBefore()
    {
        var agenda = _sut.NewAgenda();
        await _sut.PushAsync(agenda.With(_sut.At(1, 8), _sut.At(1, 9), _sut.At(2, 9)));

        await _sut.PushAsync(agenda.With(_sut.At(1, 9), _sut.At(3, 9)));

        Assert.That(await _sut.StartsAsync(agenda.National), Is.EqualTo(new[] { _sut.At(1, 9), _sut.At(3, 9) }));
    }

    [Test]
    public async Task Push_ScheduleWithoutSlots_EmptiesItsPlaceOnly()
    {
        var agenda = _sut.NewAgenda();
        var other = agenda with { Place = 2 };
        await _sut.PushAsync(agenda.With(_sut.At(1, 8)));
        await _sut.PushAsync(other.With(_sut.At(1, 10)));
        Assert.That((await _sut.SearchAsync(agenda.National)).OfType("PractitionerRole"), Has.Count.EqualTo(2));

        await _sut.PushAsync(agenda.Empty());

        Assert.That(await _sut.StartsAsync(agenda.National), Is.EqualTo(new[] { _sut.At(1, 10) }));
        Assert.That((await _sut.SearchAsync(agenda.National)).OfType("PractitionerRole"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Push_PlanningHorizon_BoundsWhatIsReplaced()
    {
        var agenda = _sut.NewAgenda();
        await _sut.PushAsync(agenda.With(_sut.At(1, 8), _sut.At(2, 8), _sut.At(3, 8)));
        var day = new Period { Start = new FhirDateTime(_sut.At(2, 0)), End = new FhirDateTime(_sut.At(3, 0)) };

        await _sut.PushAsync([.. agenda.Empty(day), agenda.Slot(_sut.At(2, 15), 0)]);

        Assert.That(await _sut.StartsAsync(agenda.National), Is.EqualTo(new[] { _sut.At(1, 8), _sut.At(2, 15), _sut.At(3, 8) }));
    }

    [Test]
    public async Task Push_PractitionerWhoIsPolledToo_ShowsBothPlaces()
    {
        var polled = HubFixture.Plan.Practitioners.First(static practitioner => practitioner.Case == SandboxCase.OnePlace && practitioner.Places[0].Links[0].Vendor == PushHub.Polled);
        var before = await _sut.SearchAsync(polled.Id);

        await _sut.PushAsync(new PushedAgenda(polled.Id).With(_sut.At(1, 5)));

        var after = await _sut.SearchAsync(polled.Id);
        Assert.That(AnswerRules.FaultsOf(after, _sut.Hub.FhirBase), Is.Empty);
        Assert.That(after.OfType("PractitionerRole"), Has.Count.EqualTo(2));
        Assert.That(after.OfType("Practitioner"), Has.Count.EqualTo(1));
        Assert.That(after.OfType("Slot"), Has.Count.EqualTo(before.OfType("Slot").Count + 1));
    }

    [Test]
    public async Task Push_RefusingPractitioner_IsTakenAndNotShown()
    {
        var refusing = HubFixture.Plan.With(SandboxCase.Refusing).First();

        var answer = await _sut.PushAsync(new PushedAgenda(refusing.Id).With(_sut.At(1, 5)));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await _sut.StartsAsync(refusing.Id), Is.Empty);
    }

    [Test]
    public async Task Push_ReservedAndPastAndTakenSlots_DoNotEnter()
    {
        var agenda = _sut.NewAgenda();
        var slot = agenda.Slot(_sut.At(1, 8), 0);
        var reserved = agenda.Slot(_sut.At(1, 9), 0) with { Meta = new Meta { Security = [new Coding { System = "https://vendor.example/types", Code = "PRIVATE" }] } };
        var taken = agenda.Slot(_sut.At(1, 10), 0) with { Status = "busy" };

        var answer = await _sut.PushAsync([.. agenda.Empty(), slot, reserved, taken, agenda.Slot(_sut.At(-1, 8), 0)]);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await _sut.StartsAsync(agenda.National), Is.EqualTo(new[] { _sut.At(1, 8) }));
    }

    [Test]
    public async Task Push_EntriesInAnyOrder_HaveTheSameEffect()
    {
        var agenda = _sut.NewAgenda();
        var resources = agenda.With(Enumerable.Range(0, 12).Select(number => _sut.At(1, number + 1)));
        await _sut.PushAsync(resources);
        var expected = await _sut.EntriesAsync(agenda.National);

        foreach (var shuffled in Gen.Shuffle(resources.ToArray()).Sample(10, 30))
        {
            // Emptied first, so that each order must fill the place by itself.
            await _sut.PushAsync(agenda.Empty());
            Assert.That(await _sut.StartsAsync(agenda.National), Is.Empty);
            Assert.That((await _sut.PushAsync(shuffled, "transaction")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await _sut.EntriesAsync(agenda.National), Is.EqualTo(expected), string.Join(' ', shuffled.Select(static resource => resource.ToString())));
        }
    }
}
