namespace Sas.Interop.Durability.World;

/// <summary>A vendor that books by interface: a request key makes one hold, a hold one appointment, however often it is told. Thread-safe.</summary>
internal sealed class BookingDesk(Agenda agenda, string system)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Hold> _holds = [];

    /// <summary>Identifiers of the appointments that were booked and not cancelled.</summary>
    public IReadOnlyCollection<string> Live
    {
        get
        {
            lock (_gate)
            {
                return [.. _holds.Values.Where(static hold => hold is { IsBooked: true, IsCancelled: false }).Select(static hold => hold.Reference)];
            }
        }
    }

    /// <summary>Slots with more than one live appointment: a vendor that keeps its own agenda never has one.</summary>
    public string System => system;

    /// <returns>The reference of the hold; null when the slot is taken.</returns>
    public string? TakeAside(string requestKey, string owner, DateTimeOffset start)
    {
        lock (_gate)
        {
            if (_holds.TryGetValue(requestKey, out var known))
            {
                return known.IsCancelled ? null : known.Reference;
            }

            if (!agenda.Take(owner, start))
            {
                return null;
            }

            return (_holds[requestKey] = new Hold(requestKey, owner, start)).Reference;
        }
    }

    private sealed record Hold(string Reference, string Owner, DateTimeOffset Start)
    {
        public bool IsBooked { get; set; }

        public bool IsCancelled { get; set; }
    }
}
