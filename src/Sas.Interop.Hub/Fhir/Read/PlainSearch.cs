namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>Finds the matches of plain searches and what they lead to.</summary>
internal sealed class PlainSearch(ServedResources resources)
{
    /// <returns>Each match once, in the order in which the first criterion names them.</returns>
    public IReadOnlyList<ShownResource> Find(PlainQuery query)
    {
        List<ShownResource>? found = null;
        foreach (var criterion in query.Criteria)
        {
            var these = criterion.SelectMany(sought => resources.Of(query.Type, sought)).DistinctBy(static shown => shown.Id);
            found = found is null ? [.. these] : [.. found.IntersectBy(these.Select(static shown => shown.Id), static shown => shown.Id)];
        }

        return found ?? [];
    }

    /// <summary>What references lead to from matches and from what was included before, each resource once; without the matches.</summary>
    public static IReadOnlyList<ShownResource> Follow(PlainQuery query, IReadOnlyList<ShownResource> matches)
    {
        var seen = matches.Select(static match => (match.Type, match.Id)).ToHashSet();
        var included = new List<ShownResource>();
        var from = matches;
        var reverse = query.Reverse;
        while (from.Count > 0)
        {
            from = [.. from.SelectMany(shown => Next(shown, query.Includes, reverse)).Where(next => seen.Add((next.Type, next.Id)))];
            included.AddRange(from);

            // Only to matches: what refers to an included practitioner was not asked for.
            reverse = ResourceLinks.None;
        }

        return included;
    }

    private static IEnumerable<ShownResource> Next(ShownResource shown, ResourceLinks includes, ResourceLinks reverse) => shown switch
    {
        { Community: { } community } => OfCommunity(shown.Type, includes, reverse).Select(type => ShownResource.Of(type, community)),
        { Owner: { } owner, Place: { } place } => OfPlace((shown.Type, owner.IsPractitioner), includes, reverse)
            .Select(type => type is ServedType.Practitioner or ServedType.Organization ? ShownResource.Of(type, owner) : ShownResource.Of(type, owner, place)),
        { Owner: { } owner } => OfOwner(shown.Type, reverse).SelectMany(type => owner.Places.Select(place => ShownResource.Of(type, owner, place))),
        _ => [],
    };

    private static ServedType[] OfCommunity(ServedType from, ResourceLinks includes, ResourceLinks reverse)
    {
        var links = from == ServedType.HealthcareService ? includes : reverse;
        return links.HasFlag(ResourceLinks.ServiceToOrganization) ? [from == ServedType.HealthcareService ? ServedType.Organization : ServedType.HealthcareService] : [];
    }

    private static ServedType[] OfPlace((ServedType Type, bool OfPractitioner) from, ResourceLinks includes, ResourceLinks reverse) => from switch
    {
        (ServedType.Schedule, true) =>
        [
            .. If(includes, ResourceLinks.ScheduleToPractitioner, ServedType.Practitioner),
            .. If(includes, ResourceLinks.ScheduleToRole, ServedType.PractitionerRole),
        ],
        (ServedType.Schedule, false) => If(includes, ResourceLinks.ScheduleToLocation, ServedType.Location),
        (ServedType.PractitionerRole, _) =>
        [
            .. If(includes, ResourceLinks.RoleToPractitioner, ServedType.Practitioner),
            .. If(reverse, ResourceLinks.ScheduleToRole, ServedType.Schedule),
        ],
        (ServedType.Location, _) =>
        [
            .. If(includes, ResourceLinks.LocationToOrganization, ServedType.Organization),
            .. If(reverse, ResourceLinks.ScheduleToLocation, ServedType.Schedule),
        ],
        _ => [],
    };

    private static ServedType[] OfOwner(ServedType from, ResourceLinks reverse) => from == ServedType.Practitioner
        ? [
            .. If(reverse, ResourceLinks.RoleToPractitioner, ServedType.PractitionerRole),
            .. If(reverse, ResourceLinks.ScheduleToPractitioner, ServedType.Schedule),
        ]
        : If(reverse, ResourceLinks.LocationToOrganization, ServedType.Location);

    private static ServedType[] If(ResourceLinks given, ResourceLinks link, ServedType type) => given.HasFlag(link) ? [type] : [];
}
