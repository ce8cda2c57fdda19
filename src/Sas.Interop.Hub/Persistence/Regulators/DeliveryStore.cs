using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>
/// Deliveries under way. A claim keeps everybody else away, other hubs on the database as well, and ends by itself when its owner dies.
/// Every method throws <see cref="StorageUnavailableException"/> when the database fails.
/// </summary>
internal sealed class DeliveryStore(StorageGuard guard, TimeProvider time)
{
    /// <param name="key">The account and the vendor.</param>
    /// <param name="early">Whether it may be claimed before it is due.</param>
    /// <param name="lease">How long nobody else may claim it.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    /// <returns>What to deliver; null when there is nothing to do or somebody else does it.</returns>
    public Task<DeliveryJob?> ClaimAsync(DeliveryKey key, bool early, TimeSpan lease, CancellationToken cancellationToken) => guard.ChangeAsync(
        async change =>
        {
            var now = time.GetUtcNow();
            var (claim, until) = (RowIds.Create(now), now + lease);
            var rows = Of(change.Context, key);
            var claimed = await rows
                .Where(row => (row.ClaimedUntil == null || row.ClaimedUntil <= now) && (early || row.DueAt <= now))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(static row => row.Claim, claim).SetProperty(static row => row.ClaimedUntil, until).SetProperty(static row => row.AttemptedAt, now),
                    cancellationToken);
            return claimed == 1 ? await PlanOrSettleAsync(change, key, claim, cancellationToken) : Nothing(change);
        },
        cancellationToken);

    /// <summary>Looks again at what is claimed, after another delivery to this vendor has changed what it knows.</summary>
    /// <returns>What to deliver; null when there is nothing to do any more.</returns>
    public Task<DeliveryJob?> ReplanAsync(DeliveryJob job, CancellationToken cancellationToken) => guard.ChangeAsync(
        async change => await Claimed(change.Context, job).AnyAsync(cancellationToken) ? await PlanOrSettleAsync(change, job.Key, job.Claim, cancellationToken) : Nothing(change),
        cancellationToken);

    /// <summary>The vendor has the account.</summary>
    public Task<bool> CompleteAsync(DeliveryJob job) => guard.ChangeAsync(
        async change =>
        {
            var now = time.GetUtcNow();
            var mine = Claimed(change.Context, job);
            var present = job.Account.Present;
            var known = RegulatorScene.KeyOf(present);
            var (version, active) = (job.Account.Version, job.Account.State.Active);
            var isLast = await mine.Where(row => row.WantedVersion == version).ExecuteUpdateAsync(
                static set => set.SetProperty(static row => row.State, nameof(DeliveryState.Delivered))
                    .SetProperty(static row => row.DueAt, (DateTimeOffset?)null)
                    .SetProperty(static row => row.Attempts, 0)
                    .SetProperty(static row => row.Error, (string?)null)
                    .SetProperty(static row => row.ErrorDetail, (string?)null),
                CancellationToken.None);
            var done = await mine.ExecuteUpdateAsync(
                set => set.SetProperty(static row => row.DeliveredVersion, version)
                    .SetProperty(static row => row.DeliveredActive, active)
                    .SetProperty(static row => row.DeliveredAt, now)
                    .SetProperty(static row => row.System, present.System)
                    .SetProperty(static row => row.Value, present.Value)
                    .SetProperty(static row => row.KnownKey, known)
                    .SetProperty(static row => row.KnownSure, true)
                    .SetProperty(static row => row.Claim, (string?)null)
                    .SetProperty(static row => row.ClaimedUntil, (DateTimeOffset?)null),
                CancellationToken.None);
            if (done == 1)
            {
                await ForgetOthersAsync(change.Context, job, CancellationToken.None);
            }

            return done == 1 && isLast == 1;
        },
        CancellationToken.None);

    /// <summary>The vendor does not have it; when the account changed meanwhile, the newer state is due all the same.</summary>
    public Task<bool> FailAsync(DeliveryJob job, DeliveryFailure failure) => guard.ChangeAsync(
        async change =>
        {
            var mine = Claimed(change.Context, job);
            if (failure.LeftNothing)
            {
                await ForgetAsync(mine.Where(static row => !row.KnownSure), CancellationToken.None);
            }

            var (state, version) = (failure.State.ToString(), job.Account.Version);
            await mine.Where(row => row.WantedVersion == version).ExecuteUpdateAsync(
                set => set.SetProperty(static row => row.State, state)
                    .SetProperty(static row => row.DueAt, failure.DueAt)
                    .SetProperty(static row => row.Attempts, failure.Attempts)
                    .SetProperty(static row => row.Error, failure.Error)
                    .SetProperty(static row => row.ErrorDetail, failure.Detail),
                CancellationToken.None);
            return await ReleaseAsync(mine) == 1;
        },
        CancellationToken.None);

    /// <summary>The vendor is now sure to know the account by what is kept; the delivery itself goes on.</summary>
    public Task<bool> SureAsync(DeliveryJob job) => guard.ChangeAsync(
        async change => await Claimed(change.Context, job).ExecuteUpdateAsync(static set => set.SetProperty(static row => row.KnownSure, true), CancellationToken.None) == 1,
        CancellationToken.None);

    /// <summary>Gives a claim back; what was due still is.</summary>
    public Task<bool> ReleaseAsync(DeliveryJob job) =>
        guard.ChangeAsync(async change => await ReleaseAsync(Claimed(change.Context, job)) == 1, CancellationToken.None);

    private static DeliveryJob? Nothing(StorageChange change)
    {
        change.Decline();
        return null;
    }

    private static async Task<DeliveryJob?> PlanOrSettleAsync(StorageChange change, DeliveryKey key, string claim, CancellationToken cancellationToken)
    {
        if (await PlanAsync(change.Context, key, claim, cancellationToken) is { } job)
        {
            return job;
        }

        // A withdrawn account that the vendor never had is settled by this.
        await Of(change.Context, key).ExecuteUpdateAsync(
            static set => set.SetProperty(static row => row.State, nameof(DeliveryState.NotNeeded))
                .SetProperty(static row => row.DueAt, (DateTimeOffset?)null)
                .SetProperty(static row => row.Claim, (string?)null)
                .SetProperty(static row => row.ClaimedUntil, (DateTimeOffset?)null),
            cancellationToken);
        return null;
    }

    private static IQueryable<RegulatorDeliveryRow> Of(HubContext context, DeliveryKey key)
    {
        var (regulatorId, vendorId) = key;
        return context.Set<RegulatorDeliveryRow>().Where(row => row.RegulatorId == regulatorId && row.VendorId == vendorId);
    }

    private static IQueryable<RegulatorDeliveryRow> Claimed(HubContext context, DeliveryJob job) => Of(context, job.Key).Where(row => row.Claim == job.Claim);

    private static Task<int> ReleaseAsync(IQueryable<RegulatorDeliveryRow> mine) => mine.ExecuteUpdateAsync(
        static set => set.SetProperty(static row => row.Claim, (string?)null).SetProperty(static row => row.ClaimedUntil, (DateTimeOffset?)null),
        CancellationToken.None);

    private static Task<int> ForgetAsync(IQueryable<RegulatorDeliveryRow> rows, CancellationToken cancellationToken) => rows.ExecuteUpdateAsync(
        static set => set.SetProperty(static row => row.System, (string?)null)
            .SetProperty(static row => row.Value, (string?)null)
            .SetProperty(static row => row.KnownKey, (string?)null)
            .SetProperty(static row => row.KnownSure, false),
        cancellationToken);

    /// <summary>What the vendor now knows this account by leads to no other account there any more.</summary>
    private static Task<int> ForgetOthersAsync(HubContext context, DeliveryJob job, CancellationToken cancellationToken)
    {
        var (regulatorId, vendorId) = job.Key;
        var keys = job.Account.State.Identifiers.Select(RegulatorScene.KeyOf).ToList();
        return ForgetAsync(
            context.Set<RegulatorDeliveryRow>().Where(row => row.VendorId == vendorId && row.RegulatorId != regulatorId && row.KnownKey != null && keys.Contains(row.KnownKey)),
            cancellationToken);
    }

    private static Task<bool> HoldsAsync(HubContext context, StoredRegulator account, CancellationToken cancellationToken)
    {
        var (id, present) = (account.Id, RegulatorScene.KeyOf(account.Present));
        return context.Set<RegulatorIdentifierRow>().AnyAsync(row => row.Key == present && row.RegulatorId == id, cancellationToken);
    }

    /// <returns>The job; null when nothing has to be delivered.</returns>
    private static async Task<DeliveryJob?> PlanAsync(HubContext context, DeliveryKey key, string claim, CancellationToken cancellationToken)
    {
        var (regulatorId, vendorId) = key;
        var row = await Of(context, key).AsNoTracking().SingleAsync(cancellationToken);
        if (await RegulatorStore.ReadAsync(context, regulatorId, cancellationToken) is not { } account)
        {
            return null;
        }

        var known = row is { System: { } system, Value: { } value } ? new RegulatorKey(system, value) : null;
        if (known is null)
        {
            if (!account.State.Active)
            {
                return null;
            }

            // Kept before the call: should its end not be seen, the vendor may know the account by this.
            var (present, name) = (account.Present, RegulatorScene.KeyOf(account.Present));
            await Of(context, key).ExecuteUpdateAsync(
                set => set.SetProperty(static own => own.System, present.System).SetProperty(static own => own.Value, present.Value).SetProperty(static own => own.KnownKey, name),
                cancellationToken);
        }

        else if (!await HoldsAsync(context, account, cancellationToken))
        {
            // Somebody else was given its last identifier: it can be told of only by what the vendor knows it by.
            account = account with { State = account.State with { Identifiers = [known] } };
        }

        var keys = account.State.Identifiers.Select(RegulatorScene.KeyOf).ToList();
        var first = await context.Set<RegulatorDeliveryRow>()
            .Where(other => other.VendorId == vendorId && other.RegulatorId != regulatorId && other.State == nameof(DeliveryState.Pending) && other.KnownKey != null && keys.Contains(other.KnownKey))
            .Select(static other => other.RegulatorId)
            .FirstOrDefaultAsync(cancellationToken);
        return new DeliveryJob(key, claim, account) { Known = known, IsSure = row.KnownSure, First = first, Attempts = row.Attempts, Since = row.Since, Trace = row.Trace };
    }
}
