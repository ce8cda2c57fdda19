using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Contracts.Adapters;

/// <summary>One line of the directory as an adapter needs it: an owner, at a place or at all of them, with the vendor's own keys.</summary>
public sealed record PullTarget
{
    /// <summary>Whose slots are wanted.</summary>
    public required OwnerKey Owner { get; init; }

    /// <summary>Names from the directory, or null.</summary>
    public OwnerDetails? OwnerDetails { get; init; }

    /// <summary>The place that the keys lead to; null when the vendor tells the places itself (the <c>sas-fhir</c> dialect).</summary>
    public PlaceDetails? Place { get; init; }

    /// <summary>The vendor's own keys (<c>profile</c>, <c>practice</c>, <c>center</c> …); which ones is the dialect's affair. Never null.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    /// <summary>To whom slots are open when the dialect has no notion of it.</summary>
    public SlotTypes DefaultTypes { get; init; } = SlotTypes.Public;

    /// <summary>Specialties of the owner in the directory.</summary>
    public IReadOnlyList<Specialty> Specialties { get; init; } = [];

    /// <summary>The directory's booking page, used when the dialect cannot build one; null when there is none.</summary>
    public Uri? BookingUrl { get; init; }
}
