using Sas.Interop.Hub.Security;

namespace Sas.Interop.Hub.Availability;

/// <summary>Whose snapshot is applied, how long it is believed, and which pages to book on it may tell of.</summary>
internal sealed record VendorFreshness(string VendorId, TimeSpan StaleAfter, TimeSpan DropAfter, TimeSpan EmptyRunGuard, BookingRule Pages)
{
    /// <summary>Whether the directory links the owner to other vendors and not to this one: what it tells then stands behind what they tell.</summary>
    public bool IsGuest { get; init; }
}
