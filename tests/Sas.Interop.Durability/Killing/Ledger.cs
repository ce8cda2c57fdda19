using System.Collections.Concurrent;

namespace Sas.Interop.Durability.Killing;

/// <summary>Counts what was acknowledged and keeps what went wrong. Thread-safe.</summary>
internal sealed class Ledger
{
    private const int MostFaults = 200;
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentDictionary<FaultKind, int> _kinds = new();
    private TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _acknowledged;

    /// <summary>Writes that were answered as done.</summary>
    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>What was done how often, by name.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>The round under way; 0 before the first.</summary>
    public int Round { get; private set; }

    /// <summary>Begins a round.</summary>
    /// <returns>Ends with the first acknowledged write of the round.</returns>
    public Task BeginRound(int round)
    {
        Round = round;
        _first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _first.Task;
    }

    public void Acknowledge(string what)
    {
        Interlocked.Increment(ref _acknowledged);
        Count(what);
        _first.TrySetResult();
    }

    public void Count(string what) => _counts.AddOrUpdate(what, 1, static (_, count) => count + 1);

    /// <summary>Notes a number that was counted elsewhere.</summary>
    public void Count(string what, int number) => _counts[what] = number;

    public int CountOf(string what) => _counts.GetValueOrDefault(what);

    public int FaultsOf(FaultKind kind) => _kinds.GetValueOrDefault(kind);

    public void Fault(FaultKind kind, string text)
    {
        _kinds.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        if (_faults.Count < MostFaults)
        {
            _faults.Enqueue($"round {Round}, {kind}: {text}");
        }
    }
}
