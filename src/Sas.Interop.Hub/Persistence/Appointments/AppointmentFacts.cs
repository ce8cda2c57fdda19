using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>What changed of an appointment, for those who follow it in the same transaction.</summary>
internal sealed record AppointmentFacts
{
    public required string AppointmentId { get; init; }

    /// <summary><see cref="IdentifierKey"/> of the vendor's identifier.</summary>
    public required string Key { get; init; }

    public required int Version { get; init; }

    /// <summary>The vendor that sent it.</summary>
    public required string Sender { get; init; }

    public required string Status { get; init; }

    /// <summary>Status before; null at creation.</summary>
    public string? StatusBefore { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Prefixed national identifier of the practitioner; null when the appointment is pending without one.</summary>
    public string? Owner { get; init; }

    public RegulatorKey? Regulator { get; init; }

    /// <summary>Code of the orientation category, such as <c>002</c> for the marketplace; null when none was given (D32).</summary>
    public string? OrientationCategory { get; init; }

    public required DateTimeOffset At { get; init; }
}
