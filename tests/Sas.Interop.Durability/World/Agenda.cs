using Sas.Interop.TestKit.RealProcess;

namespace Sas.Interop.Durability.World;

/// <summary>
/// The free times of one vendor's practitioners. Some are always free: when one is taken, a later one is offered. Thread-safe; outlives every kill of the hub.
/// </summary>
internal sealed class Agenda
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, HashSet<DateTimeOffset>> _taken;
    private readonly DateTimeOffset _first;
    private readonly int _offered;

    /// <param name="owners">Whose times.</param>
    /// <param name="first">The first time of each.</param>
    /// <param name="offered">How many times of each are free at once.</param>
    public Agenda(IEnumerable<string> owners, DateTimeOffset first, int offered)
    {
        _taken = owners.ToDictionary(static owner => owner, static _ => new HashSet<DateTimeOffset>());
        _first = first;
        _offered = offered;
        Owners = [.. _taken.Keys];
    }

    public IReadOnlyList<string> Owners { get; }

    public FeedOwner Free(string owner)
    {
        lock (_gate)
        {
            return new FeedOwner(owner, [.. Times().Where(start => !_taken[owner].Contains(start)).Take(_offered)]);
        }
    }

    /// <returns>False when it was taken already, or is no time of this agenda.</returns>
    public bool Take(string owner, DateTimeOffset start)
    {
        lock (_gate)
        {
            return _taken.TryGetValue(owner, out var taken) && start >= _first && (start - _first).Ticks % Step.Ticks == 0 && taken.Add(start);
        }
    }

    public void GiveBack(string owner, DateTimeOffset start)
    {
        lock (_gate)
        {
            _taken[owner].Remove(start);
        }
    }

    private IEnumerable<DateTimeOffset> Times()
    {
        for (var start = _first; ; start += Step)
        {
            yield return start;
        }
    }
}
