using System.Collections.Concurrent;
using System.Threading.Channels;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>Keeps what would enter the index.</summary>
internal sealed class RecordingWriter : IAvailabilityWriter
{
    private readonly Channel<(string VendorId, Snapshot Snapshot)> _applied = Channel.CreateUnbounded<(string VendorId, Snapshot Snapshot)>();

    /// <summary>What happened, in order: <c>apply id</c> and <c>forget id</c>.</summary>
    public ConcurrentQueue<string> Journal { get; } = new();

    public IngestReport Report { get; set; } = new() { Added = 3, Removed = 2, Kept = 1, DroppedPast = 1, DroppedReserved = 1, Duplicates = 1 };

    public IngestReport Apply(VendorFreshness vendor, Snapshot snapshot, DateTimeOffset seenAt)
    {
        Journal.Enqueue($"apply {vendor.VendorId}");
        _applied.Writer.TryWrite((vendor.VendorId, snapshot));
        return Report;
    }

    public Action Forgetting { get; set; } = static () => { };

    /// <summary>What the directory linked to a vendor when it was aimed last.</summary>
    public ConcurrentDictionary<string, IReadOnlyList<PullTarget>> Retained { get; } = new();

    public void Retain(string vendorId, IReadOnlyList<PullTarget> targets) => Retained[vendorId] = targets;

    public void Forget(string vendorId)
    {
        Journal.Enqueue($"forget {vendorId}");
        Forgetting();
    }

    public async Task<(string VendorId, Snapshot Snapshot)> NextAppliedAsync()
    {
        using var patience = new CancellationTokenSource(PollSamples.Patience);
        return await _applied.Reader.ReadAsync(patience.Token);
    }
}
