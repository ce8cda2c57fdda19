using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Appointments;
using Sas.Interop.Hub.Appointments.Slots;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Appointments;
using Sas.Interop.Hub.Telemetry;
using Sas.Interop.Hub.Tests.Availability;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.Appointments;

/// <summary>An appointment takes its sender's slot; another vendor that shows the same time is asked, and says itself.</summary>
[NonParallelizable]
internal sealed class SlotsElsewhereTests : IOwnerRefresher
{
    private readonly ManualTimeProvider _time = new(Some.Now);
    private readonly List<OwnerKey> _asked = [];
    private TaskCompletionSource _polled = new();

    [TestCase("vendor-a", 1, true)]
    [TestCase("vendor-a", 2, false)]
    [TestCase("vendor-b", 1, true)]
    [TestCase(Caller.Unnamed, 1, false)]
    public async Task Ask_AnotherShowsThatTime_IsPulledAgain(string sender, int hour, bool isAsked)
    {
        _asked.Clear();
        _polled = new TaskCompletionSource();
        var index = new AvailabilityIndex(_time, new VendorStatusBoard(_time), NullLogger<AvailabilityIndex>.Instance);
        index.Apply(Some.Vendor("vendor-a"), Some.Snapshot(Some.Owner, [Some.Slot(1), Some.Slot(2)]), Some.Now);
        index.Apply(Some.Vendor("vendor-b"), Some.Snapshot(Some.Owner, [Some.Slot(1)]), Some.Now);
        using var hints = new RefreshHints(this, Options.Create(new AppointmentsOptions()), NullLogger<RefreshHints>.Instance);
        var filled = new FilledSlots(index, hints, _time);
        var appointment = new FillingAppointment("a", 1, "booked", Some.Now.AddHours(hour), Some.Owner.ToString(), sender);

        filled.Follow(appointment);
        new SlotsElsewhere(filled, index, hints).Ask(appointment);
        hints.Add(Some.OtherOwner);
        await hints.StartAsync(CancellationToken.None);
        await _polled.Task; // The last hint is always there, and those that wait are taken together.
        await hints.StopAsync(CancellationToken.None);

        Assert.That(_asked.Contains(Some.Owner), Is.EqualTo(isAsked));
        var left = index.Find(Some.Owner)?.Lanes.ToDictionary(static lane => lane.Vendor.VendorId, static lane => lane.Slots.Length);
        var (a, b) = sender switch { "vendor-a" => (1, 1), "vendor-b" => (2, 0), _ => (1, 0) };
        Assert.That((left?["vendor-a"], left?["vendor-b"]), Is.EqualTo(((int?)a, (int?)b)));
    }

    public Task RefreshAsync(IReadOnlyList<OwnerKey> owners, TimeSpan maxAge, TimeSpan within, CancellationToken cancellationToken)
    {
        lock (_asked)
        {
            _asked.AddRange(owners);
        }

        _polled.TrySetResult();
        return Task.CompletedTask;
    }

}
