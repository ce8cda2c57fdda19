using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Admin;

/// <summary>What one search shows of one owner: the search's own survey says it, with the search's own walk.</summary>
internal sealed class ShownSlots
{
    private readonly Dictionary<(PlaceId Place, uint Start, uint Duration), ulong> _shown = [];

    private ShownSlots(SlotFlow flow) => Flow = flow;

    public SlotFlow Flow { get; }

    /// <summary>Searches the window; the survey may be used again afterwards.</summary>
    public static ShownSlots Of(SearchSurvey survey, TakenOwner taken, SlotFlow flow, ViewWindow window)
    {
        var shown = new ShownSlots(flow);
        survey.Run(Query(taken, flow, window), [], window.Now, null);
        foreach (var run in survey.Runs)
        {
            var walk = new RunWalk(run, survey.Masks, null, new RunPosition(run.First, 0, 0));
            while (walk.MoveNext())
            {
                ref readonly var slot = ref run.Place.Slots[walk.Current];
                shown._shown.Add((run.Place.Id, slot.Start, slot.Duration), slot.Id);
            }
        }

        return shown;
    }

    /// <summary>Id of the slot that stands for a time of a place; null when the search shows none.</summary>
    public ulong? At(PlaceId place, in IndexedSlot slot) => _shown.TryGetValue((place, slot.Start, slot.Duration), out var id) ? id : null;

    private static SearchQuery Query(TakenOwner taken, SlotFlow flow, ViewWindow window)
    {
        var query = new SearchQuery();
        query.Clear(flow == SlotFlow.Association ? SearchKind.Schedule : SearchKind.Slot);
        query.AddOwner(taken.Owner, 0);
        query.From = window.From;
        query.To = window.To;
        query.Includes = flow == SlotFlow.Community ? SearchIncludes.HealthcareServices : SearchIncludes.None;

        // The same slots, but no bytes.
        query.NumberOnly = true;
        return query;
    }
}
