using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Admin;

/// <summary>
/// What a search reads of one owner, taken once: several searches over it, and what is said about them, are of one and the same moment. Only the owner can be asked for.
/// </summary>
internal sealed class TakenOwner(OwnerKey owner, IAvailabilityReader index, IDirectoryLookup directory, IVendorCatalog catalog)
    : IAvailabilityReader, IDirectoryLookup, IVendorCatalog
{
    public OwnerKey Owner => owner;

    public OwnerEntry? Entry { get; } = index.Find(owner);

    public DirectoryOwner? Listed { get; } = directory.Find(owner);

    public IReadOnlyList<OwnerLink> Links { get; } = directory.LinksOf(owner);

    public IReadOnlyDictionary<string, VendorModel> Current { get; } = catalog.Current;

    public IReadOnlyDictionary<string, Cpts> Communities => directory.Communities;

    OwnerEntry? IAvailabilityReader.Find(OwnerKey asked) => Entry;

    Cpts? IAvailabilityReader.FindCommunity(string finess) => index.FindCommunity(finess);

    DirectoryOwner? IDirectoryLookup.Find(OwnerKey asked) => Listed;

    IReadOnlyList<OwnerLink> IDirectoryLookup.LinksOf(OwnerKey asked) => Links;

    IReadOnlyList<Cpts> IDirectoryLookup.CommunitiesOf(OwnerKey asked) => directory.CommunitiesOf(asked);

    IReadOnlyList<OwnerKey> IDirectoryLookup.MembersOf(string finess) => directory.MembersOf(finess);
}
