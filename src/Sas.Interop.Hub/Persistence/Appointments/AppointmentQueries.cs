using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>Reads appointments. Every method throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class AppointmentQueries(StorageGuard guard)
{
    private static readonly string[] Filling = [AppointmentStatusCodes.Booked, AppointmentStatusCodes.Pending];

    /// <param name="id">Id of the resource.</param>
    /// <param name="sender">Whose it must be; null for anybody's.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<StoredAppointment?> FindAsync(string id, string? sender, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var row = await context.Set<AppointmentRow>().AsNoTracking()
            .SingleOrDefaultAsync(appointment => appointment.Id == id && (sender == null || appointment.Sender == sender), cancellationToken);
        return row is null ? null : StoredAppointment.Of(row);
    });

    /// <summary>One page of what a filter finds, and one more when there is more.</summary>
    public Task<List<StoredAppointment>> SearchAsync(AppointmentFilter filter, int count, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var rows = await AppointmentPaging.Page(AppointmentPaging.Matching(context, filter), filter).Take(count + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(StoredAppointment.Of);
    });

    public Task<int> CountAsync(AppointmentFilter filter, CancellationToken cancellationToken) =>
        guard.UseAsync(context => AppointmentPaging.Matching(context, filter).CountAsync(cancellationToken));

    public Task<AppointmentVersionRow?> FindVersionAsync(string id, int version, CancellationToken cancellationToken) => guard.UseAsync(context =>
        context.Set<AppointmentVersionRow>().AsNoTracking()
            .SingleOrDefaultAsync(known => known.AppointmentId == id && known.Version == version, cancellationToken));

    /// <summary>One page of an appointment's versions, newest first, and one more when there is more.</summary>
    /// <param name="id">Id of the resource.</param>
    /// <param name="below">Only versions below this one.</param>
    /// <param name="since">Only versions made then or later.</param>
    /// <param name="count">Versions of a page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public Task<List<AppointmentVersionRow>> ReadHistoryAsync(string id, int below, DateTimeOffset since, int count, CancellationToken cancellationToken) =>
        guard.UseAsync(context => context.Set<AppointmentVersionRow>().AsNoTracking()
            .Where(version => version.AppointmentId == id && version.Version < below && version.UpdatedAt >= since)
            .OrderByDescending(static version => version.Version)
            .Take(count + 1)
            .ToListAsync(cancellationToken));

    /// <summary>Passes on the appointments to come that fill a slot of a known practitioner, in no order.</summary>
    /// <returns>How many there are.</returns>
    public Task<int> ReadFillingAsync(DateTimeOffset from, Action<FillingAppointment> take, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var count = 0;
        var rows = context.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.Start >= from && row.Owner != null && Filling.Contains(row.Status))
            .Select(static row => new { row.Id, row.Version, row.Status, row.Start, row.Owner, row.Sender })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            take(new FillingAppointment(row.Id, row.Version, row.Status, row.Start, row.Owner, row.Sender));
            count++;
        }

        return count;
    });
}

/// <summary>What of an appointment tells which slot it fills.</summary>
internal readonly record struct FillingAppointment(string Id, int Version, string Status, DateTimeOffset Start, string? Owner, string Sender)
{
    public static FillingAppointment Of(StoredAppointment stored) => new(stored.Id, stored.Version, stored.Status, stored.Start, stored.Owner, stored.Sender);
}
