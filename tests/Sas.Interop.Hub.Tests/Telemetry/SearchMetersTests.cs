using System.Diagnostics.Metrics;

using Microsoft.Extensions.DependencyInjection;

using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Tests.Telemetry;

internal sealed class SearchMetersTests
{
    [Test]
    public void Ended_FoundWithGaps_CountsSearchSlotsGapAndTime()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen[Name(instrument, tags)] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen[Name(instrument, tags)] = value);
        var sut = new SearchMeters(services.GetRequiredService<IMeterFactory>());
        listener.Start();

        sut.Ended("INT_R01", "found", 12, gaps: true, TimeSpan.FromMilliseconds(3));

        Assert.That(seen["sas.hub.searches INT_R01 found"], Is.EqualTo(1));
        Assert.That(seen["sas.hub.search.slots INT_R01"], Is.EqualTo(12));
        Assert.That(seen["sas.hub.search.gaps INT_R01"], Is.EqualTo(1));
        Assert.That(seen["sas.hub.search.duration INT_R01"], Is.EqualTo(0.003));
    }

    private static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name;
        foreach (var (_, value) in tags)
        {
            name += " " + value;
        }

        return name;
    }
}
