namespace Sas.Interop.Contracts.Fhir.Profiles;

/// <summary>Status of a participant of an appointment (CONTRACT §6.3, D29).</summary>
public static class ParticipantStatusCodes
{
    /// <summary>Takes part.</summary>
    public const string Accepted = "accepted";

    /// <summary>Has not answered.</summary>
    public const string NeedsAction = "needs-action";
}
