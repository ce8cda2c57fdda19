using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Write;
using Sas.Interop.Hub.Persistence.Orientations;

namespace Sas.Interop.Hub.Booking;

/// <summary>Carries a claimed act on: is the slot still there, does the vendor know the regulator, and then as the vendor books.</summary>
internal sealed class BookingDesk(
    BookingDeskParts parts,
    BookingSteps steps,
    BookingAnswers answers,
    ApiBooking api,
    BookingClock clock,
    IOptions<BookingOptions> options)
{
    /// <summary>From a claim on.</summary>
    public async Task<WriteAnswer> ProceedAsync(BookingAct act)
    {
        var owner = act.Owner;
        var settings = options.Value;
        await parts.Refresher.RefreshAsync([owner], settings.FreshWithin, settings.RefreshWithin, CancellationToken.None);
        if (act.Row.SlotId is not { } id || !ReadId(id, out var slotId) || parts.Slots.Find(owner, slotId) is not { } slot)
        {
            return await RefuseAsync(act, "The vendor lists the slot no more.", await answers.TakenAsync(owner, act.Flow));
        }

        var place = slot.Place.Details;
        var vendorId = act.Row.VendorId;
        var account = await parts.Accounts.EnsureAsync(act.Regulator, vendorId, settings.AccountWithin, CancellationToken.None);
        if (!account.IsSuccess)
        {
            var failed = answers.Failed(account.Error, owner, place, isKept: false);
            return await RefuseAsync(act, $"The regulator has no account at the vendor: {account.Error.Code}.", failed);
        }

        act = act with { Warning = WarningOf(slot, settings.FreshWithin) };
        return parts.Vendors.WayOf(slot) switch
        {
            BookingWay.Api when parts.Vendors.GatewayOf(vendorId) is { } gateway => await api.HoldAsync(act, gateway, account.Value),
            BookingWay.Redirect when slot.Page is { } page => await LinkAsync(act, page),
            _ => await RefuseAsync(act, "The vendor does not book any more.", answers.Failed(VendorGone, owner, place, isKept: false)),
        };
    }

    /// <summary>From wherever a request that died left the act, or from a hold.</summary>
    /// <param name="act">The act.</param>
    /// <param name="isResumed">Whether the request's key leads to this act already.</param>
    public async Task<WriteAnswer> ResumeAsync(BookingAct act, bool isResumed)
    {
        var gateway = parts.Vendors.GatewayOf(act.Row.VendorId);
        return Enum.Parse<OrientationState>(act.Row.State) switch
        {
            OrientationState.Claimed when isResumed => await ProceedAsync(act),
            OrientationState.Holding when isResumed && gateway is not null => await HoldAgainAsync(act, gateway),
            OrientationState.Held when act.Row.ExpiresAt <= clock.Now => await ExpireAsync(act),
            OrientationState.Held when !act.Books => BookingAnswers.Held(act.Row, null),
            OrientationState.Held when gateway is not null => await api.BookAsync(act, gateway, isResumed),
            OrientationState.Booking when isResumed && gateway is not null => await api.BookAsync(act, gateway, isResumed),
            OrientationState.Booked or OrientationState.Pending or OrientationState.Fulfilled or OrientationState.NoShow => BookingAnswers.Booked(act.Row, null),
            OrientationState.Expired => BookingAnswers.Refused(HubErrorCode.Expired, "The hold is over; begin anew."),
            _ => BookingAnswers.Refused(HubErrorCode.Conflict, $"This act is '{BookingAnswers.CodeOf(act.Row.State)}' and cannot be booked.") with { IsKept = isResumed && IsOver(act.Row) },
        };
    }

    private static HubError VendorGone => new(HubErrorCode.VendorUnknownTarget, "The vendor does not book any more.");

    private static bool ReadId(string id, out ulong slot) => Fhir.Search.ReferenceIds.TryReadSlot(id, out _, out slot);

    private static bool IsOver(OrientationRow row) => row.State is nameof(OrientationState.Refused) or nameof(OrientationState.Failed) or nameof(OrientationState.Cancelled);

    private async Task<WriteAnswer> HoldAgainAsync(BookingAct act, Contracts.Adapters.IBookingGateway gateway)
    {
        var account = await parts.Accounts.EnsureAsync(act.Regulator, act.Row.VendorId, options.Value.AccountWithin, CancellationToken.None);
        return await api.HoldAsync(act, gateway, account.Value ?? act.Regulator);
    }

    private async Task<WriteAnswer> ExpireAsync(BookingAct act)
    {
        await steps.ExpireAsync(act.Row.Id, "The hold was not booked in time.", OrientationState.Held);
        return BookingAnswers.Refused(HubErrorCode.Expired, "The hold is over; begin anew.");
    }

    private async Task<WriteAnswer> LinkAsync(BookingAct act, Uri page)
    {
        var until = clock.LinkDue;
        WriteAnswer? answer = null;
        var row = await steps.LinkAsync(act.Row.Id, until, (change, linked) =>
        {
            var link = act.Root + parts.Links.Add(change, linked.Id, page, until);
            answer = BookingAnswers.Linked(linked, link, act.Warning);
            return act.Ticket.KeepAsync(change, answer, CancellationToken.None);
        });
        return row is null || answer is null ? BookingAnswers.Refused(HubErrorCode.Conflict, "The act was ended meanwhile; send the request again.") : answer;
    }

    private async Task<WriteAnswer> RefuseAsync(BookingAct act, string cause, WriteAnswer answer)
    {
        await steps.RefuseAsync(act.Row.Id, cause, (change, _) => act.Ticket.ReleaseAsync(change, CancellationToken.None));
        return answer;
    }

    private string? WarningOf(BookableSlot slot, TimeSpan freshWithin)
    {
        var vendorId = slot.Lane.Vendor.VendorId;
        var age = clock.Now - (slot.Owner.SeenAt(vendorId) ?? slot.Lane.SeenAt);
        return age > freshWithin ? $"The vendor has not answered in time; the slot is as of {age:d\\.hh\\:mm\\:ss} ago." : null;
    }
}
