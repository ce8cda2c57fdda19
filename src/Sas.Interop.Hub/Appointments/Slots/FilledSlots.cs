using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Slots;

/// <summary>
/// Keeps the slots that appointments fill out of searches. What is told of one appointment is followed in the order of its versions, whichever request comes first;
/// a slot that two appointments fill comes back when neither does. A vendor's word takes and gives back its own slots, never those of another vendor.
/// </summary>
internal sealed class FilledSlots(ITakenSlots slots, RefreshHints hints, TimeProvider time)
{
    private const int FewestKept = 10_000;
    private readonly Lock _turn = new();
    private readonly Dictionary<string, (int Version, TakenSlot? Slot)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<TakenSlot, int> _fillers = [];
    private int _pruneAt = FewestKept;

    /// <summary>How many appointments are held in memory.</summary>
    public int Known => _known.Count;

    /// <summary>Takes what an appointment fills now, and gives back what it filled before.</summary>
    public void Follow(FillingAppointment appointment)
    {
        lock (_turn)
        {
            var before = _known.GetValueOrDefault(appointment.Id);
            var fills = SlotOf(appointment);
            if (before.Version >= appointment.Version)
            {
                return;
            }

            _known[appointment.Id] = (appointment.Version, fills);
            if (before.Slot != fills)
            {
                Take(fills);
                Release(before.Slot);
            }
            else if (before.Version == 0 && fills is null)
            {
                // The slot may have been kept out before the hub started, or by the booking itself.
                Hint(appointment);
            }

            Prune();
        }
    }

    /// <returns>What an appointment fills: of its sender's slots, or of all when the sender is no vendor; null when nothing.</returns>
    public TakenSlot? SlotOf(FillingAppointment appointment) =>
        appointment.Status is AppointmentStatusCodes.Booked or AppointmentStatusCodes.Pending
        && appointment.Start > time.GetUtcNow()
        && appointment.Owner is { } owner
        && OwnerKey.TryCreate(OwnerKind.Practitioner, owner, out var key)
            ? new TakenSlot(key, appointment.Start.ToUniversalTime(), appointment.Sender == Caller.Unnamed ? null : appointment.Sender)
            : null;

    private void Take(TakenSlot? filled)
    {
        if (filled is { } slot)
        {
            _fillers[slot] = _fillers.GetValueOrDefault(slot) + 1;
            slots.Take(slot);
        }
    }

    private void Release(TakenSlot? filled)
    {
        if (filled is not { } slot)
        {
            return;
        }

        var others = _fillers.GetValueOrDefault(slot) - 1;
        if (others > 0)
        {
            _fillers[slot] = others;
            return;
        }

        _fillers.Remove(slot);
        slots.Release(slot);
        hints.Add(slot.Owner);
    }

    private void Hint(FillingAppointment appointment)
    {
        if (SlotOf(appointment with { Status = AppointmentStatusCodes.Booked }) is { } slot && !_fillers.ContainsKey(slot))
        {
            slots.Release(slot);
            hints.Add(slot.Owner);
        }
    }

    // What has begun, or fills nothing, is only known for the order of requests that meet; a year of it should not stay in memory.
    private void Prune()
    {
        if (_known.Count < _pruneAt)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (id, (_, slot)) in _known.Where(known => known.Value.Slot is not { } slot || slot.Start <= now).ToList())
        {
            _known.Remove(id);
            _fillers.Remove(slot.GetValueOrDefault());
        }

        _pruneAt = Math.Max(FewestKept, _known.Count * 2);
    }
}
