using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>A notice of an appointment, ready to be kept.</summary>
internal sealed record AppointmentWrite
{
    /// <summary>The vendor's identifier system.</summary>
    public required string System { get; init; }

    public required string Value { get; init; }

    public required string Sender { get; init; }

    /// <summary>Whose the system is by the configuration; null when it does not say.</summary>
    public string? SystemOwner { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>Prefixed national identifier of the practitioner, or null.</summary>
    public string? Owner { get; init; }

    public RegulatorKey? Regulator { get; init; }

    public string? OrientationCategory { get; init; }

    /// <inheritdoc cref="AppointmentRow.Fingerprint"/>
    public required string Fingerprint { get; init; }

    public OrderMarks Marks { get; init; }

    /// <summary>Writes the resource with its id, its version and the time of that version.</summary>
    public required Func<string, int, DateTimeOffset, string> Render { get; init; }
}
