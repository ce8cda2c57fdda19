using Sas.Interop.Hub.Appointments.Notices;
using Sas.Interop.Hub.Appointments.Slots;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Vendors;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Appointments.Writing;

/// <summary>Keeps notices: on disk first, then in the index of free slots.</summary>
internal sealed class AppointmentKeeper(AppointmentStore store, FilledSlots filled, SlotsElsewhere elsewhere, IVendorCatalog catalog, ILogger<AppointmentKeeper> logger)
{
    /// <param name="notice">What was told.</param>
    /// <param name="sender">Who told it.</param>
    /// <param name="method">HTTP method.</param>
    /// <param name="decide">Gets what is kept and the content's fingerprint, and says what becomes of the notice.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    public async Task<AppointmentChanged> ChangeAsync(
        AppointmentNotice notice,
        string sender,
        string method,
        Func<StoredAppointment?, string, AppointmentVerdict> decide,
        CancellationToken cancellationToken)
    {
        if (IdentifierSystemList.IsOfNobody(notice.System))
        {
            return new AppointmentChanged(AppointmentVerdict.Foreign, null);
        }

        var strict = new StrictAppointment(notice);
        var write = new AppointmentWrite
        {
            System = notice.System,
            Value = notice.Value,
            Sender = sender,
            SystemOwner = catalog.Current.Values.FirstOrDefault(vendor => vendor.IdentifierSystems.Contains(notice.System))?.Id,
            Method = method,
            Status = notice.Status,
            Start = notice.Start.Value,
            End = notice.End.Value,
            Owner = notice.Practitioner?.ToString(),
            Regulator = notice.Regulator,
            OrientationCategory = notice.OrientationCategory,
            Fingerprint = strict.Fingerprint,
            Marks = notice.Marks,
            Render = strict.Render,
        };
        var changed = await store.ChangeAsync(write, kept => decide(kept, strict.Fingerprint), cancellationToken);
        if (changed.Now is { } now)
        {
            // Also when nothing changed: the answer to an earlier notice may have been lost with what follows it.
            filled.Follow(FillingAppointment.Of(now));
            Tell(changed.Verdict, now);
        }

        return changed;
    }

    private void Tell(AppointmentVerdict verdict, StoredAppointment now)
    {
        if (verdict is AppointmentVerdict.Created or AppointmentVerdict.Changed)
        {
            elsewhere.Ask(FillingAppointment.Of(now));
            logger.AppointmentWritten(now.Id, now.Version, now.Status, now.Sender);
        }
        else if (verdict == AppointmentVerdict.Late)
        {
            logger.AppointmentLate(now.Id, now.Version, now.Sender);
        }
    }
}
