using System.Collections.Concurrent;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Errors;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.CareRequests;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Configuration.Directories;
using Sas.Interop.Hub.Tests.Polling;
using Sas.Interop.TestKit;

namespace Sas.Interop.Hub.Tests.CareRequests;

/// <summary>Vendors with marketplaces that say what a test wants, and the watch over them.</summary>
internal sealed class MarketRig : IVendorCatalog, IDirectory, IDirectoryLookup, IVendorAdapters
{
    private readonly Dictionary<string, VendorModel> _vendors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Market> _markets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnerKey[]> _links = new(StringComparer.Ordinal);

    public MarketRig()
    {
        Preferences = new PreferenceBoard(Time);
        Vendors = new MarketplaceVendors(this, this, this, Preferences);
        Answers = new EquippedAnswers(Vendors, Time, Options.Create(Settings));
        Watch = new MarketplaceWatch(Vendors, this, Answers, Board, new MarketplaceTimes(Time, Options.Create(Settings), NullLogger<MarketplaceWatch>.Instance));
    }

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public CareRequestsOptions Settings { get; } = new() { EquippedFor = TimeSpan.FromHours(1) };

    public PreferenceBoard Preferences { get; }

    public MarketplaceBoard Board { get; } = new();

    public MarketplaceVendors Vendors { get; }

    public EquippedAnswers Answers { get; }

    public MarketplaceWatch Watch { get; }

    public IReadOnlyDictionary<string, VendorModel> Current => _vendors;

    public IReadOnlyDictionary<string, Cpts> Communities { get; } = new Dictionary<string, Cpts>();

    public Market Add(string vendorId, params OwnerKey[] owners)
    {
        _vendors[vendorId] = PollSamples.Vendor(vendorId) with { Capabilities = VendorCapabilities.CareRequests };
        _links[vendorId] = owners;
        return _markets[vendorId] = new Market();
    }

    public void Disable(string vendorId) => _vendors[vendorId] = _vendors[vendorId] with { Enabled = false };

    public void Stop(string vendorId) => _markets.Remove(vendorId);

    public IReadOnlyList<PullTarget> TargetsOf(string vendorId) => [.. _links.GetValueOrDefault(vendorId, []).Select(static owner => new PullTarget { Owner = owner })];

    public IReadOnlyList<OwnerLink> LinksOf(OwnerKey owner) =>
        [.. _links.Where(link => link.Value.Contains(owner)).OrderBy(static link => link.Key, StringComparer.Ordinal).Select(link => new OwnerLink(link.Key, new PullTarget { Owner = owner }))];

    public IVendorAdapter? Find(string vendorId) => _markets.GetValueOrDefault(vendorId);

    public DirectoryOwner? Find(OwnerKey owner) => null;

    public IReadOnlyList<Cpts> CommunitiesOf(OwnerKey owner) => [];

    public IReadOnlyList<OwnerKey> MembersOf(string finess) => [];

    /// <summary>One vendor's marketplace.</summary>
    internal sealed class Market : IVendorAdapter, ICareRequestDesk
    {
        public string Dialect => "fake";

        public ConcurrentBag<OwnerKey> Asked { get; } = [];

        public Func<OwnerKey, CancellationToken, ValueTask<Outcome<bool>>> Say { get; set; } = static (_, _) => new(true);

        public ValueTask<Outcome<bool>> IsEquippedAsync(OwnerKey owner, CancellationToken cancellationToken)
        {
            Asked.Add(owner);
            return Say(owner, cancellationToken);
        }

        public ValueTask<Outcome<Uri>> CreateLinkAsync(CareRequest request, CancellationToken cancellationToken) => new(new Uri($"https://market.example/{request.Owner}"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
