using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>What one answer says of one owner.</summary>
internal sealed class OwnerPage(OwnerKey owner, OwnerDetails details)
{
    private readonly SortedDictionary<string, PlacePage> _places = new(StringComparer.Ordinal);

    public OwnerKey Owner => owner;

    public OwnerDetails Details => details;

    public IReadOnlyCollection<PlacePage> Places => _places.Values;

    public PlacePage At(PlaceDetails place)
    {
        if (!_places.TryGetValue(place.Key, out var page))
        {
            page = new PlacePage(owner, place);
            _places.Add(place.Key, page);
        }

        return page;
    }
}
