using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>A resource other than a slot, by what it is made of.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id, without the type.</param>
internal sealed record ShownResource(ServedType Type, string Id)
{
    /// <summary>Whose; null for a community and its service.</summary>
    public ShownOwner? Owner { get; private init; }

    /// <summary>Where; null for what has no place.</summary>
    public PlaceEntry? Place { get; private init; }

    /// <summary>Null for what is a practitioner's or an association's.</summary>
    public Cpts? Community { get; private init; }

    public static ShownResource Of(ServedType type, ShownOwner owner) => new(type, owner.Key.ToString()) { Owner = owner };

    public static ShownResource Of(ServedType type, ShownOwner owner, PlaceEntry place) => new(type, $"{owner.Key}-{place.Id}") { Owner = owner, Place = place };

    public static ShownResource Of(ServedType type, Cpts community) => new(type, community.Finess) { Community = community };
}
