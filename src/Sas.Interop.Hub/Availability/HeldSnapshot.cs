using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>A snapshot that waits to be believed.</summary>
internal sealed record HeldSnapshot(VendorFreshness Vendor, Snapshot Snapshot, DateTimeOffset SeenAt);
