using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Tests.Polling;

/// <summary>The same number of targets for every vendor, unless told otherwise. Owners are linked only where it was told.</summary>
internal sealed class FakeDirectory : IDirectory, IDirectoryLookup
{
    public Dictionary<string, PullTarget[]> Targets { get; } = [];

    public IReadOnlyDictionary<string, Cpts> Communities { get; } = new Dictionary<string, Cpts>();

    public IReadOnlyList<PullTarget> TargetsOf(string vendorId) => Targets.GetValueOrDefault(vendorId) ?? PollSamples.Targets(3);

    public IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner) =>
        [.. Targets.SelectMany(vendor => vendor.Value.Where(target => target.Owner == owner).Select(target => new OwnerLink(vendor.Key, target)))];

    public DirectoryOwner? Find(OwnerKey owner) => null;

    public IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner) => [];

    public IReadOnlyList<OwnerKey> MembersOf(string finess) => [];
}
