using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard.Push;

/// <summary>
/// Turns the content of a push into snapshots: one complete coverage for each owner and place that a schedule names. Every broken link is an issue.
/// </summary>
internal sealed class PushAssembler(string vendorId, DateTimeOffset receivedAt, PushIssues issues)
{
    private readonly BundleLinks _links = new();

    public IReadOnlyList<Snapshot> Assemble(BundleContent content, DateTimeOffset? dataTime)
    {
        foreach (var node in content.Resources)
        {
            if (_links.Add(node) is { } other)
            {
                issues.Error(new EntryFault(node.Entry, "fullUrl", PushRules.Duplicate, $"Entry {other.Entry} has the same address and another content."));
            }
        }

        var resolver = new ScheduleResolver(vendorId, _links);
        var communities = new CommunityResolver(_links);
        var book = new AvailabilityBook(resolver, communities, null);
        var schedules = Open(content, resolver, book);
        Check(content, resolver, communities);
        if (issues.HasErrors)
        {
            return [];
        }

        book.Enter(content.Slots.Groups);
        return [.. schedules.GroupBy(static schedule => schedule.Page).SelectMany(group => Snapshots([.. group], dataTime))];
    }

    /// <summary>A schedule without any slot is entered too: it empties its place.</summary>
    private List<PushSchedule> Open(BundleContent content, ScheduleResolver resolver, AvailabilityBook book)
    {
        var opened = new List<PushSchedule>();
        foreach (var node in content.Resources)
        {
            if (node.Resource is not Schedule schedule || !ReferenceEquals(_links.Find(node.FullUrl ?? node.LocalKey, node.Root), node))
            {
                continue;
            }

            var link = resolver.Resolve(node);
            if (link.Place is not { } place || book.Open(place) is not { } page)
            {
                issues.Error(InResource(link.Fault ?? new EntryFault(node.Entry, "actor", PushRules.Reference, "The schedule leads to nobody.")));
            }
            else if (PushWindow.Of(schedule, place.Place, receivedAt) is not { } window)
            {
                issues.Error(InResource(new EntryFault(node.Entry, "planningHorizon", PushRules.Value, "The horizon ends before it starts.")));
            }
            else
            {
                opened.Add(new PushSchedule(page, place.Details, window));
            }
        }

        return opened;
    }

    private void Check(BundleContent content, ScheduleResolver resolver, CommunityResolver communities)
    {
        foreach (var slot in content.Slots.InOrder)
        {
            if (slot.Schedule is null)
            {
                issues.Error(InResource(new EntryFault(slot.Entry, "schedule", PushRules.Required, "A slot refers to its schedule.")));
            }
            else if (resolver.Find(slot.Root, slot.Schedule) is null)
            {
                issues.Error(InResource(new EntryFault(slot.Entry, "schedule", PushRules.Reference, "The schedule of the slot is not among the entries.")));
            }

            if (slot.Kind?.Communities.Any(reference => communities.Resolve(slot.Root, reference) is null) == true)
            {
                issues.Error(InResource(new EntryFault(
                    slot.Entry, "serviceType", PushRules.Reference, "A community of the slot does not lead to a HealthcareService and an Organization with a FINESS.")));
            }
        }
    }

    /// <summary>
    /// Several schedules may lead to one owner and place. Only the time that all of them cover is complete; slots outside of it are added and close nothing.
    /// </summary>
    private static IEnumerable<Snapshot> Snapshots(IReadOnlyList<PushSchedule> schedules, DateTimeOffset? dataTime)
    {
        var page = schedules[0].Page;
        var from = schedules.Max(static schedule => schedule.Window.From);
        var to = schedules.Min(static schedule => schedule.Window.To);
        TimeWindow? whole = from <= to ? new TimeWindow(from, to) : null;
        var inside = page.Slots.Where(slot => whole?.Contains(slot.Start) == true).ToArray();
        var outside = page.Slots.Where(slot => whole?.Contains(slot.Start) != true).ToArray();
        if (whole is { } window)
        {
            yield return Snapshot(schedules[0], window, inside, true, dataTime) with { Tally = page.Tally };
        }

        if (outside.Length > 0)
        {
            // In the order of their starts, so the ends of the list are the ends of the window.
            yield return Snapshot(schedules[0], new TimeWindow(outside[0].Start, outside[^1].Start), outside, false, dataTime) with
            {
                Tally = whole is null ? page.Tally : SnapshotTally.None,
            };
        }
    }

    private static Snapshot Snapshot(PushSchedule schedule, TimeWindow window, OfferedSlot[] slots, bool complete, DateTimeOffset? dataTime) => new()
    {
        Coverage = new Coverage(schedule.Page.Owner, schedule.Page.Place.Key, window, complete),
        Schedules = [new ScheduleSlots(schedule.Page.Place, slots)],
        Owner = schedule.Details,
        DataTime = dataTime,
    };

    private static EntryFault InResource(EntryFault fault) => fault with { Element = "resource." + fault.Element };
}
