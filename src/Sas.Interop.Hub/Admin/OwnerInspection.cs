using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Configuration;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Admin;

/// <summary>Looks at one owner: what every vendor tells, and which of it searches show.</summary>
internal sealed class OwnerInspection(IAvailabilityReader index, IDirectoryLookup directory, IVendorCatalog catalog, PreferenceBoard preferences, TimeProvider time)
{
    /// <summary>More slots than this are not told.</summary>
    public const int MostSlots = 5_000;

    /// <returns>Null when nobody knows the owner.</returns>
    public OwnerView? Inspect(OwnerKey owner, ViewWindow window)
    {
        var taken = new TakenOwner(owner, index, directory, catalog);
        var preference = preferences.Find(owner);
        if (taken is { Entry: null, Listed: null, Links.Count: 0 } && preference is null)
        {
            return null;
        }

        // A board of its own holds the preference still while several searches read it.
        var board = new PreferenceBoard(time);
        board.Set(owner, preference);
        using var survey = new SearchSurvey(taken, taken, board, new MarketplaceBoard(), new FreshnessReview(taken, taken));
        SlotFlow[] flows = owner.Kind == OwnerKind.Practitioner ? [SlotFlow.Individual, SlotFlow.Community] : [SlotFlow.Association];
        ShownSlots[] shown = [.. flows.Select(flow => ShownSlots.Of(survey, taken, flow, window))];
        var refuses = Refusal.Holds(taken, owner, preference);
        var times = new PlaceTimes(window, shown, new SlotJudge(owner, preference, refuses, window.Now));
        PlaceView[] places = [.. (taken.Entry?.Places ?? []).Select(place => Place(owner, place, times, window.Now))];
        return new OwnerView
        {
            Owner = owner.ToString(),
            At = window.Now,
            From = window.From,
            To = window.To,
            Cut = times.IsCut,
            Preference = Preference(taken, preference, refuses),
            Links = [.. taken.Links.Select(link => new LinkView(link.VendorId, StateOf(taken, link.VendorId), link.Target.Place?.Key))],
            Sightings = Sightings(taken, window.Now),
            Gaps = [.. survey.Freshness.Gaps.Select(static gap => new GapView(gap.VendorId, gap.Kind == GapKind.Stale ? "stale" : "missing", (long?)gap.Age?.TotalSeconds))],
            Places = places,
        };
    }

    private static PreferenceView Preference(TakenOwner taken, OwnerPreference? preference, bool refuses)
    {
        var saidBy = preference?.RefusesSlots is not null ? "owner" : taken.Listed is { RefusesSlots: true } ? "directory" : null;
        preference ??= new OwnerPreference();
        return new PreferenceView(refuses, saidBy, preference.DeclaredVendors, preference.ReorientationPackage, preference.Unavailabilities);
    }

    private static string StateOf(TakenOwner taken, string vendorId) =>
        !taken.Current.TryGetValue(vendorId, out var vendor) ? "unknown" : vendor.Enabled ? "enabled" : "disabled";

    private static SightingView[] Sightings(TakenOwner taken, DateTimeOffset now) =>
    [
        .. (taken.Entry?.Sightings ?? [])
            .OrderBy(static sighting => sighting.Vendor.VendorId, StringComparer.Ordinal).ThenBy(static sighting => sighting.PlaceKey, StringComparer.Ordinal)
            .Select(sighting => new SightingView(sighting.Vendor.VendorId, sighting.PlaceKey, sighting.SeenAt, Seconds(now - sighting.SeenAt))),
    ];

    private static PlaceView Place(OwnerKey owner, PlaceEntry place, PlaceTimes times, DateTimeOffset now) => new(
        $"{owner}-{place.Id}",
        [.. place.Lanes.Select(static lane => lane.Place.Key).Distinct(StringComparer.Ordinal)],
        place.Details.StructureId,
        place.Zone.Name,
        [.. place.Lanes.Select(lane => Lane(lane, now))],
        times.Of(place));

    private static LaneView Lane(Lane lane, DateTimeOffset now) => new(lane.Vendor.VendorId, lane.Place.Key, lane.SeenAt, lane.DataTime, lane.AsOf)
    {
        AgeSeconds = Seconds(now - lane.AsOf),
        State = lane.IsDropped(now) ? "dropped" : now - lane.AsOf > lane.Vendor.StaleAfter ? "stale" : "fresh",
        Slots = lane.Slots.Length,
    };

    private static long Seconds(TimeSpan age) => (long)age.TotalSeconds;
}
