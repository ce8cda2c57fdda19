namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>How far one vendor is with one account.</summary>
internal sealed class RegulatorDeliveryRow
{
    public required string RegulatorId { get; set; }

    public required string VendorId { get; set; }

    /// <summary>Name of a <see cref="DeliveryState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Version of the account that the vendor is to have.</summary>
    public int WantedVersion { get; set; }

    /// <summary>Version of the account that the vendor has confirmed; 0 when none.</summary>
    public int DeliveredVersion { get; set; }

    /// <summary>Whether the confirmed version is entitled.</summary>
    public bool DeliveredActive { get; set; }

    /// <summary>The identifier by which the vendor knows the account, or may know it since an attempt whose end was not seen; null before the first.</summary>
    public string? System { get; set; }

    public string? Value { get; set; }

    /// <summary><see cref="IdentifierKey"/> of <see cref="System"/> and <see cref="Value"/>.</summary>
    public string? KnownKey { get; set; }

    /// <summary>Whether the vendor is sure to know the account by it; false after a create whose end was not seen.</summary>
    public bool KnownSure { get; set; }

    /// <summary>Attempts since the account last changed.</summary>
    public int Attempts { get; set; }

    /// <summary>Since when this delivery is tried; what giving up is measured from.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>When the next attempt is due; null when none is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Who is at it now; null when nobody is.</summary>
    public string? Claim { get; set; }

    /// <summary>When the claim ends by itself, should its owner have died.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public DateTimeOffset? AttemptedAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Name of the error of the last attempt; null when it succeeded.</summary>
    public string? Error { get; set; }

    public string? ErrorDetail { get; set; }

    /// <summary>The <c>traceparent</c> of the change that is to be delivered; null when it had none.</summary>
    public string? Trace { get; set; }
}
