using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Finds slots that can be booked: those that a search would show, refusals, absences and staleness included.</summary>
internal sealed class SlotLookup(SearchAnswers answers, TimeProvider time)
{
    /// <returns>The slot; null when no search shows it.</returns>
    public BookableSlot? Find(OwnerKey owner, ulong id)
    {
        foreach (var flow in FlowsOf(owner))
        {
            if (Search(owner, flow, id, 1) is [var found])
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The next free slots of an owner by time; those that only communities see among them when one of those was wanted.</summary>
    public IReadOnlyList<BookableSlot> Next(OwnerKey owner, SlotFlow? wanted, int most) =>
        most == 0 ? [] : Search(owner, wanted ?? FlowsOf(owner)[0], null, most);

    private static SlotFlow[] FlowsOf(OwnerKey owner) =>
        owner.Kind == OwnerKind.Association ? [SlotFlow.Association] : [SlotFlow.Individual, SlotFlow.Community];

    private List<BookableSlot> Search(OwnerKey owner, SlotFlow flow, ulong? id, int most)
    {
        var answer = answers.Rent();
        try
        {
            var (query, survey) = (answer.Query, answer.Survey);
            query.Clear(flow == SlotFlow.Association ? SearchKind.Schedule : SearchKind.Slot);
            query.AddOwner(owner, 0);
            query.Includes = flow == SlotFlow.Community ? SearchIncludes.HealthcareServices : SearchIncludes.None;
            query.NumberOnly = true;
            if (id is { } one)
            {
                query.NeedFilter().Slots = [(owner, one)];
            }

            survey.Run(query, [], time.GetUtcNow(), null);
            return Collect(survey, query, flow, most);
        }
        finally
        {
            answers.Return(answer);
        }
    }

    private static List<BookableSlot> Collect(SearchSurvey survey, SearchQuery query, SlotFlow flow, int most)
    {
        var found = new List<BookableSlot>();
        foreach (var run in survey.Runs)
        {
            var walk = new RunWalk(run, survey.Masks, query.Filter, new RunPosition(run.First, 0, 0));
            for (var taken = 0; taken < most && walk.MoveNext(); taken++)
            {
                found.Add(new BookableSlot { Owner = run.Owner, Place = run.Place, Slot = run.Place.Slots[walk.Current], Flow = flow });
            }
        }

        found.Sort(static (one, other) => one.Slot.Start.CompareTo(other.Slot.Start));
        return found.Count > most ? found[..most] : found;
    }
}
