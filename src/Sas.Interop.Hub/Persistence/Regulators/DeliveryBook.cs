using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>All deliveries: what is due, what there is to see, and what is missing. Every method throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class DeliveryBook(StorageGuard guard, TimeProvider time)
{
    private const int RowsAtOnce = 200;

    /// <summary>Vendors for which something is due that nobody is at.</summary>
    public Task<List<string>> DueVendorsAsync(CancellationToken cancellationToken) => guard.UseAsync(
        context => Due(context).Select(static row => row.VendorId).Distinct().ToListAsync(cancellationToken));

    /// <summary>Accounts that are due at a vendor, those due first before.</summary>
    public Task<List<string>> DueAsync(string vendorId, int count, CancellationToken cancellationToken) => guard.UseAsync(
        context => Due(context).Where(row => row.VendorId == vendorId).OrderBy(static row => row.DueAt).Take(count).Select(static row => row.RegulatorId).ToListAsync(cancellationToken));

    public Task<RegulatorDeliveryRow?> FindAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        var (regulatorId, vendorId) = key;
        return guard.UseAsync(context => context.Set<RegulatorDeliveryRow>().AsNoTracking().SingleOrDefaultAsync(row => row.RegulatorId == regulatorId && row.VendorId == vendorId, cancellationToken));
    }

    /// <summary>Deliveries of one account in the order of vendors.</summary>
    public Task<List<RegulatorDeliveryRow>> OfAsync(string regulatorId, CancellationToken cancellationToken) => guard.UseAsync(
        context => context.Set<RegulatorDeliveryRow>().AsNoTracking().Where(row => row.RegulatorId == regulatorId).OrderBy(static row => row.VendorId).ToListAsync(cancellationToken));

    /// <summary>How many deliveries of each vendor are in each state, and since when the oldest is.</summary>
    public Task<List<DeliveryCount>> CountAsync(CancellationToken cancellationToken) => guard.UseAsync(
        context => context.Set<RegulatorDeliveryRow>()
            .GroupBy(static row => new { row.VendorId, row.State })
            .Select(static group => new DeliveryCount(group.Key.VendorId, group.Key.State, group.Count(), group.Min(static row => row.Since)))
            .ToListAsync(cancellationToken));

    /// <summary>Gives a vendor that came later a row for active accounts that have none, some at a time.</summary>
    /// <returns>How many were added; fewer than could be at once when there are no more.</returns>
    public Task<int> AddMissingAsync(string vendorId, CancellationToken cancellationToken) => guard.ChangeAsync(
        async change =>
        {
            var deliveries = change.Context.Set<RegulatorDeliveryRow>();
            var missing = await change.Context.Set<RegulatorRow>().AsNoTracking()
                .Where(account => account.Active && !deliveries.Any(row => row.RegulatorId == account.Id && row.VendorId == vendorId))
                .OrderBy(static account => account.Id)
                .Take(RowsAtOnce)
                .ToListAsync(cancellationToken);
            var now = time.GetUtcNow();
            deliveries.AddRange(missing.Select(account => DeliveryMarks.New(account, vendorId, now)));
            return missing.Count;
        },
        cancellationToken);

    /// <summary>Gives one vendor a row for one account, unless it has one.</summary>
    public Task<bool> AddAsync(DeliveryKey key, CancellationToken cancellationToken) => guard.ChangeAsync(
        async change =>
        {
            var (regulatorId, vendorId) = key;
            var deliveries = change.Context.Set<RegulatorDeliveryRow>();
            var account = await change.Context.Set<RegulatorRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == regulatorId, cancellationToken);
            if (account is null || await deliveries.AnyAsync(row => row.RegulatorId == regulatorId && row.VendorId == vendorId, cancellationToken))
            {
                change.Decline();
                return false;
            }

            deliveries.Add(DeliveryMarks.New(account, vendorId, time.GetUtcNow()));
            return true;
        },
        cancellationToken);

    /// <summary>What a vendor refused is tried again, since its settings have changed.</summary>
    public Task<int> ReviveAsync(string vendorId, CancellationToken cancellationToken) =>
        RestartAsync(context => context.Set<RegulatorDeliveryRow>().Where(row => row.VendorId == vendorId && row.State == nameof(DeliveryState.Refused)), cancellationToken);

    /// <summary>What an account still lacks is due now, also where it was given up or refused.</summary>
    public Task<int> RestartAsync(string regulatorId, CancellationToken cancellationToken) =>
        RestartAsync(
            context => context.Set<RegulatorDeliveryRow>().Where(
                row => row.RegulatorId == regulatorId && row.State != nameof(DeliveryState.Delivered) && row.State != nameof(DeliveryState.NotNeeded)),
            cancellationToken);

    /// <summary>The trying of one delivery begins anew.</summary>
    public Task<int> RestartAsync(DeliveryKey key, CancellationToken cancellationToken)
    {
        var (regulatorId, vendorId) = key;
        return RestartAsync(
            context => context.Set<RegulatorDeliveryRow>().Where(
                row => row.RegulatorId == regulatorId && row.VendorId == vendorId && row.State == nameof(DeliveryState.GaveUp)),
            cancellationToken);
    }

    private Task<int> RestartAsync(Func<HubContext, IQueryable<RegulatorDeliveryRow>> rows, CancellationToken cancellationToken) => guard.ChangeAsync(
        change =>
        {
            var now = time.GetUtcNow();
            return rows(change.Context).ExecuteUpdateAsync(
                set => set.SetProperty(static row => row.State, nameof(DeliveryState.Pending))
                    .SetProperty(static row => row.Attempts, 0)
                    .SetProperty(static row => row.Since, now)
                    .SetProperty(static row => row.DueAt, now),
                cancellationToken);
        },
        cancellationToken);

    private IQueryable<RegulatorDeliveryRow> Due(HubContext context)
    {
        var now = time.GetUtcNow();
        return context.Set<RegulatorDeliveryRow>().Where(row => row.DueAt <= now && (row.ClaimedUntil == null || row.ClaimedUntil <= now));
    }
}

/// <summary>Deliveries of one vendor in one state.</summary>
internal sealed record DeliveryCount(string VendorId, string State, int Count, DateTimeOffset Since);
