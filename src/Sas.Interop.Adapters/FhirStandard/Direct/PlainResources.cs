using Sas.Interop.Adapters.Json;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;

namespace Sas.Interop.Adapters.FhirStandard.Direct;

/// <summary>
/// Reads plain people, roles, places and schedules into the model, with the members that the hub uses. Other members are checked and passed over. Holds state
/// between two resources only to recognize what repeats.
/// </summary>
internal sealed class PlainResources
{
    private const int LevelsOfResource = 3;
    private const int LevelsOfContained = 5;
    private readonly HarmlessMembers _others;
    private readonly PlainObject.MemberReader<Draft> _person;
    private readonly PlainObject.MemberReader<Draft> _role;
    private readonly PlainObject.MemberReader<Draft> _place;
    private readonly PlainObject.MemberReader<Draft> _containedPlace;
    private readonly PlainObject.MemberReader<Draft> _schedule;
    private readonly PlainObject.ItemReader<Resource> _contained;

    public PlainResources(FhirReadOptions options)
    {
        _others = new HarmlessMembers(options);
        _person = Person;
        _role = Role;
        _place = Place;
        _containedPlace = ContainedPlace;
        _schedule = ScheduleMember;
        _contained = TryContained;
    }

    /// <summary>Reads what follows the type of a resource.</summary>
    public bool TryRead(ref JsonGlance text, scoped ReadOnlySpan<byte> type, out Resource? resource)
    {
        var draft = default(Draft);
        resource = type switch
        {
            _ when type.SequenceEqual("Practitioner"u8) => PlainObject.TryReadRest(ref text, _person, ref draft)
                ? new Practitioner { Id = draft.Id, Identifier = draft.Identifiers, Name = draft.Names }
                : null,
            _ when type.SequenceEqual("PractitionerRole"u8) => PlainObject.TryReadRest(ref text, _role, ref draft)
                ? new PractitionerRole
                {
                    Id = draft.Id,
                    Active = draft.Active,
                    Contained = draft.Contained,
                    Practitioner = draft.Practitioner,
                    Organization = draft.Organization,
                    Location = draft.References,
                    Telecom = draft.Telecoms,
                }
                : null,
            _ when type.SequenceEqual("Schedule"u8) => PlainObject.TryReadRest(ref text, _schedule, ref draft)
                ? new Schedule { Id = draft.Id, Active = draft.Active, Actor = draft.References }
                : null,
            _ when type.SequenceEqual("Location"u8) => PlainObject.TryReadRest(ref text, _place, ref draft) ? draft.ToLocation() : null,
            _ => null,
        };
        return resource is not null;
    }

    private bool TryContained(ref JsonGlance text, out Resource? contained)
    {
        var draft = default(Draft);
        contained = text.TryStep((byte)'{') && text.TrySkipBlanks()
            && text.TryName(out var name) && name.SequenceEqual("resourceType"u8) && text.TryText(out var type) && type.SequenceEqual("Location"u8)
            && text.TryGoOn((byte)'}', out var isClosed) && !isClosed && PlainObject.TryReadRest(ref text, _containedPlace, ref draft)
                ? draft.ToLocation()
                : null;
        return contained is not null;
    }

    private bool Person(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref Draft draft) => name switch
    {
        _ when name.SequenceEqual("id"u8) => PlainObject.TryOnce(ref text, ref draft.Id),
        _ when name.SequenceEqual("identifier"u8) => PlainObject.TryListOnce(ref text, PlainElements.TryIdentifier, ref draft.Identifiers),
        _ when name.SequenceEqual("name"u8) => PlainObject.TryListOnce(ref text, PlainElements.TryName, ref draft.Names),
        _ => Other(ref text, "Practitioner"u8, name, ref draft),
    };

    private bool Role(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref Draft draft) => name switch
    {
        _ when name.SequenceEqual("id"u8) => PlainObject.TryOnce(ref text, ref draft.Id),
        _ when name.SequenceEqual("active"u8) => TryActive(ref text, ref draft),
        _ when name.SequenceEqual("contained"u8) => PlainObject.TryListOnce(ref text, _contained, ref draft.Contained),
        _ when name.SequenceEqual("practitioner"u8) => PlainObject.TryOnce(ref text, PlainElements.TryReference, ref draft.Practitioner),
        _ when name.SequenceEqual("organization"u8) => PlainObject.TryOnce(ref text, PlainElements.TryReference, ref draft.Organization),
        _ when name.SequenceEqual("location"u8) => PlainObject.TryListOnce(ref text, PlainElements.TryReference, ref draft.References),
        _ when name.SequenceEqual("telecom"u8) => PlainObject.TryListOnce(ref text, PlainElements.TryContact, ref draft.Telecoms),
        _ => Other(ref text, "PractitionerRole"u8, name, ref draft),
    };

    private bool ScheduleMember(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref Draft draft) => name switch
    {
        _ when name.SequenceEqual("id"u8) => PlainObject.TryOnce(ref text, ref draft.Id),
        _ when name.SequenceEqual("active"u8) => TryActive(ref text, ref draft),
        _ when name.SequenceEqual("actor"u8) => PlainObject.TryListOnce(ref text, PlainElements.TryReference, ref draft.References),
        _ => Other(ref text, "Schedule"u8, name, ref draft),
    };

    private bool Place(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref Draft draft) =>
        PlaceMember(ref text, name, ref draft) ?? Other(ref text, "Location"u8, name, ref draft);

    private bool ContainedPlace(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref Draft draft)
    {
        draft.Levels = LevelsOfContained;
        return PlaceMember(ref text, name, ref draft) ?? Other(ref text, "Location"u8, name, ref draft);
    }

    /// <returns>Null when the member is none of those that are used.</returns>
    private static bool? PlaceMember(ref JsonGlance text, scoped ReadOnlySpan<byte> name, ref Draft draft) => name switch
    {
        _ when name.SequenceEqual("id"u8) => PlainObject.TryOnce(ref text, ref draft.Id),
        _ when name.SequenceEqual("identifier"u8) => PlainObject.TryListOnce(ref text, PlainElements.TryIdentifier, ref draft.Identifiers),
        _ when name.SequenceEqual("name"u8) => PlainObject.TryOnce(ref text, ref draft.Name),
        _ when name.SequenceEqual("telecom"u8) => PlainObject.TryListOnce(ref text, PlainElements.TryContact, ref draft.Telecoms),
        _ when name.SequenceEqual("address"u8) => PlainObject.TryOnce(ref text, PlainElements.TryAddress, ref draft.Address),
        _ when name.SequenceEqual("managingOrganization"u8) => PlainObject.TryOnce(ref text, PlainElements.TryReference, ref draft.Organization),
        _ => null,
    };

    private static bool TryActive(ref JsonGlance text, ref Draft draft)
    {
        var value = text.Rest;
        if (draft.Active is not null || !(value.StartsWith("true"u8) || value.StartsWith("false"u8)))
        {
            return false;
        }

        draft.Active = value[0] == 't';
        return text.TrySkipValue();
    }

    /// <summary>A member that is not used. Only a few are remembered, to see whether one is named twice.</summary>
    private bool Other(ref JsonGlance text, scoped ReadOnlySpan<byte> type, scoped ReadOnlySpan<byte> name, ref Draft draft)
    {
        if (draft.Others is null && name.SequenceEqual("meta"u8))
        {
            // The usual case costs no list.
            var isSecond = draft.HasMeta;
            draft.HasMeta = true;
            return !isSecond && _others.TrySkip(ref text, type, name, draft.Levels == 0 ? LevelsOfResource : draft.Levels);
        }

        draft.Others ??= draft.HasMeta ? ["meta"] : [];
        return draft.Others.Add(System.Text.Encoding.UTF8.GetString(name)) && _others.TrySkip(ref text, type, name, draft.Levels == 0 ? LevelsOfResource : draft.Levels);
    }

    private struct Draft
    {
        public string? Id;
        public string? Name;
        public bool? Active;
        public bool HasMeta;
        public int Levels;
        public Identifier[]? Identifiers;
        public HumanName[]? Names;
        public ContactPoint[]? Telecoms;
        public Address? Address;
        public Reference? Practitioner;
        public Reference? Organization;
        public Reference[]? References;
        public Resource[]? Contained;
        public HashSet<string>? Others;

        public readonly Location ToLocation() => new()
        {
            Id = Id,
            Identifier = Identifiers,
            Name = Name,
            Telecom = Telecoms,
            Address = Address,
            ManagingOrganization = Organization,
        };
    }
}
