using System.Text.Json.Serialization;

using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Admin;

/// <summary>All vendors, and what the index holds; the counts may be some seconds old.</summary>
internal sealed record VendorsView(DateTimeOffset At, int Owners, int Places, long Slots, IReadOnlyList<VendorView> Vendors);

/// <summary>How one vendor stands.</summary>
internal sealed record VendorView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Dialect { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>Null while the vendor is not enabled, or has not been started yet.</summary>
    public VendorState? State { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether it is polled.</summary>
    public required bool Polls { get; init; }

    /// <summary>Whether it may push.</summary>
    public required bool Pushes { get; init; }

    public DateTimeOffset? LastAttempt { get; init; }

    /// <summary>End of the last poll that brought an answer.</summary>
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When it last told of anybody, by poll or push, as far as the index still holds it.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>Since the later of both.</summary>
    public long? AgeSeconds { get; init; }

    public int ConsecutiveFailures { get; init; }

    /// <summary>Code of the last failure, kept after a recovery.</summary>
    public string? LastError { get; init; }

    /// <summary>Whether the last failure still concerns someone.</summary>
    public bool Fails { get; init; }

    /// <summary>Over the last poll of each partition.</summary>
    public int Targets { get; init; }

    public int TargetsFailed { get; init; }

    /// <summary>In the index.</summary>
    public int Owners { get; init; }

    /// <summary>In the index.</summary>
    public long Slots { get; init; }

    /// <summary>Whether an operator should look.</summary>
    [JsonIgnore]
    public bool IsWell => !Enabled || (State is VendorState.Ok or VendorState.Idle && TargetsFailed == 0);

    public static VendorView Of(VendorModel vendor, VendorStatus? status, VendorCount held, DateTimeOffset now)
    {
        var heard = status?.LastSuccess is { } success && !(held.LastHeard > success) ? success : held.LastHeard;
        return new VendorView
        {
            Id = vendor.Id,
            Name = vendor.Name,
            Dialect = vendor.Dialect,
            Enabled = vendor.Enabled,
            State = vendor.Enabled ? status?.State : null,
            Since = vendor.Enabled ? status?.Since : null,
            Polls = vendor.Capabilities.HasFlag(VendorCapabilities.Slots),
            Pushes = vendor.Capabilities.HasFlag(VendorCapabilities.Push),
            LastAttempt = status?.LastAttempt,
            LastSuccess = status?.LastSuccess,
            LastHeard = held.LastHeard,
            AgeSeconds = heard is { } at ? (long)(now - at).TotalSeconds : null,
            ConsecutiveFailures = status?.ConsecutiveFailures ?? 0,
            LastError = status?.LastError?.Code.ToString(),
            Fails = status is { State: VendorState.Failing } or { OwnersFailed: > 0 },
            Targets = status?.Owners ?? 0,
            TargetsFailed = status?.OwnersFailed ?? 0,
            Owners = held.Owners,
            Slots = held.Slots,
        };
    }
}

/// <summary>One vendor, with what it last failed with and the last poll of each part of its targets.</summary>
/// <param name="Vendor">How it stands.</param>
/// <param name="LastError">What it last failed with.</param>
/// <param name="Partitions">Parts of its targets.</param>
/// <param name="Polls">The last poll of each part.</param>
/// <param name="Trust">How the hub and the vendor know each other.</param>
internal sealed record VendorDetailView(VendorView Vendor, ErrorView? LastError, int Partitions, IReadOnlyList<PartitionView> Polls, TrustView Trust);

/// <summary>A failure: its code, and the sentence that the log has.</summary>
internal sealed record ErrorView(string Code, string Detail);

/// <summary>The last poll of one partition.</summary>
internal sealed record PartitionView(int Partition, PollVerdict Verdict, DateTimeOffset EndedAt, double Seconds)
{
    public required int Targets { get; init; }

    public required int TargetsFailed { get; init; }

    public required int Slots { get; init; }

    public required int Dropped { get; init; }

    public ErrorView? Error { get; init; }
}
