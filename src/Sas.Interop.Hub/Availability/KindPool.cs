using System.Collections.Concurrent;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>
/// Gives one <see cref="SharedKind"/> for equal kinds, whoever tells them: a country of millions of slots has a few thousand. Holds them weakly, so that kinds go
/// with the last lane that uses them.
/// </summary>
internal sealed class KindPool
{
    private const int FirstSweep = 4_096;
    private readonly ConcurrentDictionary<SlotKind, WeakReference<SharedKind>> _kinds = new();
    private readonly ConcurrentDictionary<string, Cpts> _communities = new(StringComparer.Ordinal);
    private int _sweepAt = FirstSweep;

    /// <param name="kind">Without a booking page.</param>
    public SharedKind Share(SlotKind kind)
    {
        while (true)
        {
            if (_kinds.TryGetValue(kind, out var known) && known.TryGetTarget(out var shared))
            {
                return shared;
            }

            shared = new SharedKind(kind);
            var added = new WeakReference<SharedKind>(shared);
            if (known is null ? _kinds.TryAdd(kind, added) : _kinds.TryUpdate(kind, added, known))
            {
                Note(kind.Communities);
                SweepWhenLarge();
                return shared;
            }
        }
    }

    /// <summary>A community that a slot has named since the start; null when none has.</summary>
    public Cpts? Community(string finess) => _communities.GetValueOrDefault(finess);

    private void Note(IReadOnlyList<Cpts> communities)
    {
        foreach (var community in communities)
        {
            _communities[community.Finess] = community;
        }
    }

    private void SweepWhenLarge()
    {
        // Counting takes every lock of the dictionary, so it is done only when a kind was new, which is rare.
        if (_kinds.Count < Volatile.Read(ref _sweepAt))
        {
            return;
        }

        foreach (var (kind, reference) in _kinds)
        {
            if (!reference.TryGetTarget(out _))
            {
                _kinds.TryRemove(KeyValuePair.Create(kind, reference));
            }
        }

        Volatile.Write(ref _sweepAt, Math.Max(FirstSweep, _kinds.Count * 2));
    }
}
