using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir.Read;

/// <summary>The criteria of the plain searches, type by type; the parser and <c>metadata</c> read the same table.</summary>
internal static class PlainParameters
{
    private const string Practitioners = "National identifiers of practitioners, with or without prefix and system, separated by commas.";
    private const string Structures = "SIRET of associations or FINESS of communities, with or without prefix and system, separated by commas.";

    private static readonly Dictionary<ServedType, PlainParameter[]> Table = new()
    {
        [ServedType.Practitioner] = [new("identifier", "token", Practitioners, ReadPractitioner), Ids(ServedType.Practitioner)],
        [ServedType.PractitionerRole] =
        [
            .. References("practitioner", ServedType.Practitioner),
            new("practitioner.identifier", "token", Practitioners, ReadPractitioner),
            new("practitioner:Practitioner.identifier", "token", null, ReadPractitioner),
            Ids(ServedType.PractitionerRole),
        ],
        [ServedType.Schedule] =
        [
            .. References("actor", ServedType.Practitioner, ServedType.PractitionerRole, ServedType.Location),
            new("actor:Practitioner.identifier", "token", Practitioners, ReadPractitioner),
            new("actor.identifier", "token", null, ReadPractitioner),
            Ids(ServedType.Schedule),
        ],
        [ServedType.Location] = OfOrganizations(ServedType.Location),
        [ServedType.Organization] = [new("identifier", "token", Structures, ReadStructure), Ids(ServedType.Organization)],
        [ServedType.HealthcareService] = OfOrganizations(ServedType.HealthcareService),
    };

    /// <summary>Types that have plain searches.</summary>
    public static IReadOnlyCollection<ServedType> Types => Table.Keys;

    /// <summary>The criteria that <c>metadata</c> names.</summary>
    public static IEnumerable<PlainParameter> Of(ServedType type) => Table[type].Where(static parameter => parameter.Documentation is not null);

    public static PlainParameter? Find(ServedType type, ReadOnlySpan<char> name)
    {
        foreach (var parameter in Table[type])
        {
            if (name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))
            {
                return parameter;
            }
        }

        return null;
    }

    private static PlainParameter[] OfOrganizations(ServedType type) =>
    [
        .. References("organization", ServedType.Organization),
        new("organization.identifier", "token", Structures, ReadStructure),
        new("organization:Organization.identifier", "token", null, ReadStructure),
        Ids(type),
    ];

    private static PlainParameter Ids(ServedType type) => new("_id", "token", "Ids, separated by commas.", (value, to) =>
    {
        if (!Sought.IsId(value))
        {
            return "Not an id: expected up to 64 letters, digits, hyphens and dots.";
        }

        if (Sought.TryParse(type, value, out var sought))
        {
            to.Add(sought);
        }

        return null;
    });

    /// <summary>A reference, and the names that narrow it to one of its types.</summary>
    private static IEnumerable<PlainParameter> References(string name, params ServedType[] targets) =>
    [
        new(name, "reference", $"References to {string.Join(", ", targets)}, relative, absolute or the id alone, separated by commas.", (value, to) => ReadReference(value, targets, to)),
        .. targets.Select(target => new PlainParameter($"{name}:{target}", "reference", null, (value, to) => ReadReference(value, [target], to))),
    ];

    private static string? ReadReference(ReadOnlySpan<char> value, ServedType[] targets, List<Sought> to)
    {
        var slash = value.LastIndexOf('/');
        var id = value[(slash + 1)..];
        if (!Sought.IsId(id))
        {
            return "Not a reference: expected a type, a slash and an id.";
        }

        foreach (var target in targets)
        {
            if ((slash < 0 || IsTypeBefore(value[..slash], target.ToString())) && Sought.TryParse(target, id, out var sought))
            {
                to.Add(sought);
            }
        }

        return null;
    }

    private static bool IsTypeBefore(ReadOnlySpan<char> path, string type) => path[(path.LastIndexOf('/') + 1)..].SequenceEqual(type);

    private static string? ReadPractitioner(ReadOnlySpan<char> value, List<Sought> to)
    {
        var identifier = OwnerTokens.ValueOf(value, IdentifierSystems.NationalPractitioner, out var isOurs);
        if (isOurs && NationalKeys.TryRead(OwnerKind.Practitioner, identifier, out var owner))
        {
            to.Add(new Sought(owner, null, null));
        }

        return identifier.Length > 0 ? null : $"No value after its system: expected {IdentifierSystems.NationalPractitioner}|8 and eleven digits.";
    }

    private static string? ReadStructure(ReadOnlySpan<char> value, List<Sought> to)
    {
        var identifier = OwnerTokens.ValueOf(value, IdentifierSystems.NationalStructure, out var isOurs);
        if (isOurs && Sought.TryReadStructure(identifier, out var sought))
        {
            to.Add(sought);
        }

        return identifier.Length > 0 ? null : $"No value after its system: expected {IdentifierSystems.NationalStructure}|3 and fourteen digits, or 1 and nine digits.";
    }
}
