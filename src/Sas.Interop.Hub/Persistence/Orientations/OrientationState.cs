namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Where an orientation stands.</summary>
internal enum OrientationState
{
    /// <summary>The slot is claimed here; nothing was asked of the vendor yet.</summary>
    Claimed = 1,

    /// <summary>The vendor was asked for a hold and has not answered.</summary>
    Holding,

    /// <summary>The vendor keeps the slot aside until <see cref="OrientationRow.ExpiresAt"/>.</summary>
    Held,

    /// <summary>The vendor was asked to book and has not answered.</summary>
    Booking,

    /// <summary>Something failed after the vendor was asked; what it may have made is being taken back.</summary>
    Compensating,

    /// <summary>A link to the vendor's page was given out and not used yet.</summary>
    Linked,

    /// <summary>The operator went to the vendor's page.</summary>
    Redirected,

    /// <summary>The vendor's appointment waits to be confirmed.</summary>
    Pending,

    /// <summary>An appointment exists.</summary>
    Booked,

    /// <summary>The patient came.</summary>
    Fulfilled,

    /// <summary>The patient did not come.</summary>
    NoShow,

    /// <summary>The appointment, or the request, was cancelled.</summary>
    Cancelled,

    /// <summary>The operator was given a telephone number; nothing more is heard of it.</summary>
    Telephone,

    /// <summary>Nobody used the hold or the link in time.</summary>
    Expired,

    /// <summary>The vendor refused.</summary>
    Refused,

    /// <summary>It could not be carried out.</summary>
    Failed,
}
