using System.Text;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Hub.Availability.Rendering;

/// <summary>Renders the resources that slots lead to as bundle entries without their base address (CONTRACT §5.3–5.6).</summary>
internal static class ResourceRenderer
{
    public static byte[] Schedule(string ownerId, string placeId) => Entry(new Schedule
    {
        Id = $"{ownerId}-{placeId}",
        Meta = new Meta { Profile = [ProfileUrls.Schedule] },
        Actor =
        [
            new Reference { Reference = $"Practitioner/{ownerId}" },
            new Reference { Reference = $"PractitionerRole/{ownerId}-{placeId}" },
        ],
    });

    public static byte[] Practitioner(string ownerId, OwnerDetails owner) => Entry(new Practitioner
    {
        Id = ownerId,
        Meta = new Meta { Profile = [ProfileUrls.Practitioner] },
        Identifier = [Identifier(CodeSystems.IdentifierType, "IDNPS", IdentifierSystems.NationalPractitioner, ownerId)],
        Name = owner.Family is null && owner.Given.Count == 0 ? null : [new HumanName { Family = owner.Family, Given = owner.Given }],
    });

    public static byte[] PractitionerRole(string ownerId, string placeId, PlaceDetails place, string vendorId)
    {
        var locationId = $"place-{placeId}";
        return Entry(new PractitionerRole
        {
            Id = $"{ownerId}-{placeId}",
            Meta = new Meta { Profile = [ProfileUrls.PractitionerRole] },
            Contained = [Location(locationId, place, vendorId)],
            Practitioner = new Reference { Reference = $"Practitioner/{ownerId}" },
            Organization = place.StructureId is { } structure
                ? new Reference { Identifier = Identifier(CodeSystems.IdentifierType, "IDNST", IdentifierSystems.NationalStructure, structure) }
                : null,
            Location = [new Reference { Reference = "#" + locationId }],
            Telecom = place.Phone is { } phone ? [new ContactPoint { System = "phone", Value = phone }] : null,
        });
    }

    private static Location Location(string id, PlaceDetails place, string vendorId) => new()
    {
        Id = id,
        Meta = new Meta { Profile = [ProfileUrls.Location] },
        Identifier =
        [
            Identifier(
                CodeSystems.LocationIdentifierType,
                "INTRN",
                place.IdentifierSystem ?? $"urn:feed:{vendorId}:place",
                place.IdentifierValue ?? place.Key),
        ],
        Name = place.Name,
        Address = place is { Line: null, City: null, PostalCode: null }
            ? null
            : new Address { Line = place.Line is { } line ? [line] : null, City = place.City, PostalCode = place.PostalCode },
    };

    private static Identifier Identifier(string typeSystem, string type, string system, string value) => new()
    {
        Type = new CodeableConcept { Coding = [new Coding { System = typeSystem, Code = type }] },
        System = system,
        Value = value,
    };

    private static byte[] Entry(Resource resource) =>
    [
        .. Encoding.UTF8.GetBytes($"/{resource.GetType().Name}/{resource.Id}\",\"resource\":"),
        .. FhirJson.ToUtf8(resource),
        .. ",\"search\":{\"mode\":\"include\"}}"u8,
    ];
}
