using Microsoft.Extensions.Options;

namespace Sas.Interop.Hub.Booking;

/// <summary>When things under way are over.</summary>
internal sealed class BookingClock(IOptions<BookingOptions> options, TimeProvider time)
{
    /// <summary>Beyond what a request can take by itself: whoever finds an act older than that knows that its request is dead.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>When a claim that nobody went on with is over.</summary>
    public DateTimeOffset ClaimDue => Now + options.Value.RefreshWithin + options.Value.AccountWithin + Grace;

    /// <summary>When a vendor that was asked now is taken for lost.</summary>
    public DateTimeOffset VendorDue => Now + options.Value.VendorWithin + Grace;

    public DateTimeOffset LinkDue => Now + options.Value.LinkFor;

    /// <summary>An instant, or one that is so far away if it is further.</summary>
    public DateTimeOffset Earlier(DateTimeOffset instant, TimeSpan most)
    {
        var latest = Now + most;
        return instant < latest ? instant : latest;
    }
}
