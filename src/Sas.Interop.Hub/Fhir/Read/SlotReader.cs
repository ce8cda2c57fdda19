using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Availability;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Reads slots by id: a slot is there when a search would show it, and looks as it does there.</summary>
internal sealed class SlotReader(SearchAnswers answers, TimeProvider time)
{
    /// <returns>The slot; null when no search shows it.</returns>
    public ReadResource? Read(OwnerKey owner, ulong id)
    {
        var answer = answers.Rent();
        try
        {
            // What everybody may see has the profile of INT_R01; only what communities alone see has theirs.
            return owner.Kind == OwnerKind.Association
                ? Read(answer, SearchKind.Schedule, owner, id)
                : Read(answer, SearchKind.Slot, owner, id) ?? Read(answer, SearchKind.Slot, owner, id, SearchIncludes.HealthcareServices);
        }
        finally
        {
            answers.Return(answer);
        }
    }

    private ReadResource? Read(SearchAnswer answer, SearchKind kind, OwnerKey owner, ulong id, SearchIncludes includes = SearchIncludes.None)
    {
        var (query, survey) = (answer.Query, answer.Survey);
        query.Clear(kind);
        query.AddOwner(owner, 0);
        query.Includes = includes;
        query.NumberOnly = true;
        query.NeedFilter().Slots = [(owner, id)];
        survey.Run(query, [], time.GetUtcNow(), null);
        if (survey.Runs.Count == 0)
        {
            return null;
        }

        var run = survey.Runs[0];
        var walk = new RunWalk(run, survey.Masks, query.Filter, new RunPosition(run.First, 0, 0));
        return walk.MoveNext() ? new ReadResource(Write(run, run.Place.Slots[walk.Current], query.Flow), survey.ChangedAt, survey.Freshness.OldestSeen) : null;
    }

    private static byte[] Write(in PlaceRun run, in IndexedSlot slot, SlotFlow flow)
    {
        using var entry = new ByteScratch();
        using var writer = new SlotWriter();
        Span<byte> owner = stackalloc byte[OwnerKey.MaxLength];
        writer.Enter([], owner[..OwnerId.Write(run.Owner.Owner, owner)], run.Place, flow);
        var resource = writer.Write(slot, entry);
        return entry.Written[resource].ToArray();
    }
}
