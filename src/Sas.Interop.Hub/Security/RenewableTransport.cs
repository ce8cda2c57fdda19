namespace Sas.Interop.Hub.Security;

/// <summary>
/// The connections of one other side, which may be replaced while calls are under way: new calls take the new ones, those that have begun end on the old ones, which
/// close when the longest call is over.
/// </summary>
/// <param name="first">The first connections.</param>
/// <param name="longestCall">How long a call may take, its answer included.</param>
/// <param name="time">The clock.</param>
internal sealed class RenewableTransport(HttpMessageHandler first, TimeSpan longestCall, TimeProvider time) : HttpMessageHandler
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly Dictionary<HttpMessageInvoker, ITimer> _leaving = new(ReferenceEqualityComparer.Instance);
    private volatile HttpMessageInvoker _current = new(first, disposeHandler: true);
    private bool _disposed;

    /// <summary>From now on calls go through these connections.</summary>
    public void Renew(HttpMessageHandler next)
    {
        var invoker = new HttpMessageInvoker(next, disposeHandler: true);
        lock (_gate)
        {
            if (_disposed)
            {
                invoker.Dispose();
                return;
            }

            var old = _current;
            _current = invoker;
            _leaving.Add(old, time.CreateTimer(_ => Close(old), null, longestCall + Margin, Timeout.InfiniteTimeSpan));
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _current.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            lock (_gate)
            {
                _disposed = true;
                _current.Dispose();
                foreach (var (invoker, timer) in _leaving)
                {
                    timer.Dispose();
                    invoker.Dispose();
                }

                _leaving.Clear();
            }
        }

        base.Dispose(disposing);
    }

    private void Close(HttpMessageInvoker old)
    {
        lock (_gate)
        {
            if (_leaving.Remove(old, out var timer))
            {
                timer.Dispose();
                old.Dispose();
            }
        }
    }
}
