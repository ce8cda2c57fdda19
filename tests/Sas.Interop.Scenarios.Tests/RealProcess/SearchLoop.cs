using System.Collections.Concurrent;

namespace Sas.Interop.Scenarios.Tests.RealProcess;

/// <summary>Searches one owner again and again, and keeps every answer that is not the first one.</summary>
internal sealed class SearchLoop : IDisposable
{
    private const int MostKept = 20;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly Task _searching;
    private int _answered;

    public SearchLoop(HubClient client, string owner) => _searching = SearchAsync(client, owner, _stop.Token);

    public int Answered => Volatile.Read(ref _answered);

    /// <summary>What was answered instead of 200 and the entries of the first answer.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _searching;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task SearchAsync(HubClient client, string owner, CancellationToken stop)
    {
        SearchAnswer? first = null;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var answer = await client.SearchAsync(owner);
                first ??= answer;
                if (answer.Status != 200 || answer.Slots == 0 || answer.Entries != first.Entries)
                {
                    Note($"{answer.Status} with {answer.Slots} slots");
                }

                Interlocked.Increment(ref _answered);
            }
            catch (HttpRequestException) when (stop.IsCancellationRequested || _answered > 0)
            {
                // Nothing listens any more: the hub has ended. Tests that let it live look at the count and at the process.
                return;
            }

            // Searches go on without a pause, but leave the machine some air.
            await Task.Yield();
        }
    }

    private void Note(string answer)
    {
        if (_wrong.Count < MostKept)
        {
            _wrong.Enqueue(answer);
        }
    }
}
