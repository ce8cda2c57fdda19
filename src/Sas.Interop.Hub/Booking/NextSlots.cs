using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>The slots to offer instead of one that is taken: shown by searches, and claimed by nobody. A claimed slot is shown until it is booked.</summary>
internal sealed class NextSlots(SlotLookup slots, StorageGuard storage, IOptions<BookingOptions> options, TimeProvider time)
{
    // Each operator who was faster has claimed one.
    private const int LookedAtForOne = 4;

    public async Task<IReadOnlyList<BookableSlot>> FindAsync(OwnerKey owner, SlotFlow? flow)
    {
        var wanted = options.Value.NextSlots;
        var shown = slots.Next(owner, flow, wanted * LookedAtForOne);
        if (shown.Count == 0)
        {
            return shown;
        }

        var keys = shown.Select(slot => SlotClaims.KeyOf(owner, slot.Place.Id.ToString(), slot.Start)).ToArray();
        var held = await storage.UseAsync(context => SlotClaims.HeldAsync(context, keys, time.GetUtcNow(), CancellationToken.None));
        return [.. shown.Where((_, number) => !held.Contains(keys[number])).Take(wanted)];
    }
}
