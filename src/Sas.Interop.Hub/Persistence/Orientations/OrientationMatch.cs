using Microsoft.EntityFrameworkCore;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Persistence.Appointments;

namespace Sas.Interop.Hub.Persistence.Orientations;

/// <summary>Finds the act that an appointment came of. An appointment names neither slot nor link, so of acts without an identifier the likeliest is taken.</summary>
internal static class OrientationMatch
{
    private const int MostCandidates = 200;

    /// <summary>An operator is on the way, whenever that began.</summary>
    private static readonly string[] Open = [nameof(OrientationState.Linked), nameof(OrientationState.Redirected)];

    /// <summary>The vendor was asked, and its notice may be faster than its answer.</summary>
    private static readonly string[] Asked = [nameof(OrientationState.Booking), nameof(OrientationState.Compensating)];

    /// <returns>Id of the act; null when there is none.</returns>
    public static async Task<string?> FindAsync(HubContext context, AppointmentFacts facts, TimeSpan window, CancellationToken cancellationToken)
    {
        var rows = context.Set<OrientationRow>().AsNoTracking();
        var known = await rows.Where(row => row.AppointmentId == facts.AppointmentId || (row.AppointmentKey == facts.Key && row.VendorId == facts.Sender))
            .OrderBy(static row => row.Id).Select(static row => row.Id).FirstOrDefaultAsync(cancellationToken);

        // Only a new appointment is looked for by its circumstances: a later word on an old one is not of the operator who is at work now.
        if (known is not null || facts is not { Version: 1, Regulator: { } regulator })
        {
            return known;
        }

        var since = facts.At - window;
        const int association = (int)OwnerKind.Association;
        var candidates = await rows
            .Where(row => row.VendorId == facts.Sender && row.AppointmentId == null && row.CreatedAt <= facts.At)
            .Where(row => row.Owner == facts.Owner || row.OwnerKind == association)
            .Where(row => Open.Contains(row.State)
                || (row.State == nameof(OrientationState.Expired) && row.ChangedAt >= since)
                || (Asked.Contains(row.State) && row.SlotStart == facts.Start))
            .OrderByDescending(static row => row.CreatedAt)
            .Take(MostCandidates)
            .ToListAsync(cancellationToken);
        if (candidates.Count == 0)
        {
            return null;
        }

        var aliases = await RegulatorAliases.KeysAsync(context, regulator, cancellationToken);
        return Best(candidates.Where(row => aliases.Contains(IdentifierKey.Of(row.RegulatorSystem, row.RegulatorValue))), facts)?.Id;
    }

    /// <summary>By kind, then the same start, then the same owner, then the latest.</summary>
    internal static OrientationRow? Best(IEnumerable<OrientationRow> candidates, AppointmentFacts facts)
    {
        var fromMarketplace = facts.OrientationCategory == OrientationCategoryCodes.Marketplace;
        return candidates
            .OrderByDescending(row => row.Kind == nameof(OrientationKind.Marketplace) == fromMarketplace)
            .ThenByDescending(row => row.SlotStart == facts.Start)
            .ThenByDescending(row => row.Owner == facts.Owner)
            .ThenByDescending(static row => row.CreatedAt)
            .ThenBy(static row => row.Id, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
