using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>How one vendor stands at one moment. Owners, slots and drops are sums over the last poll of each partition.</summary>
internal sealed record VendorStatus
{
    public required string VendorId { get; init; }

    public required VendorState State { get; init; }

    /// <summary>Since when it is in this state.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whether all its partitions were tried once, or it is known to fail; never false again until the vendor is removed.</summary>
    public required bool Settled { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>The last failure, kept after a recovery.</summary>
    public HubError? LastError { get; init; }

    /// <summary>Polls in a row, over all partitions, whose verdict was <see cref="PollVerdict.Failed"/> or <see cref="PollVerdict.OwnersFailed"/>.</summary>
    public int ConsecutiveFailures { get; init; }

    public int Partitions { get; init; }

    public int Owners { get; init; }

    public int OwnersFailed { get; init; }

    public int Slots { get; init; }

    public int Dropped { get; init; }
}
