using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Booking;

/// <summary>Calls of vendors, each within its time whoever waits for it. What a vendor answers is bounded before it is kept.</summary>
internal sealed class VendorDesk(IOptions<BookingOptions> options, TimeProvider time)
{
    public async Task<Outcome<BookingHold>> HoldAsync(IBookingGateway gateway, BookingRequest request, CancellationToken cancellationToken)
    {
        var hold = await WithinAsync(token => gateway.HoldAsync(request, token), cancellationToken);
        return hold.Value is { } held && !IsUsable(held.VendorReference, TextLengths.Reference) ? Unusable("reference of a hold") : hold;
    }

    public async Task<Outcome<BookedAppointment>> BookAsync(IBookingGateway gateway, BookingHold hold, CancellationToken cancellationToken)
    {
        var booked = await WithinAsync(token => gateway.BookAsync(hold, token), cancellationToken);
        return booked.Value is { } made && !(IsUsable(made.System, TextLengths.Identifier) && IsUsable(made.Value, TextLengths.Identifier)) ? Unusable("identifier of an appointment") : booked;
    }

    public Task<Outcome<bool>> CancelAsync(IBookingGateway gateway, string reference, CancellationToken cancellationToken) =>
        WithinAsync(token => gateway.CancelAsync(reference, token), cancellationToken);

    // Not every database keeps every character.
    private static bool IsUsable(string text, int longest) => text.Length > 0 && text.Length <= longest && !text.Any(char.IsControl);

    private static HubError Unusable(string what) => new(HubErrorCode.VendorInvalidValue, $"The vendor gave a {what} that is empty, too long, or holds a character that controls.");

    private async Task<Outcome<T>> WithinAsync<T>(Func<CancellationToken, ValueTask<Outcome<T>>> call, CancellationToken cancellationToken)
    {
        var within = options.Value.VendorWithin;
        using var timeout = new CancellationTokenSource(within, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await call(linked.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new HubError(HubErrorCode.VendorTimeout, $"The vendor has not answered within {within.TotalSeconds:0.###} s.");
        }
    }
}
