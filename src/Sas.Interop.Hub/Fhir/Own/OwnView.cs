using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;

namespace Sas.Interop.Hub.Fhir.Own;

/// <summary>
/// What searches and reads look at for a vendor: its own slots and the owners that it equips or speaks of, as if there were no other vendor. An owner that is not its own
/// is as unknown as one that nobody knows.
/// </summary>
internal sealed class OwnView(VendorModel vendor, OwnSources sources) : IAvailabilityReader, IDirectoryLookup, IVendorCatalog, IPreferenceReader, IMarketplaceReader
{
    public IReadOnlyDictionary<string, VendorModel> Current { get; } = new Dictionary<string, VendorModel>(StringComparer.Ordinal) { [vendor.Id] = vendor };

    /// <summary>Not told: it is the time of a change of any owner.</summary>
    public DateTimeOffset ChangedAt => DateTimeOffset.MinValue;

    public bool IsEmpty => sources.Preferences.IsEmpty;

    /// <summary>None is listed: a community is found one by one (<see cref="FindCommunity"/>).</summary>
    public IReadOnlyDictionary<string, Cpts> Communities { get; } = new Dictionary<string, Cpts>();

    /// <summary>A community of which an own owner is a member, or that an own slot names.</summary>
    public Cpts? FindCommunity(string finess) =>
        sources.Directory.Communities.GetValueOrDefault(finess) is { } listed && sources.Directory.MembersOf(finess).Any(IsOwn) ? listed : NamedByOwnSlots(finess);

    public IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner) => [.. sources.Directory.LinksOf(owner).Where(link => link.VendorId == vendor.Id)];

    public IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner) => IsOwn(owner) ? sources.Directory.CommunitiesOf(owner) : [];

    public IReadOnlyList<OwnerKey> MembersOf(string finess) => [.. sources.Directory.MembersOf(finess).Where(IsOwn)];

    public MarketplaceOffer? FindShown(OwnerKey owner) =>
        sources.Marketplace.FindShown(owner) is { } offer && offer.Vendors.Contains(vendor.Id, StringComparer.Ordinal) ? new MarketplaceOffer([vendor.Id], DateTimeOffset.MinValue) : null;

    OwnerEntry? IAvailabilityReader.Find(OwnerKey owner) => EntryOf(owner);

    DirectoryOwner? IDirectoryLookup.Find(OwnerKey owner) => IsOwn(owner) ? sources.Directory.Find(owner) : null;

    OwnerPreference? IPreferenceReader.Find(OwnerKey owner) => IsOwn(owner) ? sources.Preferences.Find(owner) : null;

    private OwnerEntry? EntryOf(OwnerKey owner) => sources.Index.Find(owner)?.Only(vendor.Id);

    private bool IsOwn(OwnerKey owner) =>
        sources.Directory.LinksOf(owner).Any(link => link.VendorId == vendor.Id)
        || (sources.Index.Find(owner) is { } entry && (Array.Exists(entry.Sightings, IsMine) || Array.Exists(entry.Lanes, IsMine)));

    private bool IsMine(Lane lane) => lane.Vendor.VendorId == vendor.Id;

    private bool IsMine(Sighting sighting) => sighting.Vendor.VendorId == vendor.Id;

    // The pool of kinds does not know who named a community, and the hot path must not pay for it: so all own lanes are looked through.
    private Cpts? NamedByOwnSlots(string finess) => sources.Index.FindCommunity(finess) is null
        ? null
        : sources.Index.All.SelectMany(static entry => entry.Lanes).Where(IsMine)
            .SelectMany(static lane => lane.Kinds).SelectMany(static kind => kind.Shared.Kind.Communities).FirstOrDefault(community => community.Finess == finess);
}

/// <summary>What the view of a vendor is cut out of.</summary>
internal sealed record OwnSources(AvailabilityIndex Index, IDirectoryLookup Directory, PreferenceBoard Preferences, MarketplaceBoard Marketplace);
