using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Slots;

/// <summary>Tells the index what is kept, before the hub serves.</summary>
internal sealed class FilledSlotsLoad(AppointmentQueries queries, FilledSlots filled, TimeProvider time, ILogger<FilledSlotsLoad> logger)
{
    /// <exception cref="Persistence.StorageUnavailableException">The database cannot be read.</exception>
    public async Task LoadAsync(CancellationToken cancellationToken) =>
        logger.AppointmentsLoaded(await queries.ReadFillingAsync(time.GetUtcNow(), filled.Follow, cancellationToken));
}
