using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Slots;

/// <summary>
/// An appointment takes the slots of its sender alone. Nobody is at two places at once, though: where another vendor shows a slot of that practitioner at that time,
/// it is asked again, and its own word decides.
/// </summary>
internal sealed class SlotsElsewhere(FilledSlots filled, IAvailabilityReader index, RefreshHints hints)
{
    public void Ask(FillingAppointment appointment)
    {
        if (filled.SlotOf(appointment) is { VendorId: { } sender } slot && index.Find(slot.Owner) is { } entry)
        {
            var start = SlotClock.ToSeconds(slot.Start);
            if (Array.Exists(entry.Lanes, lane => lane.Vendor.VendorId != sender && Array.Exists(lane.Slots, other => other.Start == start)))
            {
                hints.Add(slot.Owner);
            }
        }
    }
}
