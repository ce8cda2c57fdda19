using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Holds the directory of the last good file; readers never wait.</summary>
internal sealed class OwnerDirectory : IDirectory, IDirectoryLookup
{
    private volatile DirectoryModel _current = DirectoryModel.Empty;

    public DirectoryModel Current => _current;

    public IReadOnlyDictionary<string, Cpts> Communities => _current.Communities;

    public IReadOnlyList<PullTarget> TargetsOf(string vendorId) => _current.Targets.GetValueOrDefault(vendorId, []);

    public DirectoryOwner? Find(OwnerKey owner) => _current.Owners.GetValueOrDefault(owner);

    public IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner) => _current.Links.GetValueOrDefault(owner, []);

    public IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner) => _current.CommunitiesOf.GetValueOrDefault(owner, []);

    public IReadOnlyList<OwnerKey> MembersOf(string finess) => _current.Members.GetValueOrDefault(finess, []);

    public void Swap(DirectoryModel next) => _current = next;
}
