namespace Sas.Interop.Hub.Persistence.Outbox;

/// <summary>What messages speak of.</summary>
internal static class OutboxKinds
{
    /// <summary>An appointment of INT_R03; the payload is the FHIR Appointment.</summary>
    public const string Appointment = "appointment";

    /// <summary>An orientation; the payload is its record.</summary>
    public const string Orientation = "orientation";
}
