using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Hub.Telemetry;

/// <summary>One poll of one partition, counted.</summary>
internal sealed record PollReport
{
    /// <summary>In place of a partition: a pull for callers who wanted fresher data.</summary>
    public const int ForCallers = -1;

    /// <summary>Which partition of the vendor's targets, or <see cref="ForCallers"/>.</summary>
    public required int Partition { get; init; }

    public required PollVerdict Verdict { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Targets asked for.</summary>
    public int Owners { get; init; }

    /// <summary>Targets without an answer.</summary>
    public int OwnersFailed { get; init; }

    /// <summary>Slots in the snapshots that were applied, before the quality rules.</summary>
    public int Slots { get; init; }

    public int Added { get; init; }

    public int Removed { get; init; }

    /// <summary>Items left out by the adapter or by the quality rules, over all causes.</summary>
    public int Dropped { get; init; }

    /// <summary>The failure that decided the verdict; null only when the verdict is <see cref="PollVerdict.Ok"/>.</summary>
    public HubError? Error { get; init; }
}
