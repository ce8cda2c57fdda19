using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Telemetry;

internal sealed class HubMetersTests
{
    [Test]
    public void PollEnded_Report_IsCountedByVendor()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var board = new VendorStatusBoard(TimeProvider.System);
        board.Register("a", 1);
        var factory = services.GetRequiredService<IMeterFactory>();
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen[Name(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen[Name(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen[Name(instrument, tags)] = value);
        listener.Start();
        var sut = new HubMeters(factory, board);

        sut.PollEnded("a", new PollReport { Partition = 0, Verdict = PollVerdict.Ok, EndedAt = default, Slots = 9, Duration = TimeSpan.FromSeconds(2) });
        sut.PollMerged("a");
        sut.TargetFailed("a", "VendorTimeout");
        sut.RefreshEnded("a", new PollReport { Partition = PollReport.ForCallers, Verdict = PollVerdict.Failed, EndedAt = default, Duration = TimeSpan.FromSeconds(3) });
        sut.RefreshJoined("a", 4);
        sut.RefreshRefused("a", 5, "Full");
        sut.RefreshLate("a", 6);
        listener.RecordObservableInstruments();

        Assert.That(seen["sas.hub.polls a Ok"], Is.EqualTo(1));
        Assert.That(seen["sas.hub.poll.slots a"], Is.EqualTo(9));
        Assert.That(seen["sas.hub.poll.duration a"], Is.EqualTo(2));
        Assert.That(seen["sas.hub.polls.merged a"], Is.EqualTo(1));
        Assert.That(seen["sas.hub.poll.failures a VendorTimeout"], Is.EqualTo(1));
        Assert.That(seen["sas.hub.refreshes a Failed"], Is.EqualTo(1));
        Assert.That(seen["sas.hub.refresh.duration a"], Is.EqualTo(3));
        Assert.That(seen["sas.hub.refreshes.joined a"], Is.EqualTo(4));
        Assert.That(seen["sas.hub.refreshes.refused a Full"], Is.EqualTo(5));
        Assert.That(seen["sas.hub.refreshes.late a"], Is.EqualTo(6));
        Assert.That(seen["sas.hub.vendors NeverAnswered"], Is.EqualTo(1));
        Assert.That(seen["sas.hub.vendors Ok"], Is.Zero);
    }

    private static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', [instrument.Name, .. tags.ToArray().Select(static tag => tag.Value?.ToString())]);
}
