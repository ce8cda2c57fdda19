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
        while (from.Count > 0)
        {
            from = [.. from.SelectMany(shown => Next(shown, query)).Where(next => seen.Add((next.Type, next.Id)))];
            included.AddRange(from);
        }

        return included;
    }

    private static IEnumerable<ShownResource> Next(ShownResource shown, PlainQuery query) => shown switch
    {
        { Community: { } community } => OfCommunity(shown.Type, query).Select(type => ShownResource.Of(type, community)),
        { Owner: { } owner, Place: { } place } => OfPlace(shown.Type, owner, query)
            .Select(type => type is ServedType.Practitioner or ServedType.Organization ? ShownResource.Of(type, owner) : ShownResource.Of(type, owner, place)),
        { Owner: { } owner } => OfOwner(shown.Type, query).SelectMany(type => owner.Places.Select(place => ShownResource.Of(type, owner, place))),
        _ => [],
    };

    private static ServedType[] OfCommunity(ServedType from, PlainQuery query)
    {
        var links = from == ServedType.HealthcareService ? query.Includes : query.Reverse;
        return links.HasFlag(ResourceLinks.ServiceToOrganization) ? [from == ServedType.HealthcareService ? ServedType.Organization : ServedType.HealthcareService] : [];
    }

    private static ServedType[] OfPlace(ServedType from, ShownOwner owner, PlainQuery query) => (from, owner.IsPractitioner) switch
    {
        (ServedType.Schedule, true) =>
        [
            .. If(query.Includes, ResourceLinks.ScheduleToPractitioner, ServedType.Practitioner),
            .. If(query.Includes, ResourceLinks.ScheduleToRole, ServedType.PractitionerRole),
        ],
        (ServedType.Schedule, false) => If(query.Includes, ResourceLinks.ScheduleToLocation, ServedType.Location),
        (ServedType.PractitionerRole, _) =>
        [
            .. If(query.Includes, ResourceLinks.RoleToPractitioner, ServedType.Practitioner),
            .. If(query.Reverse, ResourceLinks.ScheduleToRole, ServedType.Schedule),
        ],
        (ServedType.Location, _) =>
        [
            .. If(query.Includes, ResourceLinks.LocationToOrganization, ServedType.Organization),
            .. If(query.Reverse, ResourceLinks.ScheduleToLocation, ServedType.Schedule),
        ],
        _ => [],
    };

    private static ServedType[] OfOwner(ServedType from, PlainQuery query) => from == ServedType.Practitioner
        ? [
            .. If(query.Reverse, ResourceLinks.RoleToPractitioner, ServedType.PractitionerRole),
            .. If(query.Reverse, ResourceLinks.ScheduleToPractitioner, ServedType.Schedule),
        ]
        : If(query.Reverse, ResourceLinks.LocationToOrganization, ServedType.Location);

    private static ServedType[] If(ResourceLinks given, ResourceLinks link, ServedType type) => given.HasFlag(link) ? [type] : [];
}
