using System.Collections.Concurrent;
using System.Net;

using Sas.Interop.Scenarios.Tests.Contract;
using Sas.Interop.Scenarios.Tests.Hosting;

namespace Sas.Interop.Scenarios.Tests.Storage;

/// <summary>Searches without a pause, and keeps every answer that is not 200 with slots.</summary>
internal sealed class SearchWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly Task _searching;
    private int _answered;

    public SearchWatch(RunningHub hub)
    {
        // One window for all, so that a clock that jumps does not change what is asked.
        var url = SlotSearchUrl.Of(hub.Now, hub.Now.AddHours(72), HubFixture.Plan.Practitioners[0].Id);
        _searching = Task.Run(() => SearchAsync(hub, url));
    }

    public int Answered => Volatile.Read(ref _answered);

    public IReadOnlyCollection<string> Wrong => _wrong;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _searching;
        _stop.Dispose();
    }

    private async Task SearchAsync(RunningHub hub, string url)
    {
        while (!_stop.IsCancellationRequested)
        {
            var answer = await hub.GetAsync(url);
            if (answer.Status != HttpStatusCode.OK || answer.OfType("Slot").Count == 0)
            {
                _wrong.Enqueue($"{answer.Status} with {answer.Body.Length} bytes");
            }

            Interlocked.Increment(ref _answered);
        }
    }
}
