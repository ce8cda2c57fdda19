using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.Mesoigner;

/// <summary>Turns what was read of a center into a snapshot.</summary>
internal static class MesoignerMapper
{
    /// <param name="target">The directory's line.</param>
    /// <param name="covered">The part of the asked window that the vendor served.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="booking">The center's page, or null.</param>
    /// <param name="options">The dialect's options.</param>
    public static Snapshot Compose(PullTarget target, TimeWindow covered, MesoignerReading reading, Uri? booking, MesoignerOptions options)
    {
        // The caller has seen that the target has a place.
        var place = target.Place!;
        var pattern = new SlotKind
        {
            Types = target.DefaultTypes,
            Consultations = ConsultationTypes.Ambulatory,
            Mode = BookingMode.Routine,
            BookingUrl = booking ?? target.BookingUrl,
        };
        return new Snapshot
        {
            Coverage = new Coverage(target.Owner, place.Key, covered, reading.Error is null),
            Schedules = [new ScheduleSlots(place, reading.Starts.ToSlots(covered, TimeSpan.FromMinutes(options.SlotMinutes), pattern))],
            DataTime = reading.MadeAt,
            NextAvailable = reading.Starts.FirstAfter(covered.To),
            Tally = reading.Tally,
        };
    }
}
