using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>The one way into the index, for polls and pushes alike. Safe for concurrent calls.</summary>
internal interface IAvailabilityWriter
{
    /// <summary>Applies one snapshot by its coverage: normalizes, diffs, swaps. Never waits on I/O.</summary>
    IngestReport Apply(VendorFreshness vendor, Snapshot snapshot, DateTimeOffset seenAt);

    /// <summary>Forgets what a polled vendor said of owners and places that the directory does not link to it any more.</summary>
    void Retain(string vendorId, IReadOnlyList<PullTarget> targets);

    /// <summary>Forgets everything of a vendor that was removed or disabled.</summary>
    void Forget(string vendorId);
}
