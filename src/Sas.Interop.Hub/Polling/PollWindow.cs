using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Polling;

/// <summary>The window of a poll, on whole hours so that the requests of one hour are the same and can be conditional.</summary>
internal static class PollWindow
{
    public static TimeWindow At(DateTimeOffset now, TimeSpan ahead)
    {
        var from = now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour);
        var to = now.UtcTicks + ahead.Ticks + TimeSpan.TicksPerHour - 1;
        return new TimeWindow(new DateTimeOffset(from, TimeSpan.Zero), new DateTimeOffset(to - (to % TimeSpan.TicksPerHour), TimeSpan.Zero));
    }
}
