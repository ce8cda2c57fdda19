using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Bimedoc;

/// <summary>Turns what was read of a pharmacy into a snapshot.</summary>
internal static class BimedocMapper
{
    /// <param name="target">The directory's line.</param>
    /// <param name="pharmacy">The vendor's id, for the booking page.</param>
    /// <param name="window">The window asked for.</param>
    /// <param name="reading">What was read; null when the list says that there is nothing.</param>
    /// <param name="options">The dialect's options.</param>
    public static Snapshot Compose(PullTarget target, string pharmacy, TimeWindow window, BimedocReading? reading, BimedocOptions options)
    {
        // The caller has seen that the target has a place.
        var place = target.Place!;
        var pattern = new SlotKind
        {
            Types = target.DefaultTypes,
            Consultations = ConsultationTypes.Ambulatory,
            Mode = BookingMode.Routine,
            BookingUrl = BimedocLinks.Booking(pharmacy),
        };
        return new Snapshot
        {
            Coverage = new Coverage(target.Owner, place.Key, window, Complete: true),
            Schedules = [new ScheduleSlots(place, reading?.Starts.ToSlots(window, TimeSpan.FromMinutes(options.SlotMinutes), pattern) ?? [])],
            DataTime = reading?.MadeAt,
            NextAvailable = reading?.Starts.FirstAfter(window.To),
            Tally = reading is null ? SnapshotTally.None : new SnapshotTally(0, reading.Unreadable, reading.Starts.Duplicates, 0),
        };
    }
}
