namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>How far one vendor is with one account.</summary>
internal sealed class RegulatorDeliveryRow
{
    public required string RegulatorId { get; set; }

    public required string VendorId { get; set; }

    /// <summary>Name of a state.</summary>
    public required string State { get; set; }

    /// <summary>Version of the account that the vendor has confirmed; 0 when none.</summary>
    public int DeliveredVersion { get; set; }

    /// <summary>The identifier by which the vendor knows the account; null before the first delivery.</summary>
    public string? System { get; set; }

    public string? Value { get; set; }

    /// <summary>Attempts since the account last changed.</summary>
    public int Attempts { get; set; }

    /// <summary>When the next attempt is due; null when none is.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? AttemptedAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Name of the error of the last attempt; null when it succeeded.</summary>
    public string? Error { get; set; }

    public string? ErrorDetail { get; set; }
}
