using System.Globalization;

using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Which orientation has a slot. Of any number that want one at once, the database lets one have it.</summary>
internal static class SlotClaims
{
    /// <summary>Nobody is at two places at once, so a practitioner's time is claimed wherever it is; an association has a doctor at each place.</summary>
    public static string KeyOf(OwnerKey owner, string place, DateTimeOffset start) => IdentifierKey.Of(
        owner.ToString(), owner.Kind == OwnerKind.Association ? place : string.Empty, start.UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes a slot that nobody has, or whose claim is over.</summary>
    /// <returns>False when somebody has it. Two that insert at once meet on the key; the change of the later one is made again, and sees the other.</returns>
    public static async Task<bool> TryTakeAsync(HubContext context, SlotClaimRow claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claims = context.Set<SlotClaimRow>();
        var over = await claims.Where(row => row.Key == claim.Key && row.ExpiresAt != null && row.ExpiresAt <= now)
            .ExecuteUpdateAsync(
                row => row.SetProperty(static one => one.OrientationId, claim.OrientationId).SetProperty(static one => one.ExpiresAt, claim.ExpiresAt), cancellationToken);
        if (over > 0)
        {
            return true;
        }

        if (await claims.AnyAsync(row => row.Key == claim.Key, cancellationToken))
        {
            return false;
        }

        context.Add(claim);
        return true;
    }

    /// <summary>Which of some slots somebody has.</summary>
    /// <returns>Their keys.</returns>
    public static async Task<IReadOnlySet<string>> HeldAsync(HubContext context, IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Set<SlotClaimRow>().Where(row => keys.Contains(row.Key) && (row.ExpiresAt == null || row.ExpiresAt > now)).Select(static row => row.Key)
            .ToHashSetAsync(cancellationToken);

    /// <summary>Moves the end of a claim.</summary>
    /// <param name="context">The change under way.</param>
    /// <param name="orientationId">Whose claim.</param>
    /// <param name="expiresAt">The new end; null for none, once it is booked.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Task KeepAsync(HubContext context, string orientationId, DateTimeOffset? expiresAt, CancellationToken cancellationToken) =>
        context.Set<SlotClaimRow>().Where(row => row.OrientationId == orientationId)
            .ExecuteUpdateAsync(row => row.SetProperty(static one => one.ExpiresAt, expiresAt), cancellationToken);

    /// <summary>Lets go of the slot; of one that somebody else has taken over meanwhile, nothing.</summary>
    public static Task ReleaseAsync(HubContext context, string orientationId, CancellationToken cancellationToken) =>
        context.Set<SlotClaimRow>().Where(row => row.OrientationId == orientationId).ExecuteDeleteAsync(cancellationToken);
}
