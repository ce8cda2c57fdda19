using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Availability;

/// <summary>The lanes that speak of one and the same place.</summary>
/// <param name="Id">Unique within the owner.</param>
/// <param name="Lanes">One or more, in the owner's order.</param>
internal sealed record PlaceGroup(PlaceId Id, Lane[] Lanes)
{
    /// <summary>The place as all lanes together tell it: the first that knows a datum gives it.</summary>
    public PlaceDetails Merged() => Lanes.Length == 1
        ? Lanes[0].Place
        : Lanes[0].Place with
        {
            StructureId = First(static place => place.StructureId),
            Name = First(static place => place.Name),
            Line = First(static place => place.Line),
            City = First(static place => place.City),
            PostalCode = First(static place => place.PostalCode),
            Phone = First(static place => place.Phone),
            TimeZone = First(static place => place.TimeZone),
        };

    private string? First(Func<PlaceDetails, string?> datum) =>
        Lanes.Select(lane => datum(lane.Place)).FirstOrDefault(static value => value is not null);
}
