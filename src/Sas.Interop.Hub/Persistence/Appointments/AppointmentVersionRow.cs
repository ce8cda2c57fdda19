namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>One version of an appointment, for its history.</summary>
internal sealed class AppointmentVersionRow
{
    public required string AppointmentId { get; set; }

    public int Version { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>HTTP method that made it, for <c>Bundle.entry.request</c>.</summary>
    public required string Method { get; set; }

    public required string Content { get; set; }
}
