using Microsoft.EntityFrameworkCore;

using Sas.Interop.Hub.Persistence.Outbox;

namespace Sas.Interop.Hub.Persistence.Appointments;

/// <summary>Writes appointments: the state, its version, the messages and what follows from it, in one transaction.</summary>
internal sealed class AppointmentStore(StorageGuard guard, OutboxWriter outbox, IEnumerable<IAppointmentFollower> followers, TimeProvider time)
{
    private readonly IAppointmentFollower[] _followers = [.. followers];

    /// <summary>Reads, decides and writes in one transaction; changes of one appointment come one after the other. When it returns, the change is on disk.</summary>
    /// <param name="write">The notice.</param>
    /// <param name="decide">Gets what is kept, or null, and says what becomes of the notice; may be asked several times.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    /// <exception cref="StorageUnavailableException">The database failed; whether the change was kept is not known.</exception>
    public Task<AppointmentChanged> ChangeAsync(AppointmentWrite write, Func<StoredAppointment?, AppointmentVerdict> decide, CancellationToken cancellationToken) =>
        guard.ChangeAsync(
            async change =>
            {
                if (!await OwnsAsync(change.Context, write, cancellationToken))
                {
                    change.Decline();
                    return new AppointmentChanged(AppointmentVerdict.Foreign, null);
                }

                var row = await LockAsync(change.Context, IdentifierKey.Of(write.System, write.Value), cancellationToken);
                var verdict = decide(row is null ? null : StoredAppointment.Of(row));
                var kept = await MakeAsync(change, verdict, row, write, cancellationToken);
                return new AppointmentChanged(verdict, kept is null ? null : StoredAppointment.Of(kept));
            },
            cancellationToken);

    /// <summary>Whether the sender may write with the system. The first who does keeps it, unless the configuration names a vendor, which then keeps it.</summary>
    private async Task<bool> OwnsAsync(HubContext context, AppointmentWrite write, CancellationToken cancellationToken)
    {
        if (write.SystemOwner is { } owner && owner != write.Sender)
        {
            return false;
        }

        var key = IdentifierKey.Of(write.System);
        var known = await context.Set<IdentifierSystemRow>().SingleOrDefaultAsync(system => system.Key == key, cancellationToken);
        if (known is null)
        {
            context.Add(new IdentifierSystemRow { Key = key, System = write.System, Sender = write.Sender, Since = time.GetUtcNow() });
            return true;
        }

        if (known.Sender != write.Sender && write.SystemOwner is not null)
        {
            (known.Sender, known.Since) = (write.Sender, time.GetUtcNow());
        }

        return known.Sender == write.Sender;
    }

    // The update changes nothing; it takes the lock of the row before anything is decided on it.
    private static async Task<AppointmentRow?> LockAsync(HubContext context, string key, CancellationToken cancellationToken)
    {
        var rows = context.Set<AppointmentRow>().Where(row => row.Key == key);
        return await rows.ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Version, static row => row.Version), cancellationToken) == 0
            ? null
            : await rows.SingleOrDefaultAsync(cancellationToken);
    }

    private async Task<AppointmentRow?> MakeAsync(
        StorageChange change,
        AppointmentVerdict verdict,
        AppointmentRow? row,
        AppointmentWrite write,
        CancellationToken cancellationToken)
    {
        switch (verdict)
        {
            case AppointmentVerdict.Created when row is null:
                return await AddVersionAsync(change, Create(change.Context, write), null, write, cancellationToken);
            case AppointmentVerdict.Changed when row is not null:
                return await AddVersionAsync(change, row, row.Status, write, cancellationToken);
            case AppointmentVerdict.Confirmed when row is not null && Mark(row, write):
                return row;
            default:
                change.Decline();
                return row;
        }
    }

    private AppointmentRow Create(HubContext context, AppointmentWrite write)
    {
        var row = new AppointmentRow
        {
            Id = RowIds.Create(time.GetUtcNow()),
            Key = IdentifierKey.Of(write.System, write.Value),
            System = write.System,
            Value = write.Value,
            ValueKey = IdentifierKey.Of(write.Value),
            Sender = write.Sender,
            Status = write.Status,
            Fingerprint = write.Fingerprint,
            CreatedAs = write.Fingerprint,
            Content = string.Empty,
        };
        context.Add(row);
        return row;
    }

    private async Task<AppointmentRow> AddVersionAsync(
        StorageChange change,
        AppointmentRow row,
        string? statusBefore,
        AppointmentWrite write,
        CancellationToken cancellationToken)
    {
        row.Version++;
        row.UpdatedAt = Next(row.UpdatedAt);
        (row.Sender, row.Status, row.Start, row.End, row.Owner) = (write.Sender, write.Status, write.Start, write.End, write.Owner);
        row.RegulatorKey = write.Regulator is { } regulator ? IdentifierKey.Of(regulator.System, regulator.Value) : null;
        (row.OrientationCategory, row.Fingerprint) = (write.OrientationCategory, write.Fingerprint);
        row.Content = write.Render(row.Id, row.Version, row.UpdatedAt);
        Mark(row, write);
        change.Context.Add(new AppointmentVersionRow { AppointmentId = row.Id, Version = row.Version, UpdatedAt = row.UpdatedAt, Method = write.Method, Content = row.Content });
        outbox.Add(change.Context, new OutboxMessage(OutboxKinds.Appointment, row.Id, row.Version, row.Content));
        var facts = new AppointmentFacts
        {
            AppointmentId = row.Id,
            Key = row.Key,
            Version = row.Version,
            Sender = row.Sender,
            Status = row.Status,
            StatusBefore = statusBefore,
            Start = row.Start,
            End = row.End,
            Owner = row.Owner,
            Regulator = write.Regulator,
            OrientationCategory = row.OrientationCategory,
            At = row.UpdatedAt,
        };
        foreach (var follower in _followers)
        {
            await follower.FollowAsync(change, facts, cancellationToken);
        }

        return row;
    }

    /// <returns>Whether the marks of order say more than before.</returns>
    private static bool Mark(AppointmentRow row, AppointmentWrite write)
    {
        var before = new OrderMarks(row.VendorVersion, row.VendorUpdatedAt, row.VendorCreatedAt);
        var after = write.Marks.Over(before);
        (row.VendorVersion, row.VendorUpdatedAt, row.VendorCreatedAt) = (after.Version, after.UpdatedAt, after.CreatedAt);
        return after != before;
    }

    /// <summary>The time of a new version: whole milliseconds, as the resource shows it, and never before that of the version before, whatever the clock does.</summary>
    private DateTimeOffset Next(DateTimeOffset before)
    {
        var ticks = time.GetUtcNow().UtcTicks;
        var now = new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return now > before ? now : before;
    }
}
