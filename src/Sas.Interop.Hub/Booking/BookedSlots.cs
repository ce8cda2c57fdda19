using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>Takes booked slots out of the index, and has a vendor asked again after it said something else than its list.</summary>
internal sealed class BookedSlots(ITakenSlots taken, IOwnerRefresher refresher, AppointmentLinker linker)
{
    /// <summary>The vendor has booked: the slot leaves the index, and a notice that was faster than the vendor's answer is linked.</summary>
    public async Task TakeAsync(OrientationRow row)
    {
        var owner = OwnerKey.Create((OwnerKind)row.OwnerKind, row.Owner);

        // An association has other doctors at the same time, so only its vendor knows what is left.
        if (owner.Kind == OwnerKind.Practitioner && row.SlotStart is { } start)
        {
            taken.Take(new TakenSlot(owner, start, null) { By = row.VendorId });
        }
        else
        {
            LookAgain(owner);
        }

        await linker.CatchUpAsync(row.Id, CancellationToken.None);
    }

    /// <summary>Has the owner pulled again, and does not wait for it.</summary>
    public void LookAgain(OwnerKey owner) => _ = refresher.RefreshAsync([owner], TimeSpan.Zero, TimeSpan.Zero, CancellationToken.None);
}
