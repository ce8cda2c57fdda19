using System.Text.Json;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.NationalLoad.Population;

namespace Sas.Interop.NationalLoad.Feeds;

/// <summary>Writes who offers slots, and where.</summary>
internal static class ActorWriter
{
    public static string PlaceId(InventedOwner owner, InventedPlace place) => string.Create(CultureInfo.InvariantCulture, $"p{owner.Number}-{place.Number}");

    /// <summary>The schedule of a place, with the place itself.</summary>
    public static void Place(Utf8JsonWriter json, InventedOwner owner, InventedPlace place)
    {
        var id = PlaceId(owner, place);
        FeedWriter.Begin(json, "Schedule", id, owner.IsAssociation ? ProfileUrls.ScheduleSos : ProfileUrls.Schedule);
        json.WriteStartArray("actor");
        Reference(json, null, owner.IsAssociation ? $"Location/{id}" : $"Practitioner/{OwnerId(owner)}");
        if (!owner.IsAssociation)
        {
            Reference(json, null, $"PractitionerRole/{id}");
        }

        json.WriteEndArray();
        FeedWriter.End(json);
        if (owner.IsAssociation)
        {
            FeedWriter.Begin(json, "Location", id, ProfileUrls.LocationSos);
            Location(json, place.Details);
            Phone(json, place.Details.Phone);
            Reference(json, "managingOrganization", $"Organization/{OwnerId(owner)}");
        }
        else
        {
            FeedWriter.Begin(json, "PractitionerRole", id, ProfileUrls.PractitionerRole);
            Role(json, owner, place);
        }

        FeedWriter.End(json);
    }

    /// <summary>The owner, and the community of which it is a member.</summary>
    public static void Owner(Utf8JsonWriter json, InventedOwner owner)
    {
        if (owner.IsAssociation)
        {
            Organization(json, OwnerId(owner), ProfileUrls.OrganizationSos, owner.Id, (owner.Name, owner.Phone));
            return;
        }

        FeedWriter.Begin(json, "Practitioner", OwnerId(owner), ProfileUrls.Practitioner);
        Identifier(json, CodeSystems.IdentifierType, (IdentifierTypeCodes.NationalPractitioner, IdentifierSystems.NationalPractitioner, owner.Id));
        json.WriteStartArray("name");
        json.WriteStartObject();
        json.WriteString("family", owner.Name);
        json.WriteStartArray("given");
        json.WriteStringValue(owner.Given);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        FeedWriter.End(json);
        if (owner.Community is { } community)
        {
            Community(json, community);
        }
    }

    private static string OwnerId(InventedOwner owner) => string.Create(CultureInfo.InvariantCulture, $"o{owner.Number}");

    private static void Community(Utf8JsonWriter json, Cpts community)
    {
        FeedWriter.Begin(json, "HealthcareService", "hs-" + community.Finess, ProfileUrls.HealthcareServiceCpts);
        Reference(json, "providedBy", "Organization/org-" + community.Finess);
        FeedWriter.End(json);
        Organization(json, "org-" + community.Finess, ProfileUrls.OrganizationCpts, community.Finess, (community.Name, community.Phone));
    }

    private static void Role(Utf8JsonWriter json, InventedOwner owner, InventedPlace place)
    {
        json.WriteStartArray("contained");
        json.WriteStartObject();
        json.WriteString("resourceType", "Location");
        json.WriteString("id", "place");
        Location(json, place.Details);
        json.WriteEndObject();
        json.WriteEndArray();
        Reference(json, "practitioner", $"Practitioner/{OwnerId(owner)}");
        json.WriteStartObject("organization");
        json.WriteStartObject("identifier");
        IdentifierMembers(json, CodeSystems.IdentifierType, (IdentifierTypeCodes.NationalStructure, IdentifierSystems.NationalStructure, place.Details.StructureId));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("location");
        Reference(json, null, "#place");
        json.WriteEndArray();
        Phone(json, place.Details.Phone);
    }

    private static void Organization(Utf8JsonWriter json, string id, string profile, string national, (string? Name, string? Phone) card)
    {
        FeedWriter.Begin(json, "Organization", id, profile);
        Identifier(json, CodeSystems.LocationIdentifierType, (IdentifierTypeCodes.NationalStructure, IdentifierSystems.NationalStructure, national));
        json.WriteString("name", card.Name);
        Phone(json, card.Phone);
        FeedWriter.End(json);
    }

    private static void Location(Utf8JsonWriter json, PlaceDetails place)
    {
        Identifier(json, CodeSystems.LocationIdentifierType, (IdentifierTypeCodes.Internal, place.IdentifierSystem, place.IdentifierValue));
        json.WriteString("name", place.Name);
        json.WriteStartObject("address");
        json.WriteStartArray("line");
        json.WriteStringValue(place.Line);
        json.WriteEndArray();
        json.WriteString("city", place.City);
        json.WriteString("postalCode", place.PostalCode);
        json.WriteEndObject();
    }

    private static void Identifier(Utf8JsonWriter json, string typeSystem, (string Type, string? System, string? Value) identifier)
    {
        json.WriteStartArray("identifier");
        json.WriteStartObject();
        IdentifierMembers(json, typeSystem, identifier);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void IdentifierMembers(Utf8JsonWriter json, string typeSystem, (string Type, string? System, string? Value) identifier)
    {
        json.WriteStartObject("type");
        FeedWriter.Concept(json, typeSystem, identifier.Type);
        json.WriteEndObject();
        json.WriteString("system", identifier.System);
        json.WriteString("value", identifier.Value);
    }

    private static void Phone(Utf8JsonWriter json, string? phone)
    {
        json.WriteStartArray("telecom");
        json.WriteStartObject();
        json.WriteString("system", "phone");
        json.WriteString("value", phone);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Reference(Utf8JsonWriter json, string? name, string target)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        json.WriteString("reference", target);
        json.WriteEndObject();
    }
}
