namespace Sas.Interop.Hub.Polling;

/// <summary>
/// The queue and the workers of one vendor. Triggers only ask for a turn here and return, so that a vendor that hangs fills its own lane and nobody else's.
/// A partition has one turn: asked again while it waits, queues or runs, the two are one, so nothing piles up.
/// </summary>
/// <param name="width">Polls under way at once.</param>
/// <param name="time">The clock.</param>
/// <param name="poll">Polls a partition; it throws nothing but what a programming fault makes it throw.</param>
/// <param name="guests">Work beside the polls. It goes first, in its share of the lane, because somebody waits for it.</param>
internal sealed class PollLane(int width, TimeProvider time, Func<PollPartition, CancellationToken, Task> poll, LaneGuests guests) : IAsyncDisposable
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromHours(1);
    private readonly int _guestWidth = Math.Min(guests.Width, Math.Max(1, width - 1));
    private readonly Lock _gate = new();
    private readonly Queue<PollTurn> _queue = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PollTurn[] _turns = [];
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;
    private int _running;
    private int _guestsRunning;
    private bool _guestWentLast;
    private bool _probing;
    private bool _stopped;

    /// <summary>Whether guests are let in: the vendor is not left alone, nor about to be tried for the first time afterwards.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return LetsIn();
            }
        }
    }

    /// <summary>Takes new partitions. Polls of the old ones that are under way end by themselves, the others do not begin.</summary>
    public void Replace(IReadOnlyList<PollPartition> partitions)
    {
        lock (_gate)
        {
            Clear();
            _turns = _stopped ? [] : [.. partitions.Select(static partition => new PollTurn(partition))];
        }
    }

    /// <summary>Asks for a poll of one partition after a delay.</summary>
    /// <returns>False when one is already on its way, or the partition is gone.</returns>
    public bool Request(int partition, TimeSpan delay)
    {
        lock (_gate)
        {
            if (partition >= _turns.Length || _turns[partition].State != PollTurnState.Idle)
            {
                return false;
            }

            Place(_turns[partition], delay);
            Pump();
            return true;
        }
    }

    /// <summary>There is work for guests.</summary>
    /// <returns>False when they are not let in.</returns>
    public bool Invite()
    {
        lock (_gate)
        {
            if (!LetsIn())
            {
                return false;
            }

            PumpForNobody();
            return true;
        }
    }

    /// <summary>Called by a poll between two of its batches: lets one guest go first in its place, so that a lane full of long polls is no closed door.</summary>
    public async Task LendAsync()
    {
        Func<CancellationToken, Task>? guest;
        lock (_gate)
        {
            guest = TakeGuest();
        }

        if (guest is null)
        {
            return;
        }

        try
        {
            await guest(_stop.Token);
        }
        finally
        {
            lock (_gate)
            {
                _guestsRunning--;
                Pump();
            }
        }
    }

    /// <summary>Leaves the vendor alone for a while; polls that come due meanwhile wait for its end, and then one goes first to see.</summary>
    public void Hold(TimeSpan pause)
    {
        lock (_gate)
        {
            var until = time.GetUtcNow() + (pause < LongestHold ? pause : LongestHold);
            if (until > _heldUntil)
            {
                _heldUntil = until;
                _probing = true;
            }
        }
    }

    /// <summary>Cancels every poll and waits for them to unwind.</summary>
    /// <returns>False when some had not unwound in time.</returns>
    public async ValueTask<bool> StopAsync(TimeSpan within)
    {
        lock (_gate)
        {
            _stopped = true;
            Clear();
            SignalIfDrained();
        }

        await _stop.CancelAsync();
        try
        {
            await _drained.Task.WaitAsync(within, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _stop.Dispose();
    }

    private void Clear()
    {
        _queue.Clear();
        foreach (var turn in _turns)
        {
            turn.Retire();
        }

        _turns = [];
    }

    private void Place(PollTurn turn, TimeSpan delay)
    {
        var held = _heldUntil - time.GetUtcNow();
        var wait = held > delay ? held : delay;
        if (wait > TimeSpan.Zero)
        {
            turn.WaitFor(wait, time, OnDue);
        }
        else
        {
            turn.State = PollTurnState.Queued;
            _queue.Enqueue(turn);
        }
    }

    private void OnDue(PollTurn turn)
    {
        lock (_gate)
        {
            if (!turn.Retired && turn.State == PollTurnState.Waiting)
            {
                Place(turn, TimeSpan.Zero);
                Pump();
            }
        }
    }

    private bool LetsIn() => !_stopped && !_probing && _heldUntil <= time.GetUtcNow();

    private Func<CancellationToken, Task>? TakeGuest()
    {
        if (_guestsRunning >= _guestWidth || !LetsIn() || guests.Next() is not { } guest)
        {
            return null;
        }

        _guestsRunning++;
        return guest;
    }

    /// <summary>What begins here outlives the caller, so neither the caller's trace nor the scopes of its log lines go along.</summary>
    private void PumpForNobody()
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            Pump();
            return;
        }

        using (ExecutionContext.SuppressFlow())
        {
            Pump();
        }
    }

    private void Pump()
    {
        var begun = true;
        while (begun && _running < (_probing ? 1 : width))
        {
            begun = BeginGuest() || BeginPoll();
        }
    }

    private bool BeginGuest()
    {
        // Where guests may fill the whole lane, polls and guests that both wait take turns.
        var isPollsTurn = _guestWentLast && _guestWidth == width && _queue.Count > 0;
        if (isPollsTurn || TakeGuest() is not { } guest)
        {
            return false;
        }

        _guestWentLast = true;
        _running++;
        _ = RunAsync(guest, () => _guestsRunning--);
        return true;
    }

    private bool BeginPoll()
    {
        while (_queue.TryDequeue(out var turn))
        {
            if (_heldUntil > time.GetUtcNow())
            {
                Place(turn, TimeSpan.Zero);
                continue;
            }

            turn.State = PollTurnState.Running;
            turn.IsProbe = _probing;
            _guestWentLast = false;
            _running++;
            _ = RunAsync(token => poll(turn.Partition, token), () => EndPoll(turn));
            return true;
        }

        return false;
    }

    private void EndPoll(PollTurn turn)
    {
        turn.State = PollTurnState.Idle;
        _probing &= !turn.IsProbe || _heldUntil > time.GetUtcNow();
    }

    /// <summary>Owned by the count of what runs, which <see cref="StopAsync"/> awaits.</summary>
    private async Task RunAsync(Func<CancellationToken, Task> work, Action ended)
    {
        // The work must not begin under the lane's lock.
        await Task.Yield();
        try
        {
            await work(_stop.Token);
        }
        finally
        {
            lock (_gate)
            {
                _running--;
                ended();
                Pump();
                SignalIfDrained();
            }
        }
    }

    private void SignalIfDrained()
    {
        if (_stopped && _running == 0)
        {
            _drained.TrySetResult();
        }
    }
}
