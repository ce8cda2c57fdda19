using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>What was read of one center over its calls.</summary>
internal sealed class MesoignerReading
{
    private int _unreadable;
    private int _full;

    public StartList Starts { get; } = new();

    public int Pages { get; private set; }

    /// <summary>The oldest answer's time, or null.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>The last day whose times were all read; null while no day is.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>The vendor has no day after the ones read.</summary>
    public bool Exhausted { get; set; }

    /// <summary>Why reading ended early; null when it did not.</summary>
    public HubError? Error { get; set; }

    public SnapshotTally Tally => new(_full, _unreadable, Starts.Duplicates, 0);

    public void Add(MesoignerPage page)
    {
        Starts.AddAll(page.Starts);
        _unreadable += page.Unreadable;
        _full += page.Full;
        MadeAt = MadeAt < page.MadeAt || page.MadeAt is null ? MadeAt : page.MadeAt;
        LastDay = page.LastDay ?? LastDay;
        Pages++;
    }

    /// <summary>The part of the window that the vendor served.</summary>
    public TimeWindow Covered(TimeWindow window, TimeZoneInfo zone)
    {
        if (Exhausted || LastDay is not { } day)
        {
            return window;
        }

        var end = DayWindow.StartOf(day.AddDays(1), zone).AddTicks(-1);
        return end < window.To && end >= window.From ? window with { To = end } : window;
    }
}
