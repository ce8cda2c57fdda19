using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability.WarmStart;

namespace Sas.Interop.Hub.Tests.Availability.WarmStart;

/// <summary>A catalog in which every vendor pushes, unless told otherwise.</summary>
internal sealed class FakeLinks : IKnownLinks
{
    public Dictionary<string, KnownVendor?> Vendors { get; } = [];

    public Dictionary<(string VendorId, OwnerKey Owner), PullTarget[]> Targets { get; } = [];

    public KnownVendor? Find(string vendorId) => Vendors.TryGetValue(vendorId, out var known) ? known : new KnownVendor("here", Pushes: true);

    public IReadOnlyList<PullTarget> TargetsOf(string vendorId, OwnerKey owner) => Targets.GetValueOrDefault((vendorId, owner), []);
}
