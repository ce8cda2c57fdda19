using Sas.Interop.Hub.Telemetry;

namespace Sas.Interop.Hub.Appointments;

internal static partial class Log
{
    [LoggerMessage(EventIds.AppointmentWritten, LogLevel.Information, "Appointment '{Id}' version '{Version}' is '{Status}', told by '{Sender}'.")]
    public static partial void AppointmentWritten(this ILogger logger, string id, int version, string status, string sender);

    [LoggerMessage(EventIds.AppointmentLate, LogLevel.Information, "A notice of '{Sender}' is older than version '{Version}' of appointment '{Id}' and changes nothing.")]
    public static partial void AppointmentLate(this ILogger logger, string id, int version, string sender);

    [LoggerMessage(EventIds.AppointmentRefused, LogLevel.Warning, "A notice of an appointment by '{Sender}' was refused with '{Status}': '{Issues}' issues.")]
    public static partial void AppointmentRefused(this ILogger logger, string sender, int status, int issues);

    [LoggerMessage(EventIds.AppointmentsLoaded, LogLevel.Information, "'{Appointments}' appointments to come keep their slots out of searches.")]
    public static partial void AppointmentsLoaded(this ILogger logger, int appointments);

    [LoggerMessage(EventIds.AppointmentHintDropped, LogLevel.Warning, "Too many hints to pull again are waiting; the next poll of '{Owner}' tells what is free.")]
    public static partial void AppointmentHintDropped(this ILogger logger, string owner);
}
