using System.Text.Json;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.TestKit;

namespace Sas.Interop.Adapters.Tests.Example;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AcmeSlotSourceTests : AdapterContract
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly string[] BothReasons = ["Consultation", "Urgence"];

    protected override IVendorAdapterFactory Factory { get; } = new AcmeAdapterFactory();

    protected override IReadOnlyDictionary<string, string> Secrets => new Dictionary<string, string> { [AcmeSlotSource.TokenSecret] = "invented" };

    protected override PullTarget Target => new()
    {
        Owner = OwnerKey.Create(OwnerKind.Practitioner, "810000000041"),
        Place = new PlaceDetails { Key = "place-1", PostalCode = "75001" },
        Keys = new Dictionary<string, string> { [AcmeSlotSource.AgendaKey] = "sandbox-7" },
        BookingUrl = new Uri("https://booking.acme.example/sandbox-7"),
    };

    protected override IReadOnlyList<(string PathContains, string Json)> GoodAnswers => [("/agendas/sandbox-7/slots?from=2026-03-02&to=2026-03-06&channel=sas", Sample("answer.json"))];

    [Test]
    public async Task PullAsync_Sample_GivesOneSlotAStartAndCountsTheRest()
    {
        var snapshot = (await PullAsync(GoodHandler(), new ManualTimeProvider(Now))).Single().Outcome.Value;

        var slots = snapshot?.Schedules.Single().Slots ?? [];
        Assert.That(slots.Select(static slot => slot.Start), Is.EqualTo(new[] { Nine, Nine.AddHours(1), Nine.AddMinutes(70) }));
        Assert.That(slots.Select(static slot => (slot.End - slot.Start).TotalMinutes), Is.EqualTo(new[] { 20d, 10d, 15d }));
        Assert.That(slots[0].Kind.Reasons, Is.EqualTo(BothReasons));
        Assert.That(snapshot?.Tally, Is.EqualTo(new SnapshotTally(Reserved: 1, Unreadable: 2, Duplicates: 1, Orphans: 0)));
    }

    [Test]
    public async Task PullAsync_EmptyList_IsACompleteEmpty()
    {
        var snapshot = (await PullAsync(new ScriptedHttpHandler().Json("/slots", """{"slots": []}"""), new ManualTimeProvider(Now))).Single().Outcome.Value;

        Assert.That(snapshot?.Coverage, Is.EqualTo(new Coverage(Target.Owner, "place-1", Window, Complete: true)));
        Assert.That(snapshot?.Schedules.Single().Slots, Is.Empty);
    }

    [Test]
    public async Task PullAsync_KeyMissing_NamesIt()
    {
        var results = await PullAsync(GoodHandler(), new ManualTimeProvider(Now), default, Target with { Keys = new Dictionary<string, string>() });

        Assert.That(results.Single().Outcome.Error?.Code, Is.EqualTo(HubErrorCode.DirectoryKeyMissing));
        Assert.That(results.Single().Outcome.Error?.Detail, Does.Contain("'agenda'"));
    }

    [Test]
    public async Task PullAsync_Mocks_ShowThreeSlotsADay()
    {
        var place = new PlaceDetails { Key = "place-1", PostalCode = "75001" };
        var snapshot = await SandboxPull.RunAsync(Factory, "2026-03-02T06:00:00Z", place, (AcmeSlotSource.AgendaKey, "sandbox-7"));

        Assert.That(snapshot.Schedules.Single().Slots, Has.Count.EqualTo(9));
    }

    [Test]
    public void Validate_OptionsOfTheSampleEntry_AreAccepted()
    {
        using var entry = JsonDocument.Parse(Sample("vendor.json"));

        Assert.That(entry.RootElement.GetProperty("adapter").GetString(), Is.EqualTo(Factory.Dialect));
        Assert.That(Factory.Validate(entry.RootElement.GetProperty("options")), Is.Empty);
    }

    [Test]
    public void AddAcmeAdapter_Twice_RegistersOneFactory()
    {
        using var services = new ServiceCollection().AddAcmeAdapter().AddAcmeAdapter().BuildServiceProvider();

        Assert.That(services.GetServices<IVendorAdapterFactory>().Select(static factory => factory.Dialect), Is.EqualTo(new[] { "acme" }));
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Example", "Samples", name));
}
