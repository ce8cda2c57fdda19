using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>Accounts of regulators in the database. Every method throws <see cref="StorageUnavailableException"/> when the database fails.</summary>
internal sealed class RegulatorStore(StorageGuard guard, TimeProvider time)
{
    /// <summary>The account of an id; null when there is none.</summary>
    public Task<StoredRegulator?> FindAsync(string id, CancellationToken cancellationToken) => guard.UseAsync(context => ReadAsync(context, id, cancellationToken));

    /// <summary>The account that has an identifier, or had it and nobody has it since (D26).</summary>
    public Task<StoredRegulator?> FindAsync(RegulatorKey key, CancellationToken cancellationToken) => guard.UseAsync(async context =>
    {
        var named = RegulatorScene.KeyOf(key);
        var id = await context.Set<RegulatorIdentifierRow>().Where(row => row.Key == named).Select(static row => row.RegulatorId).SingleOrDefaultAsync(cancellationToken);
        return id is null ? null : await ReadAsync(context, id, cancellationToken);
    });

    /// <summary>Creates an account, unless an active one has one of its identifiers.</summary>
    /// <param name="state">The account.</param>
    /// <param name="unless">When somebody has this identifier, that account is given and nothing is created.</param>
    /// <param name="bounds">What may be kept, and who is told.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    public Task<RegulatorWritten> CreateAsync(RegulatorState state, RegulatorKey? unless, RegulatorBounds bounds, CancellationToken cancellationToken) =>
        guard.ChangeAsync(
            async change =>
            {
                var scene = await RegulatorScene.LoadAsync(change.Context, unless is null ? state.Identifiers : [.. state.Identifiers, unless], cancellationToken);
                if (unless is not null && scene.Holder(unless) is { } there)
                {
                    change.Decline();
                    return new RegulatorWritten(RegulatorVerdict.Unchanged, await ReadAsync(change.Context, there.Id, cancellationToken));
                }

                return state.Identifiers.Any(key => scene.IsTaken(key, null) || IsOldCreate(scene, key, state))
                    ? Declined(change, RegulatorVerdict.Duplicate)
                    : await AddAsync(change, scene, state, bounds, cancellationToken);
            },
            cancellationToken);

    /// <summary>Updates the account that an identifier leads to, or creates it (D53).</summary>
    /// <param name="criterion">An identifier that the account has, had, or gets as an alias.</param>
    /// <param name="state">The account as it is to be.</param>
    /// <param name="allows">Whether a version may be changed; null when the caller requires nothing.</param>
    /// <param name="bounds">What may be kept, and who is told.</param>
    /// <param name="cancellationToken">Ends the wait, not a commit under way.</param>
    public Task<RegulatorWritten> UpdateAsync(RegulatorKey criterion, RegulatorState state, Func<int, bool>? allows, RegulatorBounds bounds, CancellationToken cancellationToken) =>
        guard.ChangeAsync(
            async change =>
            {
                var scene = await RegulatorScene.LoadAsync(change.Context, [criterion, .. state.Identifiers], cancellationToken);
                var (account, several) = Meant(scene, criterion, state);
                if (allows is not null && !(account is not null && allows(account.Version)))
                {
                    return Declined(change, RegulatorVerdict.PreconditionFailed);
                }

                if (several || state.Identifiers.Any(key => scene.IsTaken(key, account)))
                {
                    return Declined(change, several ? RegulatorVerdict.SeveralMatches : RegulatorVerdict.Duplicate);
                }

                return account is null
                    ? await AddAsync(change, scene, state, bounds with { Alias = criterion }, cancellationToken)
                    : await ChangeAsync(change, scene, account, (state, bounds with { Alias = criterion }), cancellationToken);
            },
            cancellationToken);

    /// <summary>The account itself and its own identifiers, as they stand in a unit of work.</summary>
    internal static async Task<StoredRegulator?> ReadAsync(HubContext context, string id, CancellationToken cancellationToken)
    {
        var row = await context.Set<RegulatorRow>().AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellationToken);
        return row is null
            ? null
            : StoredRegulator.Of(row, await context.Set<RegulatorIdentifierRow>().AsNoTracking().Where(identifier => identifier.RegulatorId == id).ToListAsync(cancellationToken));
    }

    /// <summary>Who gives up an identifier for another one keeps it as an alias: a create by it and with the same mail is the old one come again.</summary>
    private static bool IsOldCreate(RegulatorScene scene, RegulatorKey key, RegulatorState state) =>
        scene.Holder(key) is { Active: true } holder && string.Equals(holder.Email, state.Email, StringComparison.OrdinalIgnoreCase);

    private static (RegulatorRow? Account, bool Several) Meant(RegulatorScene scene, RegulatorKey criterion, RegulatorState state)
    {
        if (scene.Holder(criterion) is { } known)
        {
            return (known, false);
        }

        var named = state.Identifiers.Where(scene.IsCurrent).Select(scene.Holder).OfType<RegulatorRow>().Distinct().ToList();
        var active = named.Where(static account => account.Active).ToList();
        return (active.Count > 0 ? active[0] : named.FirstOrDefault(), active.Count > 1);
    }

    private static RegulatorWritten Declined(StorageChange change, RegulatorVerdict verdict)
    {
        change.Decline();
        return new RegulatorWritten(verdict, null);
    }

    private async Task<RegulatorWritten> AddAsync(StorageChange change, RegulatorScene scene, RegulatorState state, RegulatorBounds bounds, CancellationToken cancellationToken)
    {
        if (await change.Context.Set<RegulatorRow>().CountAsync(cancellationToken) >= bounds.MaxAccounts)
        {
            return Declined(change, RegulatorVerdict.Full);
        }

        var now = time.GetUtcNow();
        var present = state.Identifiers[0];
        var row = new RegulatorRow
        {
            Id = RowIds.Create(now),
            System = present.System,
            Value = present.Value,
            Family = state.Family,
            Given = state.Given,
            Email = state.Email,
            Content = string.Empty,
        };
        change.Context.Add(row);
        RegulatorNames.Take(change.Context, scene, row, (state.Identifiers, bounds.Alias, now));
        return new RegulatorWritten(RegulatorVerdict.Created, await KeepAsync(change.Context, row, (state, now), bounds, cancellationToken));
    }

    private async Task<RegulatorWritten> ChangeAsync(
        StorageChange change, RegulatorScene scene, RegulatorRow row, (RegulatorState State, RegulatorBounds Bounds) to, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var own = await change.Context.Set<RegulatorIdentifierRow>().Where(identifier => identifier.RegulatorId == row.Id).ToListAsync(cancellationToken);
        var added = to.State.Identifiers.Append(to.Bounds.Alias).OfType<RegulatorKey>().Distinct().Count(key => !own.Exists(identifier => identifier.Key == RegulatorScene.KeyOf(key)));
        if (own.Count + added > RegulatorBounds.MostIdentifiers)
        {
            return Declined(change, RegulatorVerdict.TooManyIdentifiers);
        }

        var before = StoredRegulator.Of(row, own);
        var isSame = RegulatorNames.IsSame(before.State, to.State) && own.Count(static identifier => identifier.IsCurrent) == to.State.Identifiers.Count;
        if (isSame && added == 0)
        {
            change.Decline();
            return new RegulatorWritten(RegulatorVerdict.Unchanged, before);
        }

        RegulatorNames.Take(change.Context, scene, row, (to.State.Identifiers, to.Bounds.Alias, now));
        foreach (var given in own.Where(identifier => !to.State.Identifiers.Any(key => RegulatorScene.KeyOf(key) == identifier.Key)))
        {
            given.IsCurrent = false;
        }

        return isSame
            ? new RegulatorWritten(RegulatorVerdict.Unchanged, before)
            : new RegulatorWritten(RegulatorVerdict.Changed, await KeepAsync(change.Context, row, (to.State, now), to.Bounds, cancellationToken));
    }

    private static async Task<StoredRegulator> KeepAsync(
        HubContext context, RegulatorRow row, (RegulatorState State, DateTimeOffset Now) to, RegulatorBounds bounds, CancellationToken cancellationToken)
    {
        var (state, now) = to;
        row.Version++;
        row.UpdatedAt = now;
        row.Active = state.Active;
        (row.System, row.Value) = (state.Identifiers[0].System, state.Identifiers[0].Value);
        (row.Family, row.Given, row.Email) = (state.Family, state.Given, state.Email);
        row.Content = RegulatorDocument.Write(row, state);
        await DeliveryMarks.ChangedAsync(context, row, bounds.Vendors, cancellationToken);
        return new StoredRegulator(row.Id, row.Version, now, state, row.Content);
    }
}
