using System.Collections.Concurrent;

namespace Sas.Interop.MockVendors;

/// <summary>The fault switches of all vendors. Thread-safe; switching also ends requests that hang.</summary>
internal sealed class MockFaultSwitches : IDisposable
{
    private readonly ConcurrentDictionary<string, State> _states = new(StringComparer.Ordinal);

    public MockFaultSwitches(IEnumerable<string> vendors)
    {
        foreach (var vendor in vendors)
        {
            _states[vendor] = new State(MockFault.None);
        }
    }

    public IReadOnlyDictionary<string, MockFault> All => _states.ToDictionary(static entry => entry.Key, static entry => entry.Value.Fault);

    public bool Knows(string vendor) => _states.ContainsKey(vendor);

    /// <summary>Switches a fault on, or all off with <see cref="MockFault.None"/>.</summary>
    public void Set(string vendor, MockFault fault)
    {
        if (!_states.TryGetValue(vendor, out var before))
        {
            throw new ArgumentException($"There is no vendor '{vendor}'.", nameof(vendor));
        }

        _states[vendor] = new State(fault);
        before.Changed.Cancel();
    }

    /// <summary>The fault of a vendor, and a token that is cancelled when it changes.</summary>
    public (MockFault Fault, CancellationToken Changed) Get(string vendor) =>
        _states.TryGetValue(vendor, out var state) ? (state.Fault, state.Changed.Token) : (MockFault.None, CancellationToken.None);

    public void Dispose()
    {
        foreach (var state in _states.Values)
        {
            state.Changed.Cancel();
        }
    }

    // The source is not disposed: it holds no timer, and a request may still hold its token.
    private sealed record State(MockFault Fault)
    {
        public CancellationTokenSource Changed { get; } = new();
    }
}
