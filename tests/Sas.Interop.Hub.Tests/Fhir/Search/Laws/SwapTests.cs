using Sas.Interop.Contracts.Availability;
using Sas.Interop.Hub.Tests.Availability;

namespace Sas.Interop.Hub.Tests.Fhir.Search.Laws;

/// <summary>Searches beside writers.</summary>
[Parallelizable]
internal sealed class SwapTests
{
    private const int Swaps = 10_000;

    [Test]
    public async Task Search_During10000Swaps_NeverSeesHalfASnapshot()
    {
        using var rig = new SearchRig();
        var places = new[] { Some.Place, Some.Place with { Key = "p2", Line = "2 rue du Lac" } };
        Apply(rig, places, 0);
        var done = false;
        var writer = Task.Run(() =>
        {
            for (var turn = 1; turn <= Swaps; turn++)
            {
                Apply(rig, places, turn);
            }

            Volatile.Write(ref done, true);
        });

        var searches = 0;
        while (!Volatile.Read(ref done) || searches == 0)
        {
            var shown = await rig.ShownAsync(
                $"schedule.actor:Practitioner.identifier={Some.Owner}&start=ge2026-03-02T00:00:00Z&start=le2026-03-09T00:00:00Z&status=free"
                + "&_include=Slot:schedule&_include:iterate=Schedule:actor");
            searches++;

            // Every snapshot says five times at both places, all of one turn: the turn is in the minute.
            Assert.That(shown, Has.Count.EqualTo(10));
            Assert.That(shown.Select(static slot => slot.Start.Minute).Distinct().Count(), Is.EqualTo(1), "slots of one snapshot only");
            Assert.That(shown.GroupBy(static slot => slot.Line).Select(static place => place.Count()), Is.EqualTo(new[] { 5, 5 }));
        }

        await writer;
        Assert.That(searches, Is.GreaterThan(10));
    }

    private static void Apply(SearchRig rig, PlaceDetails[] places, int turn)
    {
        var first = Some.Now.AddMinutes(60 + (turn % 50));
        var slots = Enumerable.Range(0, 5).Select(hour => new OfferedSlot(first.AddHours(hour), first.AddHours(hour).AddMinutes(15), Some.PublicKind, null, EndEstimated: false)).ToArray();
        var snapshot = Some.Snapshot(Some.Owner, slots);
        rig.Index.Apply(Some.Vendor(), snapshot with { Schedules = [.. places.Select(place => new ScheduleSlots(place, slots))] }, Some.Now);
    }
}
