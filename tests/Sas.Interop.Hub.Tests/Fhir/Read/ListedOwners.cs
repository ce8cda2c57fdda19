using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Tests.Fhir.Read;

/// <summary>A directory that lists whom a test tells it.</summary>
internal sealed class ListedOwners : IDirectoryLookup
{
    public Dictionary<OwnerKey, DirectoryOwner> Owners { get; } = [];

    public Dictionary<string, Cpts> Known { get; } = [];

    public IReadOnlyDictionary<string, Cpts> Communities => Known;

    public DirectoryOwner? Find(OwnerKey owner) => Owners.GetValueOrDefault(owner);

    public IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner) => [];

    public IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner) => [];

    public IReadOnlyList<OwnerKey> MembersOf(string finess) => [];
}
