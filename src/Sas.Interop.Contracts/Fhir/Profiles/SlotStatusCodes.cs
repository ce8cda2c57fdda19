namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>R4 codes of <c>Slot.status</c>; the contract answers free slots only.</summary>
public static class SlotStatusCodes
{
    /// <summary>Taken.</summary>
    public const string Busy = "busy";

    /// <summary>Can be booked.</summary>
    public const string Free = "free";

    /// <summary>Not to be booked.</summary>
    public const string BusyUnavailable = "busy-unavailable";

    /// <summary>Taken, not confirmed.</summary>
    public const string BusyTentative = "busy-tentative";

    /// <summary>Never meant to be.</summary>
    public const string EnteredInError = "entered-in-error";
}
