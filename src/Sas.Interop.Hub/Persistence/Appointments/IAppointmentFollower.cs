namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>Draws its own conclusions from a change of an appointment, in the transaction of that change.</summary>
internal interface IAppointmentFollower
{
    Task FollowAsync(StorageChange change, AppointmentFacts facts, CancellationToken cancellationToken);
}
