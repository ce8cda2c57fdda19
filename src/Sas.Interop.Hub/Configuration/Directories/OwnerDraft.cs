using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>One owner, as read so far.</summary>
internal sealed class OwnerDraft(OwnerKey key, int line)
{
    public OwnerKey Key { get; } = key;

    public int Line { get; } = line;

    public string? Family { get; set; }

    public IReadOnlyList<string> Given { get; set; } = [];

    public string? Phone { get; set; }

    public IReadOnlyList<Specialty> Specialties { get; set; } = [];

    /// <summary>Whether the practitioner refuses that slots of booking products are shown; null when nothing is said.</summary>
    public bool? RefusesSlots { get; set; }

    public List<PlaceDraft> Places { get; } = [];

    /// <summary>Links to vendors that tell the places themselves.</summary>
    public List<LinkDraft> Links { get; } = [];

    public PlaceDraft? Place(string id) => Places.Find(place => place.Details.Key == id);
}
