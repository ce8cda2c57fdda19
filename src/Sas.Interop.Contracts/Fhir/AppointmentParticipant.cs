namespace Sas.Interop.Contracts.Fhir;

/// <summary>Who takes part in an appointment (R4 <c>Appointment.participant</c>).</summary>
public sealed record AppointmentParticipant : BackboneElement
{
    /// <summary>Role in the appointment.</summary>
    public IReadOnlyList<CodeableConcept>? Type { get; init; }

    /// <summary>Who; by identifier in the contract.</summary>
    public Reference? Actor { get; init; }

    /// <summary><c>required</c>, <c>optional</c> or <c>information-only</c>.</summary>
    public string? Required { get; init; }

    /// <summary><c>accepted</c>, <c>declined</c>, <c>tentative</c> or <c>needs-action</c> (D29).</summary>
    public string? Status { get; init; }

    /// <summary>When the participation is.</summary>
    public Period? Period { get; init; }
}
