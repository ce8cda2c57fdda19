namespace Sas.Interop.Hub.Availability;

/// <summary>When a vendor last told all it has of an owner, slots or none.</summary>
/// <param name="Vendor">The vendor.</param>
/// <param name="PlaceKey">The one place that it spoke for; null for all places.</param>
/// <param name="SeenAt">When.</param>
internal sealed record Sighting(VendorFreshness Vendor, string? PlaceKey, DateTimeOffset SeenAt);
