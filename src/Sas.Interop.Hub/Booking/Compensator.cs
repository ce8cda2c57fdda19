using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence.Orientations;
using Sas.Interop.Hub.Regulators;

namespace Sas.Interop.Hub.Booking;

/// <summary>Takes back what a vendor may have done for an act that failed, again and again until the vendor says so or it has been too long.</summary>
internal sealed class Compensator(
    CompensatorParts parts,
    BookingSteps steps,
    BookedSlots booked,
    BookingClock clock,
    ILogger<Compensator> logger)
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>One attempt.</summary>
    public async Task TakeBackAsync(OrientationRow row, CancellationToken cancellationToken)
    {
        var error = parts.Vendors.GatewayOf(row.VendorId) is { } gateway
            ? await TakeBackAsync(row, gateway, cancellationToken)
            : new HubError(HubErrorCode.VendorUnreachable, "The vendor is not at work.");
        if (error is null)
        {
            await EndAsync(row, "What the vendor may have done was taken back.");
        }
        else if (clock.Now - row.ChangedAt > parts.Options.Value.GiveUpAfter)
        {
            logger.CompensationGivenUp(row.Id, row.VendorId, error.Code);
            await EndAsync(row, $"What the vendor may have done could not be taken back: {error.Code}.");
        }
        else
        {
            // As long again as it has lasted, which doubles the pause each time.
            var pause = TimeSpan.FromTicks(Math.Clamp((clock.Now - row.ChangedAt).Ticks, ShortestPause.Ticks, LongestPause.Ticks));
            logger.CompensationPostponed(row.Id, row.VendorId, error.Code, pause);
            await steps.PostponeAsync(row.Id, clock.Now + pause);
        }
    }

    /// <returns>Why it is not done; null when nothing is left at the vendor.</returns>
    private async Task<HubError?> TakeBackAsync(OrientationRow row, IBookingGateway gateway, CancellationToken cancellationToken)
    {
        var reference = row.HoldReference;
        if (reference is null)
        {
            // The answer that held the reference was lost. The same request again gets the same hold, or a new one where there was none.
            var account = await parts.Accounts.EnsureAsync(new RegulatorKey(row.RegulatorSystem, row.RegulatorValue), row.VendorId, parts.Options.Value.AccountWithin, cancellationToken);
            var regulator = account.Value ?? new RegulatorKey(row.RegulatorSystem, row.RegulatorValue);
            var hold = await parts.Desk.HoldAsync(gateway, BookingAct.RequestOf(row, regulator), cancellationToken);
            if (!hold.IsSuccess)
            {
                return IsNothingThere(hold.Error) ? null : hold.Error;
            }

            reference = hold.Value.VendorReference;
        }

        return (await parts.Desk.CancelAsync(gateway, reference, cancellationToken)).Error;
    }

    private static bool IsNothingThere(HubError error) => error.Code is HubErrorCode.SlotTaken or HubErrorCode.VendorUnknownTarget or HubErrorCode.VendorRejectedRequest or HubErrorCode.BusinessRule;

    private async Task EndAsync(OrientationRow row, string cause)
    {
        if (await steps.FailAsync(row.Id, cause) is not null)
        {
            booked.LookAgain(OwnerKey.Create((OwnerKind)row.OwnerKind, row.Owner));
        }
    }
}

/// <summary>What a compensation works with.</summary>
internal sealed record CompensatorParts(BookingVendors Vendors, VendorDesk Desk, IRegulatorReadiness Accounts, IOptions<BookingOptions> Options);
