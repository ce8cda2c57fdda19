namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>Orders in which appointments are found.</summary>
internal enum AppointmentSort
{
    /// <summary>By the time of the last change, oldest first.</summary>
    Updated,

    /// <summary>By the time of the last change, newest first.</summary>
    UpdatedNewestFirst,

    /// <summary>By start.</summary>
    Start,

    /// <summary>By start, latest first.</summary>
    StartLatestFirst,
}
