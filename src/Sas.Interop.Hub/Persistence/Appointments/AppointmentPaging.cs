using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>Makes queries of a filter. Pages begin after a key, never after a number of rows, so that the last page costs what the first does.</summary>
internal static class AppointmentPaging
{
    public static IQueryable<AppointmentRow> Matching(HubContext context, AppointmentFilter filter)
    {
        var rows = context.Set<AppointmentRow>().AsNoTracking();
        if (filter.Sender is { } sender)
        {
            rows = rows.Where(row => row.Sender == sender);
        }

        foreach (var ids in filter.Ids)
        {
            rows = rows.Where(row => ids.Contains(row.Id));
        }

        foreach (var statuses in filter.Statuses)
        {
            rows = rows.Where(row => statuses.Contains(row.Status));
        }

        foreach (var owners in filter.Owners)
        {
            rows = rows.Where(row => row.Owner != null && owners.Contains(row.Owner));
        }

        foreach (var (keys, valueKeys) in filter.Identifiers)
        {
            rows = rows.Where(row => keys.Contains(row.Key) || valueKeys.Contains(row.ValueKey));
        }

        return Within(rows, filter);
    }

    public static IQueryable<AppointmentRow> Page(IQueryable<AppointmentRow> rows, AppointmentFilter filter)
    {
        if (filter.After is { } position)
        {
            rows = After(rows, filter.Sort, position.At, position.Id);
        }

        return filter.Sort switch
        {
            AppointmentSort.UpdatedNewestFirst => rows.OrderByDescending(static row => row.UpdatedAt).ThenByDescending(static row => row.Id),
            AppointmentSort.Start => rows.OrderBy(static row => row.Start).ThenBy(static row => row.Id),
            AppointmentSort.StartLatestFirst => rows.OrderByDescending(static row => row.Start).ThenByDescending(static row => row.Id),
            _ => rows.OrderBy(static row => row.UpdatedAt).ThenBy(static row => row.Id),
        };
    }

    private static IQueryable<AppointmentRow> Within(IQueryable<AppointmentRow> rows, AppointmentFilter filter)
    {
        foreach (var span in filter.Updated)
        {
            var (first, last) = (span.First ?? DateTimeOffset.MinValue, span.Last ?? DateTimeOffset.MaxValue);
            rows = rows.Where(row => row.UpdatedAt >= first && row.UpdatedAt <= last);
        }

        foreach (var span in filter.Starts)
        {
            var (first, last) = (span.First ?? DateTimeOffset.MinValue, span.Last ?? DateTimeOffset.MaxValue);
            rows = rows.Where(row => row.Start >= first && row.Start <= last);
        }

        return rows;
    }

    private static IQueryable<AppointmentRow> After(IQueryable<AppointmentRow> rows, AppointmentSort sort, DateTimeOffset at, string id) => sort switch
    {
        AppointmentSort.UpdatedNewestFirst => rows.Where(row => row.UpdatedAt < at || (row.UpdatedAt == at && row.Id.CompareTo(id) < 0)),
        AppointmentSort.Start => rows.Where(row => row.Start > at || (row.Start == at && row.Id.CompareTo(id) > 0)),
        AppointmentSort.StartLatestFirst => rows.Where(row => row.Start < at || (row.Start == at && row.Id.CompareTo(id) < 0)),
        _ => rows.Where(row => row.UpdatedAt > at || (row.UpdatedAt == at && row.Id.CompareTo(id) > 0)),
    };
}
