using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>Who can be asked for care, as searches tell it. Never waits.</summary>
internal interface IMarketplaceReader
{
    /// <returns>What searches tell of an owner; null when they tell nothing.</returns>
    MarketplaceOffer? FindShown(OwnerKey owner);
}
