namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>How far a vendor is with an account.</summary>
internal enum DeliveryState
{
    /// <summary>To be delivered, or delivered again after a failure.</summary>
    Pending,

    /// <summary>The vendor has confirmed the last version.</summary>
    Delivered,

    /// <summary>The vendor has refused the last version; another one is tried.</summary>
    Refused,

    /// <summary>Tried for too long; a change of the account or a booking starts again.</summary>
    GaveUp,

    /// <summary>The account is withdrawn, and the vendor never had it.</summary>
    NotNeeded,
}
