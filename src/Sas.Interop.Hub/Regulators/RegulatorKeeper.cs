using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Booking;
using Sas.Interop.Hub.Persistence.Regulators;

namespace Sas.Interop.Hub.Regulators;

/// <summary>Writes accounts, and sees to it that the vendors are told.</summary>
internal sealed class RegulatorKeeper(
    RegulatorStore store, RegulatorVendors vendors, DeliveryAgenda agenda, IOptions<RegulatorsOptions> options, ILogger<RegulatorKeeper> logger)
{
    public async Task<RegulatorWritten> CreateAsync(RegulatorState state, RegulatorKey? unless, CancellationToken cancellationToken) =>
        Told(await store.CreateAsync(state, unless, Bounds(), cancellationToken));

    public async Task<RegulatorWritten> UpdateAsync(RegulatorKey criterion, RegulatorState state, Func<int, bool>? allows, CancellationToken cancellationToken) =>
        Told(await store.UpdateAsync(criterion, state, allows, Bounds(), cancellationToken));

    private RegulatorBounds Bounds() => new(options.Value.MaxAccounts, vendors.All());

    private RegulatorWritten Told(RegulatorWritten written)
    {
        if (written is { Verdict: RegulatorVerdict.Created or RegulatorVerdict.Changed, Now: { } now })
        {
            logger.AccountWritten(now.Id, now.Version, now.State.Active);
            agenda.Ring();
        }

        return written;
    }
}
