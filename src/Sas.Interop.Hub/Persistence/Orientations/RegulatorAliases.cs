using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Knows regulators by any identifier that they have or had (D26).</summary>
internal static class RegulatorAliases
{
    /// <summary>Whether the identifier is that of an account that may work.</summary>
    public static Task<bool> IsActiveAsync(HubContext context, RegulatorKey regulator, CancellationToken cancellationToken)
    {
        var key = IdentifierKey.Of(regulator.System, regulator.Value);
        return context.Set<RegulatorIdentifierRow>().Where(identifier => identifier.Key == key)
            .Join(context.Set<RegulatorRow>().Where(static account => account.Active), static identifier => identifier.RegulatorId, static account => account.Id, static (identifier, account) => account.Id)
            .AnyAsync(cancellationToken);
    }

    /// <summary>Keys of all identifiers of the regulator, the given one among them.</summary>
    public static async Task<HashSet<string>> KeysAsync(HubContext context, RegulatorKey regulator, CancellationToken cancellationToken)
    {
        var key = IdentifierKey.Of(regulator.System, regulator.Value);
        var identifiers = context.Set<RegulatorIdentifierRow>();
        var aliases = await identifiers.Where(known => identifiers.Any(own => own.Key == key && own.RegulatorId == known.RegulatorId))
            .Select(static known => known.Key).ToListAsync(cancellationToken);
        return [key, .. aliases];
    }
}
