namespace Sas.Interop.Adapters.Http;

/// <summary>
/// The rate of one vendor: a bucket that a token falls into at even intervals of the injected clock. Who finds it empty waits in a line of bounded length;
/// who gives up waiting leaves the line and has used up nothing.
/// </summary>
internal sealed class CallPace : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource<bool>> _line = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly long _interval;
    private readonly int _most;
    private readonly int _longestLine;
    private long _tokens;
    private long _filledAt;
    private bool _closed;

    /// <param name="perSecond">Tokens in a second, above zero; the bucket holds those of one second, at least one, and is full at first.</param>
    /// <param name="longestLine">Most who wait.</param>
    /// <param name="time">The clock.</param>
    public CallPace(double perSecond, int longestLine, TimeProvider time)
    {
        _time = time;
        _interval = Math.Max(1, (long)(time.TimestampFrequency / perSecond));
        _most = Math.Max(1, (int)Math.Ceiling(perSecond));
        _longestLine = longestLine;
        _tokens = _most;
        _filledAt = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Serve(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes a token, those who came first before.</summary>
    /// <returns>False when the line is too long, or the vendor is being closed.</returns>
    public async ValueTask<bool> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource<bool>> place;
        lock (_gate)
        {
            Fill();
            if (!_closed && _line.Count == 0 && _tokens > 0)
            {
                _tokens--;
                return true;
            }

            if (_closed || _line.Count >= _longestLine)
            {
                return false;
            }

            place = _line.AddLast(new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_line.Count == 1)
            {
                Wake();
            }
        }

        await using var leaving = cancellationToken.Register(() => Leave(place, cancellationToken));
        return await place.Value.Task;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var waiting in _line)
            {
                waiting.TrySetResult(false);
            }

            _line.Clear();
        }

        _timer.Dispose();
    }

    private void Leave(LinkedListNode<TaskCompletionSource<bool>> place, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            // Who was served meanwhile stands in no line any more, and keeps what was given.
            if (place.List is null)
            {
                return;
            }

            _line.Remove(place);
        }

        place.Value.TrySetCanceled(cancellationToken);
    }

    private void Serve()
    {
        lock (_gate)
        {
            Fill();
            while (_tokens > 0 && _line.First is { } first)
            {
                _tokens--;
                _line.RemoveFirst();
                first.Value.TrySetResult(true);
            }

            if (_line.Count > 0)
            {
                Wake();
            }
        }
    }

    private void Fill()
    {
        var now = _time.GetTimestamp();
        var fallen = (now - _filledAt) / _interval;
        _tokens = Math.Min(_most, _tokens + fallen);

        // A full bucket keeps nothing of the time that passed; otherwise the part of an interval that has begun counts for the next token.
        _filledAt = _tokens == _most ? now : _filledAt + (fallen * _interval);
    }

    /// <summary>Sets the timer to the next token, rounded up, because timers count in milliseconds and would fire before it.</summary>
    private void Wake()
    {
        var wait = _time.GetElapsedTime(_time.GetTimestamp(), _filledAt + _interval);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }
}
