using System.Runtime.CompilerServices;
using System.Threading.Channels;

using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>An adapter whose answer to a pull is a function; each pull is told to the test before it is answered.</summary>
internal sealed class ScriptedAdapter(VendorContext context) : IVendorAdapter, ISlotSource
{
    private readonly Channel<PullRequest> _pulls = Channel.CreateUnbounded<PullRequest>();
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Dialect => ScriptedFactory.Name;

    public int TargetsPerPull { get; init; } = 25;

    public VendorContext Context => context;

    public Task Disposed => _disposed.Task;

    /// <summary>Answers a pull; by default every target gets an empty, complete snapshot.</summary>
    public Func<PullRequest, CancellationToken, IAsyncEnumerable<PullResult>> Script { get; set; } =
        static (request, _) => request.Targets.Select(target => PollSamples.Answer(target, request.Window)).ToAsyncEnumerable();

    public static async IAsyncEnumerable<PullResult> Hang(PullRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        yield break;
    }

    public async Task<PullRequest> NextPullAsync()
    {
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        return await _pulls.Reader.ReadAsync(patience.Token);
    }

    public async Task<IReadOnlyList<PullRequest>> NextPullsAsync(int count)
    {
        var pulls = new List<PullRequest>();
        while (pulls.Count < count)
        {
            pulls.Add(await NextPullAsync());
        }

        return pulls;
    }

    public bool HasPull() => _pulls.Reader.TryPeek(out _);

    public IAsyncEnumerable<PullResult> PullAsync(PullRequest request, CancellationToken cancellationToken)
    {
        _pulls.Writer.TryWrite(request);
        return Script(request, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _disposed.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
