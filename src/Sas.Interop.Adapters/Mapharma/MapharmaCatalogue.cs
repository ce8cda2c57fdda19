using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>The national catalogue as one answer gave it. Immutable.</summary>
/// <param name="Agendas">Every campaign and option.</param>
/// <param name="Unreadable">Pharmacies and campaigns that could not be read.</param>
internal sealed record MapharmaCatalogue(IReadOnlyList<MapharmaAgenda> Agendas, int Unreadable)
{
    /// <summary>The agendas that a directory line leads to: those that fit every key given.</summary>
    public MapharmaAgenda[] Find(PullTarget target)
    {
        var (pharmacy, campaign, option) = (target.Key("pharmacy"), target.Key("campaign"), target.Key("option"));
        return
        [
            .. Agendas
                .Where(agenda => (pharmacy is null || string.Equals(agenda.Pharmacy, pharmacy, StringComparison.OrdinalIgnoreCase))
                    && (campaign is null || agenda.Campaign == campaign)
                    && (option is null || agenda.Option == option))
                .DistinctBy(static agenda => (agenda.Campaign, agenda.Option)),
        ];
    }
}
