namespace Sas.Interop.Hub.Availability;

/// <summary>Whose snapshot is applied, and how long it is believed.</summary>
internal sealed record VendorFreshness(string VendorId, TimeSpan StaleAfter, TimeSpan DropAfter, TimeSpan EmptyRunGuard);
