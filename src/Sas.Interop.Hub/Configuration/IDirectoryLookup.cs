using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Configuration;

/// <summary>What the directory tells of owners and communities: always the last good file, swapped whole.</summary>
internal interface IDirectoryLookup
{
    /// <summary>Names, specialties and places of an owner; null when the directory does not list it.</summary>
    DirectoryOwner? Find(OwnerKey owner);

    /// <summary>The vendors that equip an owner, enabled or not, in the order of their ids; empty when none is known.</summary>
    IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner);

    /// <summary>The communities that an owner is a member of, in the order of their FINESS.</summary>
    IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner);

    /// <summary>All communities by FINESS with prefix.</summary>
    IReadOnlyDictionary<string, Cpts> Communities { get; }

    /// <summary>Members of a community in a stable order; empty when it is not known.</summary>
    IReadOnlyList<OwnerKey> MembersOf(string finess);
}
