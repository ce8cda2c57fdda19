namespace Sas.Interop.Hub.Telemetry;

/// <summary>One vendor in <see cref="ReadyReport"/>.</summary>
internal sealed record ReadyVendor
{
    public required string Id { get; init; }

    public required VendorState State { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Code of the last failure while the vendor fails or some of its owners do; null otherwise.</summary>
    public string? Code { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    public DateTimeOffset? LastAttempt { get; init; }

    public int ConsecutiveFailures { get; init; }

    public int Owners { get; init; }

    public int OwnersFailed { get; init; }

    public int Slots { get; init; }

    public static ReadyVendor From(VendorStatus status) => new()
    {
        Id = status.VendorId,
        State = status.State,
        Since = status.Since,
        Code = status.State == VendorState.Failing || status.OwnersFailed > 0 ? status.LastError?.Code.ToString() : null,
        LastSuccess = status.LastSuccess,
        LastAttempt = status.LastAttempt,
        ConsecutiveFailures = status.ConsecutiveFailures,
        Owners = status.Owners,
        OwnersFailed = status.OwnersFailed,
        Slots = status.Slots,
    };
}
