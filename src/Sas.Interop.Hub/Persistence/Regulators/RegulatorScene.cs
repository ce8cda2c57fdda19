using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Booking;

namespace Sas.Interop.Hub.Persistence.Regulators;

/// <summary>Everything that a write decides on: the identifiers that it names, and the accounts that hold them. Locked until the change ends.</summary>
internal sealed class RegulatorScene
{
    private readonly Dictionary<string, RegulatorIdentifierRow> _identifiers;
    private readonly Dictionary<string, RegulatorRow> _accounts;

    private RegulatorScene(Dictionary<string, RegulatorIdentifierRow> identifiers, Dictionary<string, RegulatorRow> accounts) =>
        (_identifiers, _accounts) = (identifiers, accounts);

    public static async Task<RegulatorScene> LoadAsync(HubContext context, IEnumerable<RegulatorKey> keys, CancellationToken cancellationToken)
    {
        var named = keys.Select(KeyOf).Distinct().ToList();
        var rows = context.Set<RegulatorIdentifierRow>().Where(row => named.Contains(row.Key));

        // Writing a row to itself locks it, identifiers before their accounts: so what is read next stays as it is until the commit, on every database.
        await rows.ExecuteUpdateAsync(static set => set.SetProperty(static row => row.Since, static row => row.Since), cancellationToken);
        var identifiers = await rows.ToDictionaryAsync(static row => row.Key, StringComparer.Ordinal, cancellationToken);
        var holders = identifiers.Values.Select(static row => row.RegulatorId).Distinct().ToList();
        var accounts = context.Set<RegulatorRow>().Where(account => holders.Contains(account.Id));
        await accounts.ExecuteUpdateAsync(static set => set.SetProperty(static account => account.Version, static account => account.Version), cancellationToken);
        return new RegulatorScene(identifiers, await accounts.ToDictionaryAsync(static account => account.Id, StringComparer.Ordinal, cancellationToken));
    }

    public static string KeyOf(RegulatorKey key) => IdentifierKey.Of(key.System, key.Value);

    public RegulatorIdentifierRow? Find(RegulatorKey key) => _identifiers.GetValueOrDefault(KeyOf(key));

    /// <summary>The account that has or had an identifier.</summary>
    public RegulatorRow? Holder(RegulatorKey key) => Find(key) is { } row ? _accounts.GetValueOrDefault(row.RegulatorId) : null;

    /// <summary>Whether an account names the identifier now.</summary>
    public bool IsCurrent(RegulatorKey key) => Find(key) is { IsCurrent: true };

    /// <summary>Whether an active account other than this one names the identifier now.</summary>
    public bool IsTaken(RegulatorKey key, RegulatorRow? account) => IsCurrent(key) && Holder(key) is { Active: true } holder && holder != account;
}
