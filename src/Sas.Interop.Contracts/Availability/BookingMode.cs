namespace Sas.Interop.Contracts.Availability;

/// <summary>With or without appointment: the code of <c>Slot.appointmentType</c> (CONTRACT §6.3, D42).</summary>
public enum BookingMode
{
    /// <summary>Unknown: the element is left out.</summary>
    Unknown = 0,

    /// <summary><c>ROUTINE</c>: the slot can be booked.</summary>
    Routine,

    /// <summary><c>WALKIN</c>: one comes without booking.</summary>
    WalkIn,
}
