using System.Globalization;
using System.Net;
using System.Text.Json;

using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Hosting;
using Sas.Interop.Scenarios.Tests.Push;

namespace Sas.Interop.Scenarios.Tests.Preferences;

/// <summary>What was acknowledged is in the next search: no waiting, no cache in between.</summary>
[Parallelizable]
internal sealed class PreferencesInSearchTests
{
    private PushHub _hub = null!; // Set before any test runs.
    private PlatformCalls _sut = null!; // Likewise.

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _hub = await PreferencesFixture.HubAsync();
        _sut = new PlatformCalls(_hub.Hub);
    }

    [Test]
    public async Task Refusal_SetAndTakenBack_HidesAndShowsAtOnce()
    {
        var owner = await PushedAsync(1, 8);

        await SetAsync(owner, """{"refusesSlots":true}""");
        Assert.That(await StartsAsync(owner), Is.Empty);

        await SetAsync(owner, """{"refusesSlots":false}""");
        Assert.That(await StartsAsync(owner), Has.Count.EqualTo(1));

        await SetAsync(owner, """{"refusesSlots":true}""");
        await _sut.DeleteAsync(PlatformCalls.Of(owner));
        Assert.That(await StartsAsync(owner), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Refusal_OfTheDirectory_HoldsUntilTheOwnerSaysOtherwise()
    {
        var refusing = HubFixture.Plan.Practitioners.First(static practitioner => practitioner.Case == SandboxCase.Refusing && VendorsOf(practitioner).SequenceEqual([PushHub.Polled]));
        Assert.That(await StartsAsync(refusing.Id), Is.Empty);

        await SetAsync(refusing.Id, """{"reorientationPackage":true}""");
        Assert.That(await StartsAsync(refusing.Id), Is.Empty, "Nothing was said of slots.");

        await SetAsync(refusing.Id, """{"refusesSlots":false}""");
        Assert.That(await StartsAsync(refusing.Id), Is.Not.Empty);
    }

    [Test]
    public async Task Absence_OpenEndedAtOneOfTwoPlaces_HidesThatPlaceOnly()
    {
        var practitioner = HubFixture.Plan.Practitioners.First(static candidate => candidate.Case == SandboxCase.TwoPlaces
            && VendorsOf(candidate).Distinct().SequenceEqual([PushHub.Polled]) && candidate.Places[0].Structure != candidate.Places[1].Structure);
        var (away, open) = (practitioner.Places[0].Structure, practitioner.Places[1].Structure);
        Assert.That(await StructuresAsync(practitioner.Id), Is.EquivalentTo(new[] { away, open }));

        await SetAsync(practitioner.Id, $$"""{"unavailabilities":[{"place":"{{away}}"}]}""");
        Assert.That(await StructuresAsync(practitioner.Id), Is.EqualTo(new[] { open }));

        await SetAsync(practitioner.Id, """{"unavailabilities":[{"place":null}]}""");
        Assert.That(await StructuresAsync(practitioner.Id), Is.Empty, "Every place.");

        await SetAsync(practitioner.Id, $$"""{"unavailabilities":[{"place":"{{away}}","from":"{{Text(_hub.At(60, 0))}}"}]}""");
        Assert.That(await StructuresAsync(practitioner.Id), Is.EquivalentTo(new[] { away, open }), "It has not begun.");
    }

    [Test]
    public async Task Absence_Planned_HidesWhatBeginsInIt()
    {
        var owner = await PushedAsync(1, 8, 9, 10, 11);

        await SetAsync(owner, $$"""{"unavailabilities":[{"from":"{{Text(_hub.At(1, 9))}}","to":"{{Text(_hub.At(1, 10))}}"}]}""");
        Assert.That(await StartsAsync(owner), Is.EqualTo(new[] { _hub.At(1, 8), _hub.At(1, 11) }));

        await SetAsync(owner, $$"""{"unavailabilities":[{"from":"{{Text(_hub.At(1, 9).AddMinutes(1))}}","to":"{{Text(_hub.At(1, 10).AddMinutes(-1))}}"}]}""");
        Assert.That(await StartsAsync(owner), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task Absence_ThreePlanned_HideAllThree()
    {
        var owner = await PushedAsync(1, 7, 8, 9, 10, 11);
        var spans = string.Join(',', new[] { 7, 9, 11 }.Select(hour => $$"""{"from":"{{Text(_hub.At(1, hour))}}","to":"{{Text(_hub.At(1, hour).AddMinutes(5))}}"}"""));

        await SetAsync(owner, $$"""{"unavailabilities":[{{spans}}]}""");

        Assert.That(await StartsAsync(owner), Is.EqualTo(new[] { _hub.At(1, 8), _hub.At(1, 10) }));
    }

    [Test]
    public async Task DeclaredVendors_OneOfTwo_ShowsItsSlotsOnly()
    {
        var practitioner = HubFixture.Plan.Practitioners.First(static candidate => candidate.Case == SandboxCase.OnePlace && VendorsOf(candidate).SequenceEqual([PushHub.Polled]));
        var polled = await StartsAsync(practitioner.Id);
        var pushed = _hub.At(8, 5);
        var answer = await _hub.PushAsync(new PushedAgenda(practitioner.Id).With(pushed));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StartsAsync(practitioner.Id), Is.EquivalentTo(polled.Append(pushed)));

        await DeclareAsync(practitioner.Id, PushHub.Pushes);
        Assert.That(await StartsAsync(practitioner.Id), Is.EqualTo(new[] { pushed }));

        await DeclareAsync(practitioner.Id, PushHub.Polled);
        Assert.That(await StartsAsync(practitioner.Id), Is.EqualTo(polled));

        await DeclareAsync(practitioner.Id);
        Assert.That(await StartsAsync(practitioner.Id), Has.Count.EqualTo(polled.Count + 1));
    }

    private static IEnumerable<string> VendorsOf(SandboxPractitioner practitioner) =>
        practitioner.Places.SelectMany(static place => place.Links).Select(static link => link.Vendor);

    private static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A practitioner of whom only pushes tell, with a slot at each hour.</summary>
    private async Task<string> PushedAsync(int day, params int[] hours)
    {
        var agenda = _hub.NewAgenda();
        await _hub.PushAsync(agenda.With(hours.Select(hour => _hub.At(day, hour))));
        Assert.That(await StartsAsync(agenda.National), Has.Count.EqualTo(hours.Length));
        return agenda.National;
    }

    private async Task SetAsync(string owner, string preferences) => Assert.That((int)(await _sut.SetAsync(owner, preferences)).Status, Is.AnyOf(200, 201));

    private async Task DeclareAsync(string owner, params string[] vendors) => Assert.That((await _sut.DeclareAsync(owner, vendors)).Status, Is.EqualTo(HttpStatusCode.NoContent));

    private Task<IReadOnlyList<DateTimeOffset>> StartsAsync(string owner) => _hub.StartsAsync(owner);

    /// <summary>Structures of the places that an answer shows.</summary>
    private async Task<IEnumerable<string?>> StructuresAsync(string owner) =>
        (await _hub.SearchAsync(owner)).OfType("PractitionerRole").Select(static role => Structure(role)).ToList();

    private static string? Structure(JsonElement role) => role.At("organization")?.At("identifier")?.Text("value");
}
