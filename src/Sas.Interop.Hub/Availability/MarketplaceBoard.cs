using System.Collections.Frozen;

using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Who can be asked for care on a marketplace. Readers never wait: what they see is swapped whole.</summary>
internal sealed class MarketplaceBoard : IMarketplaceReader
{
    private volatile State _state = State.Empty;

    /// <summary>Whether nobody ever could be asked, which spares a search its look-ups.</summary>
    public bool IsEmpty => _state.Offers.Count == 0;

    /// <summary>Whether answers of searches tell it.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Those who can be asked, in a steady order.</summary>
    public IReadOnlyList<OwnerKey> Owners => _state.Owners;

    /// <returns>What is known of an owner; null when it never could be asked.</returns>
    public MarketplaceOffer? Find(OwnerKey owner) => _state.Offers.GetValueOrDefault(owner);

    /// <summary>The same for a search, which tells nothing when it is not to.</summary>
    public MarketplaceOffer? FindShown(OwnerKey owner) => IsShown && !IsEmpty ? Find(owner) : null;

    /// <summary>Puts in force what is known now. One caller at a time.</summary>
    /// <param name="vendors">Owners with the vendors on whose marketplace they can be asked, in the order of their ids.</param>
    /// <param name="now">The time of the change.</param>
    /// <returns>How many owners can be asked now who could not before, or the other way round, or by others.</returns>
    public int Replace(IReadOnlyDictionary<OwnerKey, IReadOnlyList<string>> vendors, DateTimeOffset now)
    {
        var before = _state.Offers;
        var changed = 0;
        var next = new Dictionary<OwnerKey, MarketplaceOffer>(Math.Max(before.Count, vendors.Count));
        foreach (var (owner, named) in vendors)
        {
            var known = before.GetValueOrDefault(owner);
            var same = known is not null && known.Vendors.SequenceEqual(named, StringComparer.Ordinal);
            changed += same ? 0 : 1;
            next[owner] = same && known is not null ? known : new MarketplaceOffer(named, now);
        }

        // Who can no longer be asked stays with the time of that, so that an answer of before does not pass for the present one.
        foreach (var (owner, known) in before.Where(pair => !vendors.ContainsKey(pair.Key)))
        {
            changed += known.IsOpen ? 1 : 0;
            next[owner] = known.IsOpen ? new MarketplaceOffer([], now) : known;
        }

        if (changed > 0)
        {
            _state = new State(next.ToFrozenDictionary(), [.. vendors.Keys.Order()]);
        }

        return changed;
    }

    private sealed record State(FrozenDictionary<OwnerKey, MarketplaceOffer> Offers, IReadOnlyList<OwnerKey> Owners)
    {
        public static State Empty { get; } = new(FrozenDictionary<OwnerKey, MarketplaceOffer>.Empty, []);
    }
}

/// <summary>What is known of one owner.</summary>
/// <param name="Vendors">Vendors on whose marketplace the owner can be asked, in the order of their ids; empty when there is none any more.</param>
/// <param name="Since">When that changed last.</param>
internal sealed record MarketplaceOffer(IReadOnlyList<string> Vendors, DateTimeOffset Since)
{
    public bool IsOpen => Vendors.Count > 0;
}
