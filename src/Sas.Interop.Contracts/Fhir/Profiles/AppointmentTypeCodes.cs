namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Booking modes in <c>Slot.appointmentType</c> (CONTRACT §6.3, D42).</summary>
public static class AppointmentTypeCodes
{
    /// <summary>Can be booked.</summary>
    public const string Routine = "ROUTINE";

    /// <summary>Without booking.</summary>
    public const string WalkIn = "WALKIN";
}
