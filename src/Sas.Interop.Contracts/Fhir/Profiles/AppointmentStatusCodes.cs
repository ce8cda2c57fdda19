namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Status of an appointment in the contract (CONTRACT §6.3, D28).</summary>
public static class AppointmentStatusCodes
{
    /// <summary>Taken and confirmed.</summary>
    public const string Booked = "booked";

    /// <summary>Honoured.</summary>
    public const string Fulfilled = "fulfilled";

    /// <summary>Not honoured.</summary>
    public const string NoShow = "noshow";

    /// <summary>Cancelled.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Not yet confirmed by the association (guide 1.2.0).</summary>
    public const string Pending = "pending";
}
