using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence;
using Sas.Interop.Hub.Redirects;
using Sas.Interop.Hub.Regulators;
using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.CareRequests;

/// <summary>Finds the vendor that takes a request for care and its page. The vendor and the accounts are asked here, before anything is kept.</summary>
internal sealed class CareRequestOpening(
    MarketplaceVendors vendors,
    EquippedAnswers answers,
    IRegulatorReadiness readiness,
    CarePlaces places,
    CareRequestClock clock)
{
    /// <param name="order">What the platform asks for.</param>
    /// <param name="root">Root of the hub as its caller sees it.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>What can be kept, or why nobody takes the request.</returns>
    public async Task<Outcome<CareRequestDraft>> PrepareAsync(CareRequestOrder order, string root, CancellationToken cancellationToken)
    {
        var place = order.Place is { } named ? places.Find(order.Owner, named.System, named.Value) : null;
        if (order.Place is not null && place is null)
        {
            return Refused("The practitioner has no such place.");
        }

        var chosen = await ChooseAsync(order.Owner, cancellationToken);
        if (!chosen.IsSuccess)
        {
            return chosen.Error;
        }

        var (vendorId, desk) = chosen.Value;
        var account = await readiness.EnsureAsync(order.Regulator, vendorId, clock.VendorWithin, cancellationToken);
        if (!account.IsSuccess)
        {
            return account.Error;
        }

        var now = clock.Time.GetUtcNow();
        var request = new CareRequest(RowIds.Create(now), order.Owner, place?.Key, account.Value);
        var page = await PageAsync(desk, request, vendors.PagesOf(vendorId), cancellationToken);
        if (!page.IsSuccess)
        {
            return page.Error;
        }

        return new CareRequestDraft(request.RequestKey, order, vendorId, page.Value, now)
        {
            Place = place,
            PostalCode = place is null ? places.CommonPostalCode(order.Owner) : place.PostalCode,
            Root = root,
        };
    }

    private async Task<Outcome<(string VendorId, ICareRequestDesk Desk)>> ChooseAsync(OwnerKey owner, CancellationToken cancellationToken)
    {
        var silent = new List<string>();
        foreach (var vendorId in vendors.Of(owner))
        {
            var equipped = await answers.AskAsync(vendorId, owner, clock.AskWithin, cancellationToken);
            if (equipped is { IsSuccess: true, Value: true } && vendors.DeskOf(vendorId) is { } desk)
            {
                return (vendorId, desk);
            }

            if (!equipped.IsSuccess)
            {
                silent.Add($"'{vendorId}' ({equipped.Error.Code})");
            }
        }

        return Refused(silent.Count == 0
            ? "No vendor that equips the practitioner takes care requests for it."
            : $"No vendor takes care requests for the practitioner now; these could not say: {string.Join(", ", silent)}.");
    }

    private async Task<Outcome<Uri>> PageAsync(ICareRequestDesk desk, CareRequest request, BookingRule pages, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(clock.VendorWithin, clock.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var page = await desk.CreateLinkAsync(request, linked.Token);
            return !page.IsSuccess || RedirectTarget.IsAllowed(page.Value, pages)
                ? page
                : new HubError(HubErrorCode.VendorInvalidValue, "The vendor's page is no https address on one of its bookingHosts, has a user name, or is too long.");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new HubError(HubErrorCode.VendorTimeout, "The vendor did not give its page in time.");
        }
    }

    private static HubError Refused(string sentence) => new(HubErrorCode.BusinessRule, sentence);
}
