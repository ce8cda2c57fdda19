using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>One delivery that somebody has claimed.</summary>
/// <param name="Key">The account and the vendor.</param>
/// <param name="Claim">Tells this claim from a later one.</param>
/// <param name="Account">The account as it is to be.</param>
internal sealed record DeliveryJob(DeliveryKey Key, string Claim, StoredRegulator Account)
{
    /// <summary>The identifier by which the vendor may know the account; null when it was never tried there.</summary>
    public RegulatorKey? Known { get; init; }

    /// <summary>Whether the vendor is sure to know the account by it.</summary>
    public bool IsSure { get; init; }

    /// <summary>Another account that this vendor must be told of first: it had one of the identifiers.</summary>
    public string? First { get; init; }

    /// <summary>Attempts before this one since the account changed.</summary>
    public int Attempts { get; init; }

    /// <summary>Since when it is tried.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The <c>traceparent</c> of the change that is delivered; null when it had none.</summary>
    public string? Trace { get; init; }
}

/// <summary>How an attempt ended that did not deliver.</summary>
/// <param name="State">What the delivery is now.</param>
/// <param name="Error">Name of the error.</param>
/// <param name="Detail">What was seen, without personal data.</param>
/// <param name="DueAt">When it is tried again; null when it is not.</param>
/// <param name="Attempts">Attempts since the account changed.</param>
internal sealed record DeliveryFailure(DeliveryState State, string Error, string Detail, DateTimeOffset? DueAt, int Attempts)
{
    /// <summary>Whether the attempt surely left nothing at the vendor.</summary>
    public bool LeftNothing { get; init; }
}
