using Sas.Interop.Contracts.Adapters;
using Sas.Interop.Contracts.Availability;

namespace Sas.Interop.Hub.Configuration.Directories;

/// <summary>Turns what was read into the immutable model: everything sorted, so that the order of a file's entries carries no meaning.</summary>
internal static class DirectoryBuilder
{
    public static DirectoryModel Build(DirectoryDraft draft)
    {
        var owners = new Dictionary<OwnerKey, DirectoryOwner>(draft.Owners.Count);
        var targets = new Dictionary<string, List<PullTarget>>(StringComparer.Ordinal);
        foreach (var owner in draft.Owners.Values.OrderBy(static owner => owner.Key))
        {
            owner.Places.Sort(static (one, other) => string.CompareOrdinal(one.Details.Key, other.Details.Key));
            var known = new DirectoryOwner(
                new OwnerDetails(owner.Family, owner.Given, owner.Phone),
                owner.Specialties,
                [.. owner.Places.Select(static place => place.Details)],
                owner.RefusesSlots ?? false);
            owners.Add(owner.Key, known);
            AddTargets(owner, known, targets);
        }

        var members = draft.Members.ToDictionary(
            static community => community.Key,
            static community => (IReadOnlyList<OwnerKey>)[.. community.Value],
            StringComparer.Ordinal);
        return new DirectoryModel
        {
            Targets = targets.ToDictionary(static vendor => vendor.Key, static vendor => (IReadOnlyList<PullTarget>)vendor.Value, StringComparer.Ordinal),
            Links = ByOwner(targets),
            Owners = owners,
            Communities = draft.Communities,
            Members = members,
            CommunitiesOf = ByMember(draft.Communities, members),
        };
    }

    private static void AddTargets(OwnerDraft owner, DirectoryOwner known, Dictionary<string, List<PullTarget>> targets)
    {
        foreach (var link in owner.Links)
        {
            Add(targets, link, Target(owner.Key, known, null, link));
        }

        foreach (var place in owner.Places)
        {
            foreach (var link in place.Links)
            {
                Add(targets, link, Target(owner.Key, known, place.Details, link));
            }
        }
    }

    private static PullTarget Target(OwnerKey key, DirectoryOwner known, PlaceDetails? place, LinkDraft link) => new()
    {
        Owner = key,
        OwnerDetails = known.Details,
        Place = place,
        Keys = link.Keys,
        DefaultTypes = link.Types,
        Specialties = known.Specialties,
        BookingUrl = link.BookingUrl,
    };

    private static void Add(Dictionary<string, List<PullTarget>> targets, LinkDraft link, PullTarget target)
    {
        if (!targets.TryGetValue(link.Vendor, out var list))
        {
            targets.Add(link.Vendor, list = []);
        }

        list.Add(target);
    }

    private static Dictionary<OwnerKey, OwnerLink[]> ByOwner(Dictionary<string, List<PullTarget>> targets) => targets
        .OrderBy(static vendor => vendor.Key, StringComparer.Ordinal)
        .SelectMany(static vendor => vendor.Value.Select(target => new OwnerLink(vendor.Key, target)))
        .GroupBy(static link => link.Target.Owner)
        .ToDictionary(static owner => owner.Key, static owner => owner.ToArray());

    private static Dictionary<OwnerKey, IReadOnlyList<Cpts>> ByMember(
        Dictionary<string, Cpts> communities,
        Dictionary<string, IReadOnlyList<OwnerKey>> members)
    {
        var lists = new Dictionary<OwnerKey, List<Cpts>>();
        foreach (var (finess, owners) in members.OrderBy(static community => community.Key, StringComparer.Ordinal))
        {
            var community = communities.GetValueOrDefault(finess) ?? new Cpts(finess, null, null);
            foreach (var owner in owners)
            {
                if (!lists.TryGetValue(owner, out var list))
                {
                    lists.Add(owner, list = []);
                }

                list.Add(community);
            }
        }

        return lists.ToDictionary(static member => member.Key, static member => (IReadOnlyList<Cpts>)member.Value);
    }
}
