using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability.WarmStart;

/// <summary>What the catalog and the directory know, as far as saved slots are judged by it. Safe for concurrent calls.</summary>
internal interface IKnownLinks
{
    /// <returns>The vendor; null when it is not there or switched off.</returns>
    KnownVendor? Find(string vendorId);

    /// <returns>What the vendor is asked of the owner; nothing when the directory does not link them.</returns>
    IReadOnlyList<PullTarget> TargetsOf(string vendorId, OwnerKey owner);
}
