using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>One place of an owner, as read so far.</summary>
internal sealed class PlaceDraft(PlaceDetails details, int line)
{
    public PlaceDetails Details { get; set; } = details;

    public int Line { get; } = line;

    public List<LinkDraft> Links { get; } = [];
}
