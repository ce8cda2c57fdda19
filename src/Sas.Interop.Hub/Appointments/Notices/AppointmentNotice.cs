using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Identifiers;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Notices;

/// <summary>What a vendor tells of an appointment, understood and judged (CONTRACT §4.3, §4.4, §5.9).</summary>
internal sealed record AppointmentNotice
{
    /// <summary>Whether it is of SOS Médecins, which has a profile of its own.</summary>
    public required bool IsSos { get; init; }

    public required string System { get; init; }

    public required string Value { get; init; }

    /// <summary>As the platform gave it in INT_R02; null where SOS Médecins does not say.</summary>
    public RegulatorKey? Regulator { get; init; }

    /// <summary>In the strict spelling.</summary>
    public required string Status { get; init; }

    public required FhirInstant Start { get; init; }

    public required FhirInstant End { get; init; }

    public FhirDateTime? Created { get; init; }

    /// <summary>Null while the association has not said who it will be.</summary>
    public PractitionerNationalId? Practitioner { get; init; }

    public required string ParticipantStatus { get; init; }

    /// <summary>Code of the orientation category, or null (D32).</summary>
    public string? OrientationCategory { get; init; }

    public OrderMarks Marks { get; init; }
}
