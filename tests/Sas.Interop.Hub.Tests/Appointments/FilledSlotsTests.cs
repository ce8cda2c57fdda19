using FsCheck;
using FsCheck.Fluent;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Appointments;
using Sas.Interop.Hub.Appointments.Slots;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>Which slots appointments keep out of searches, whatever order the requests end in.</summary>
internal sealed class FilledSlotsTests : ITakenSlots, IOwnerRefresher
{
    private static readonly DateTimeOffset Now = new(2026, 3, 28, 8, 0, 0, TimeSpan.Zero);
    private const string Vendor = "vendor-a";
    private static readonly string[] Statuses = ["booked", "pending", "cancelled", "noshow", "fulfilled"];
    private readonly HashSet<TakenSlot> _taken = [];
    private readonly List<OwnerKey> _refreshed = [];
    private readonly ManualTimeProvider _time = new(Now);
    private TaskCompletionSource _pulled = new();

    [SetUp]
    public void Forget()
    {
        _taken.Clear();
        _refreshed.Clear();
        _pulled = new TaskCompletionSource();
    }

    [Test]
    public void Follow_AnyOrderOfVersions_EndsWithTheLastOne() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, 999)).ToArbitrary(), seeds =>
        {
            Forget();
            var sut = CreateSut();
            var told = seeds.Select(Some).ToList();
            foreach (var appointment in told)
            {
                sut.Follow(appointment);
            }

            var last = told.GroupBy(static appointment => appointment.Id).Select(static versions => versions.MaxBy(static version => version.Version));
            var filled = last.Where(static appointment => appointment.Status is "booked" or "pending").Select(SlotOf);
            return _taken.SetEquals(filled);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [TestCase("cancelled")]
    [TestCase("noshow")]
    public async Task Follow_GivenBack_IsReleasedAndPulledAgain(string status)
    {
        var sut = CreateSut(out var hints);
        sut.Follow(new FillingAppointment("a", 1, "booked", Now.AddHours(2), "810000000017", Vendor));
        sut.Follow(new FillingAppointment("a", 2, status, Now.AddHours(2), "810000000017", Vendor));

        await RunAsync(hints);

        Assert.That(_taken, Is.Empty);
        Assert.That(_refreshed.Select(static owner => owner.ToString()), Is.EqualTo(new[] { "810000000017" }));
    }

    [Test]
    public async Task Follow_MovedOrOfAnotherPractitioner_GivesTheOldOneBack()
    {
        var sut = CreateSut(out var hints);
        sut.Follow(new FillingAppointment("a", 1, "booked", Now.AddHours(2), "810000000017", Vendor));
        sut.Follow(new FillingAppointment("a", 2, "booked", Now.AddHours(3), "810000000017", Vendor));
        sut.Follow(new FillingAppointment("a", 3, "booked", Now.AddHours(3), "810000000025", Vendor));

        await RunAsync(hints);

        Assert.That(_taken.Select(static slot => (slot.Owner.ToString(), slot.Start)), Is.EqualTo(new[] { ("810000000025", Now.AddHours(3)) }));
        Assert.That(_refreshed, Has.Count.EqualTo(1), "Both hints are of one practitioner, who is pulled once.");
    }

    [Test]
    public void Follow_PastOrUnknownPractitioner_TakesNothing()
    {
        var sut = CreateSut();

        sut.Follow(new FillingAppointment("a", 1, "booked", Now.AddHours(-1), "810000000017", Vendor));
        sut.Follow(new FillingAppointment("b", 1, "pending", Now.AddHours(1), null, Vendor));

        Assert.That(_taken, Is.Empty);
    }

    [Test]
    public void Follow_ManyThatAreOver_AreForgotten()
    {
        var sut = CreateSut();
        for (var i = 0; i < 19_999; i++)
        {
            sut.Follow(new FillingAppointment($"a{i}", 1, "booked", Now.AddMinutes(1 + (i % 50)), "810000000017", Vendor));
        }

        _time.Advance(TimeSpan.FromHours(1));
        sut.Follow(new FillingAppointment("last", 1, "booked", Now.AddHours(2), "810000000017", Vendor));

        Assert.That(sut.Known, Is.EqualTo(1));
    }

    public void Take(TakenSlot slot) => _taken.Add(slot);

    public void Release(TakenSlot slot) => _taken.Remove(slot);

    public Task RefreshAsync(IReadOnlyList<OwnerKey> owners, TimeSpan maxAge, TimeSpan within, CancellationToken cancellationToken)
    {
        Assert.That(maxAge, Is.EqualTo(TimeSpan.Zero));
        _refreshed.AddRange(owners);
        _pulled.TrySetResult();
        return Task.CompletedTask;
    }

    private async Task RunAsync(RefreshHints hints)
    {
        using (hints)
        {
            await hints.StartAsync(CancellationToken.None);
            await _pulled.Task;
            await hints.StopAsync(CancellationToken.None);
        }
    }

    // Few appointments, few versions and few times, so that they meet.
    private static FillingAppointment Some(int seed) => new(
        $"a{seed % 3}",
        1 + (seed / 3 % 4),
        Statuses[(seed % 3) + (seed / 3 % 3)],
        Now.AddHours(1 + (seed / 3 % 4 % 2)),
        "810000000017",
        Vendor);

    private static TakenSlot SlotOf(FillingAppointment appointment) =>
        new(OwnerKey.Create(OwnerKind.Practitioner, appointment.Owner ?? string.Empty), appointment.Start, appointment.Sender);

    private FilledSlots CreateSut() => CreateSut(out _);

    private FilledSlots CreateSut(out RefreshHints hints)
    {
        hints = new RefreshHints(this, Options.Create(new AppointmentsOptions()), NullLogger<RefreshHints>.Instance);
        return new FilledSlots(this, hints, _time);
    }
}
