using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Polling;

/// <summary>
/// Who pulls what of one vendor. A target is pulled by one at a time, be it for callers or by a poll; callers who want what is on its way wait for that.
/// What they want beyond queues here, in bounded number, until the lane has a place or a poll takes it along.
/// </summary>
/// <param name="perPull">Targets in one pull, 1 or more.</param>
/// <param name="longestQueue">Most targets that queue.</param>
internal sealed class RefreshDesk(int perPull, int longestQueue)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TargetKey, PullFlight> _flights = [];
    private readonly LinkedList<PullFlight> _queue = new();
    private bool _closed;

    /// <summary>Joins what is on its way and queues the rest, as far as there is room.</summary>
    /// <param name="targets">What a caller wants; any number.</param>
    /// <param name="mayQueue">Whether the vendor may be asked now; otherwise there is no room.</param>
    /// <param name="isStale">Asked again of what would queue: the pull that somebody else wanted may have ended since the caller looked.</param>
    public RefreshOrder Ask(IReadOnlyList<PullTarget> targets, bool mayQueue, Func<PullTarget, bool> isStale)
    {
        var flights = new List<PullFlight>(targets.Count);
        var joined = 0;
        var refused = 0;
        lock (_gate)
        {
            foreach (var target in targets)
            {
                if (_flights.TryGetValue(TargetKey.Of(target), out var flight))
                {
                    joined++;
                }
                else if (!isStale(target))
                {
                    continue;
                }
                else if (mayQueue && !_closed && _queue.Count < longestQueue)
                {
                    flight = new PullFlight(target);
                    flight.Waiting = _queue.AddLast(flight);
                    _flights.Add(flight.Key, flight);
                }
                else
                {
                    refused++;
                    continue;
                }

                flight.Join();
                flights.Add(flight);
            }
        }

        return new RefreshOrder(flights, joined, refused);
    }

    /// <summary>Takes the next pull for callers out of the queue; null when nothing waits.</summary>
    public PullClaim? Next()
    {
        lock (_gate)
        {
            var flights = new List<PullFlight>();
            while (flights.Count < perPull && _queue.First is { } first)
            {
                Dequeue(first.Value);
                flights.Add(first.Value);
            }

            return flights.Count > 0 ? new PullClaim(flights, Task.CompletedTask) : null;
        }
    }

    /// <summary>
    /// Claims the targets of a poll's batch: takes along what queues, and comes after what is under way. Claims are made whole, so that those that
    /// wait for each other are always in one order.
    /// </summary>
    public PullClaim Claim(IReadOnlyList<PullTarget> batch)
    {
        var flights = new List<PullFlight>(batch.Count);
        var others = new List<Task>();
        lock (_gate)
        {
            foreach (var target in batch)
            {
                var known = _flights.GetValueOrDefault(TargetKey.Of(target));
                if (known is null || (known.Waiting is null && !flights.Contains(known)))
                {
                    var flight = new PullFlight(target);
                    _flights[flight.Key] = flight;
                    flights.Add(flight);
                    others.Add(known?.Ended ?? Task.CompletedTask);
                }
                else if (known.Waiting is not null)
                {
                    Dequeue(known);
                    known.Target = target;
                    flights.Add(known);
                }
            }
        }

        return new PullClaim(flights, Task.WhenAll(others));
    }

    /// <summary>The pull of a claim is over, whatever came of it: all who waited for it go on.</summary>
    public void End(PullClaim claim)
    {
        lock (_gate)
        {
            foreach (var flight in claim.Flights)
            {
                if (_flights.TryGetValue(flight.Key, out var known) && ReferenceEquals(known, flight))
                {
                    _flights.Remove(flight.Key);
                }
            }
        }

        End(claim.Flights);
    }

    /// <summary>The vendor is left alone: who waits for a pull that has not begun waits no longer.</summary>
    /// <returns>How many pulls do not take place.</returns>
    public int Dismiss()
    {
        PullFlight[] dismissed;
        lock (_gate)
        {
            dismissed = [.. _queue];
            foreach (var flight in dismissed)
            {
                Dequeue(flight);
                _flights.Remove(flight.Key);
            }
        }

        End(dismissed);
        return dismissed.Length;
    }

    /// <summary>Nothing of this vendor reaches the index any more: all who wait go on, and nothing is taken from now on.</summary>
    public void Close()
    {
        PullFlight[] left;
        lock (_gate)
        {
            _closed = true;
            left = [.. _flights.Values];
            _flights.Clear();
            _queue.Clear();
        }

        End(left);
    }

    private static void End(IReadOnlyList<PullFlight> flights)
    {
        foreach (var flight in flights)
        {
            flight.End();
        }
    }

    private void Dequeue(PullFlight flight)
    {
        if (flight.Waiting is { } place)
        {
            _queue.Remove(place);
            flight.Waiting = null;
        }
    }
}
