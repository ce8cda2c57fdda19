using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Hub.Configuration;

namespace Sas.Interop.Hub.Polling;

/// <summary>All pulls of one vendor: its polls, and those that callers ask for, in one lane.</summary>
internal sealed class VendorPolls : IAsyncDisposable
{
    private readonly VendorModel _vendor;
    private readonly PollSurroundings _surroundings;
    private readonly int _targetsPerPull;
    private readonly RefreshDesk _desk;
    private readonly PartitionPoller _poller;
    private readonly PollLane _lane;

    public VendorPolls(VendorModel vendor, ISlotSource source, PollSurroundings surroundings)
    {
        _vendor = vendor;
        _surroundings = surroundings;
        _targetsPerPull = Math.Clamp(Math.Min(source.TargetsPerPull, vendor.Poll.OwnersPerCall), 1, 25);
        _desk = new RefreshDesk(_targetsPerPull, surroundings.Settings.RefreshQueue);
        _poller = new PartitionPoller(vendor, source, _desk, surroundings);
        _lane = new PollLane(vendor.Limits.Concurrency, surroundings.Time, PollAsync, new LaneGuests(surroundings.Settings.RefreshWidth, NextRefresh));
    }

    /// <summary>Takes new targets. Nothing is polled before <see cref="PollAll"/> or a request.</summary>
    /// <returns>The number of partitions.</returns>
    public int Aim(IReadOnlyList<PullTarget> targets)
    {
        var partitions = PollPartition.Cut(targets, _targetsPerPull, _surroundings.Settings.TriggersPerVendor);

        // What callers queued for may not be linked any more; the polls that follow read everything that is.
        _desk.Dismiss();
        _poller.Aim(targets);
        _lane.Replace(partitions);
        return partitions.Count;
    }

    /// <summary>Asks for a poll of every partition as soon as the lane allows, which bounds how many run at once.</summary>
    public void PollAll(int partitions)
    {
        for (var partition = 0; partition < partitions; partition++)
        {
            _lane.Request(partition, TimeSpan.Zero);
        }
    }

    /// <summary>A trigger fired: the poll follows after its share of jitter.</summary>
    public void Request(int partition)
    {
        var jitter = _vendor.Poll.Every * (_vendor.Poll.Jitter * _surroundings.Randomness.Next());
        if (!_lane.Request(partition, jitter))
        {
            _surroundings.Observer.Merged(_vendor.Id, partition);
        }
    }

    /// <summary>A caller wants fresher data of some targets.</summary>
    /// <returns>What to wait for, and to leave afterwards; less than asked for when the vendor is left alone or too much is asked of it.</returns>
    public IReadOnlyList<PullFlight> Refresh(IReadOnlyList<PullTarget> targets, Func<PullTarget, bool> isStale)
    {
        var open = _lane.IsOpen;
        var order = _desk.Ask(targets, open, isStale);
        _surroundings.Observer.RefreshOrdered(_vendor.Id, order, open ? RefreshRefusal.Full : RefreshRefusal.Held);

        // The vendor may have asked to be left alone just now, after those who queued were sent away.
        if (order.Flights.Count > order.Joined && !_lane.Invite())
        {
            Dismiss();
        }

        return order.Flights;
    }

    /// <summary>Shuts the way to the index and sends all who wait away, before it first awaits; then cancels what is under way and waits for it a little.</summary>
    /// <returns>False when some pulls had not unwound in time.</returns>
    public async ValueTask<bool> StopAsync(TimeSpan within)
    {
        _poller.Close();
        _desk.Close();
        return await _lane.StopAsync(within);
    }

    public ValueTask DisposeAsync() => _lane.DisposeAsync();

    private Task PollAsync(PollPartition partition, CancellationToken cancellationToken) =>
        _poller.RunAsync(partition, Hold, _lane.LendAsync, cancellationToken);

    private Func<CancellationToken, Task>? NextRefresh() =>
        _desk.Next() is { } claim ? token => _poller.RefreshAsync(claim, Hold, token) : null;

    private void Hold(TimeSpan pause)
    {
        _lane.Hold(pause);
        Dismiss();
    }

    private void Dismiss() => _surroundings.Observer.RefreshRefused(_vendor.Id, _desk.Dismiss(), RefreshRefusal.Held);
}
