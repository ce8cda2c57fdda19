using Sas.Interop.Adapters.Mapping;
using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Errors;

namespace Sas.Interop.Adapters.Mapharma;

/// <summary>One target of a pull, with the catalogue of the pull.</summary>
/// <param name="Target">The target.</param>
/// <param name="Place">Its place.</param>
/// <param name="Window">The starts asked for.</param>
/// <param name="Catalogue">The catalogue; null when there is none, not even an older copy.</param>
internal sealed record MapharmaVisit(PullTarget Target, PlaceDetails Place, TimeWindow Window, MapharmaCatalogue? Catalogue)
{
    /// <summary>The agendas that the directory's keys lead to. None when only the missing catalogue could tell.</summary>
    public Outcome<MapharmaAgenda[]> FindAgendas()
    {
        if ((Target.PathFault("campaign") ?? Target.PathFault("option")) is { } fault)
        {
            return fault;
        }

        var (campaign, option) = (Target.Key("campaign"), Target.Key("option"));
        if (Target.Key("pharmacy") is null && (campaign is null || option is null))
        {
            return DirectoryKeys.Missing(campaign is null ? "pharmacy" : "option");
        }

        if (Catalogue is null)
        {
            // Without a catalogue the calendar can still be asked for an agenda that the directory names in full.
            return campaign is not null && option is not null ? [new MapharmaAgenda(campaign, option)] : Array.Empty<MapharmaAgenda>();
        }

        if (Catalogue.Find(Target) is { Length: > 0 } found)
        {
            return found;
        }

        return Catalogue.Unreadable > 0
            ? new HubError(HubErrorCode.VendorInvalidValue, "The catalogue does not list what the directory names, and holds entries that cannot be read.")
            : new HubError(HubErrorCode.VendorUnknownTarget, "The catalogue does not list what the directory names.");
    }

    /// <summary>The pharmacy's zone, else the place's; null when the one that is named does not exist.</summary>
    public TimeZoneInfo? ZoneOf(MapharmaAgenda agenda) =>
        PlaceZone.Resolve(
            string.IsNullOrWhiteSpace(agenda.TimeZone) ? Place.TimeZone : agenda.TimeZone,
            Place.PostalCode ?? agenda.PostalCode);
}
