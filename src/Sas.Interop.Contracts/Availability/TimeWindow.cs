namespace Sas.Interop.Contracts.Availability;

/// <summary>A span of instants, both ends included, as the slot searches of the contract mean it (CONTRACT §3.2: a slot is inside when its start is).</summary>
/// <param name="From">First instant.</param>
/// <param name="To">Last instant; not before <paramref name="From"/>.</param>
public readonly record struct TimeWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether an instant lies in the window, ends included.</summary>
    /// <param name="instant">The instant, in any offset.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(DateTimeOffset instant) => instant >= From && instant <= To;

    /// <summary>The part shared with another window.</summary>
    /// <param name="other">The other window.</param>
    /// <returns>The shared part, or null when there is none.</returns>
    public TimeWindow? Intersect(TimeWindow other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return from <= to ? new TimeWindow(from, to) : null;
    }
}
