using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Writing;

/// <summary>What becomes of a notice on top of what is kept; told in docs/appointments.md.</summary>
internal static class WriteRule
{
    /// <summary>A create. The same create again changes nothing, also after later updates; another one of the same identifier is refused (D54).</summary>
    public static AppointmentVerdict Create(StoredAppointment? kept, string fingerprint, bool onlyIfNone) =>
        kept is null ? AppointmentVerdict.Created
        : onlyIfNone || fingerprint == kept.Fingerprint || fingerprint == kept.CreatedAs ? AppointmentVerdict.Kept
        : AppointmentVerdict.Duplicate;

    /// <summary>An update, which creates what is not there (D53). One that the sender itself tells to be older than what is kept changes nothing.</summary>
    public static AppointmentVerdict Update(StoredAppointment? kept, string fingerprint, OrderMarks marks, VersionCondition condition) =>
        !condition.Allows(kept?.Version) ? AppointmentVerdict.Mismatch
        : kept is null ? AppointmentVerdict.Created
        : !condition.NamesVersion && marks.CompareTo(kept.Marks) < 0 ? AppointmentVerdict.Late
        : fingerprint == kept.Fingerprint ? AppointmentVerdict.Confirmed
        : AppointmentVerdict.Changed;
}
