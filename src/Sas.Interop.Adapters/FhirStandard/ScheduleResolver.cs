using Sas.Interop.Adapters.FhirStandard.Push;
using Sas.Interop.Contracts.Fhir;

namespace Sas.Interop.Adapters.FhirStandard;

/// <summary>
/// Follows a schedule to its owner and place: Practitioner and PractitionerRole with its Location for a practitioner, Location and its managing
/// Organization for an association (CONTRACT §2.4). Actors beyond these are passed over (D43).
/// </summary>
internal sealed class ScheduleResolver(string vendorId, BundleLinks links)
{
    private readonly Dictionary<ResourceNode, ScheduleLink> _resolved = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string? Root, string Reference), ResourceNode?> _schedules = [];

    /// <returns>The schedule that slots with this root and reference refer to, or null.</returns>
    public ResourceNode? Find(string? root, string? reference)
    {
        if (reference is null)
        {
            return null;
        }

        if (!_schedules.TryGetValue((root, reference), out var node))
        {
            node = links.Find(reference, root) is { Resource: Schedule } found ? found : null;
            _schedules.Add((root, reference), node);
        }

        return node;
    }

    public ScheduleLink Resolve(ResourceNode node)
    {
        if (!_resolved.TryGetValue(node, out var link))
        {
            link = node.Resource is Schedule schedule ? Follow(node, schedule) : throw new ArgumentException("Not a schedule.", nameof(node));
            _resolved.Add(node, link);
        }

        return link;
    }

    private ScheduleLink Follow(ResourceNode node, Schedule schedule)
    {
        ResourceNode? practitioner = null;
        ResourceNode? role = null;
        ResourceNode? location = null;
        var dangling = false;
        foreach (var actor in schedule.Actor ?? [])
        {
            var target = links.Find(actor.Reference, node.Root);
            practitioner ??= target?.Resource is Practitioner ? target : null;
            role ??= target?.Resource is PractitionerRole ? target : null;
            location ??= target?.Resource is Location ? target : null;
            dangling |= target is null && actor.Reference is not null;
        }

        if (role is not null)
        {
            return OfPractitioner(node, schedule, practitioner, role);
        }

        if (location is not null && practitioner is null)
        {
            return OfAssociation(node, schedule, location);
        }

        return dangling
            ? Fault(node, "actor", PushRules.Reference, "An actor of the schedule is not among the entries.")
            : Fault(node, "actor", PushRules.Required, "A schedule has two actors, Practitioner and PractitionerRole, or one Location.");
    }

    private ScheduleLink OfPractitioner(ResourceNode node, Schedule schedule, ResourceNode? practitioner, ResourceNode roleNode)
    {
        var role = (PractitionerRole)roleNode.Resource;
        var named = links.Find(role.Practitioner?.Reference, roleNode.Root);
        if (role.Practitioner?.Reference is not null && named?.Resource is not Practitioner)
        {
            return Fault(roleNode, "practitioner", PushRules.Reference, "The practitioner of the role is not among the entries.");
        }

        if (practitioner is not null && named is not null && !ReferenceEquals(practitioner, named))
        {
            return Fault(node, "actor", PushRules.Value, "The schedule and its role name two practitioners.");
        }

        var owner = practitioner ?? named;
        if (owner?.Resource is not Practitioner person)
        {
            return Fault(node, "actor", PushRules.Reference, "The practitioner of the schedule is not among the entries.");
        }

        if (LocationOf(role, roleNode) is not { } location)
        {
            return Fault(roleNode, "location", PushRules.Reference, "The location of the role is neither contained in it nor among the entries.");
        }

        var keys = IdentifierReader.Practitioner(person);
        return keys.Count == 0
            ? Fault(owner, "identifier", PushRules.Value, "The practitioner has no national identifier (RPPS or ADELI).")
            : new LinkedPlace(
                keys,
                PlaceMapper.Names(person),
                PlaceMapper.Place(vendorId, location, role, KeyOf(node)),
                schedule.Active == false || role.Active == false);
    }

    private ScheduleLink OfAssociation(ResourceNode node, Schedule schedule, ResourceNode locationNode)
    {
        var location = (Location)locationNode.Resource;
        if (links.Find(location.ManagingOrganization?.Reference, locationNode.Root) is not { Resource: Organization association } found)
        {
            return Fault(locationNode, "managingOrganization", PushRules.Reference, "The association of the location is not among the entries.");
        }

        return IdentifierReader.Association(association) is { } key
            ? new LinkedPlace(
                [key],
                PlaceMapper.Names(association),
                PlaceMapper.Place(vendorId, location, null, KeyOf(node)),
                schedule.Active == false)
            : Fault(found, "identifier", PushRules.Value, "The association has no SIRET.");
    }

    private Location? LocationOf(PractitionerRole role, ResourceNode roleNode)
    {
        var contained = role.Contained?.OfType<Location>().ToArray() ?? [];
        var reference = role.Location is [var first, ..] ? first.Reference : null;
        if (reference is null)
        {
            return contained is [var only] ? only : null;
        }

        return reference.StartsWith('#')
            ? contained.FirstOrDefault(location => location.Id == reference[1..] || location.Id == reference)
            : links.Find(reference, roleNode.Root)?.Resource as Location;
    }

    private static string KeyOf(ResourceNode node) => node.LocalKey ?? node.FullUrl ?? "schedule";

    private static EntryFault Fault(ResourceNode node, string element, string rule, string message) => new(node.Entry, element, rule, message);
}
