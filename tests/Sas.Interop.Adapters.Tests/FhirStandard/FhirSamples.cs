using System.Text;

using Sas.Interop.Contracts.Availability;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Json;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Adapters.Tests.FhirStandard;

/// <summary>Resources of the contract with invented contents.</summary>
internal static class FhirSamples
{
    public const string Base = "https://vendor.example/fhir/";
    public const string Rpps = "810099900011";
    public const string OtherRpps = "810099900022";
    public const string Siret = "399900011100017";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);
    public static readonly OwnerKey Owner = OwnerKey.Create(OwnerKind.Practitioner, Rpps);
    public static readonly OwnerKey OtherOwner = OwnerKey.Create(OwnerKind.Practitioner, OtherRpps);
    public static readonly OwnerKey SosOwner = OwnerKey.Create(OwnerKind.Association, Siret);
    public static readonly TimeWindow Window = new(Now, Now.AddDays(4));

    public static Slot Slot(string id, string schedule, double hours = 3, params string[] types) => new()
    {
        Id = id,
        Meta = new Meta { Security = [.. (types.Length == 0 ? [SlotTypeCodes.Public] : types).Select(static code => Coding(CodeSystems.SlotType, code))] },
        ServiceType = [Concept(CodeSystems.ConsultationType, ConsultationTypeCodes.AtPractice), new CodeableConcept { Text = "Suivi" }],
        Specialty = [Concept(CodeSystems.Specialty, "SM54")],
        AppointmentType = Concept(CodeSystems.AppointmentType, AppointmentTypeCodes.Routine),
        Schedule = To("Schedule/" + schedule),
        Status = "free",
        Start = new FhirInstant(Now.AddHours(hours)),
        End = new FhirInstant(Now.AddHours(hours).AddMinutes(20)),
        Comment = "https://rdv.vendor.example/agenda/7?lieu=2",
    };

    public static Schedule Schedule(string id, params string[] actors) => new() { Id = id, Actor = [.. actors.Select(To)] };

    public static Practitioner Practitioner(string id, string national) => new()
    {
        Id = id,
        Identifier = [Identifier(IdentifierTypeCodes.NationalPractitioner, IdentifierSystems.NationalPractitioner, national)],
        Name = [new HumanName { Family = "MARTIGNAC", Given = ["Zélie"] }],
    };

    public static PractitionerRole Role(string id, string practitioner, string place = "12", string? structure = "1999000123") => new()
    {
        Id = id,
        Contained =
        [
            new Location
            {
                Id = "lieu",
                Identifier = [Identifier(IdentifierTypeCodes.Internal, "https://vendor.example/lieux", place)],
                Address = new Address { Line = [place + " rue des Essais"], City = "AGEN", PostalCode = "47000" },
            },
        ],
        Practitioner = To("Practitioner/" + practitioner),
        Organization = structure is null
            ? null
            : new Reference { Identifier = Identifier(IdentifierTypeCodes.NationalStructure, IdentifierSystems.NationalStructure, structure) },
        Location = [To("#lieu")],
        Telecom = [new ContactPoint { System = "phone", Value = "01 99 00 11 22" }],
    };

    public static Location SosLocation(string id, string organization) => new()
    {
        Id = id,
        Identifier = [Identifier(IdentifierTypeCodes.Internal, "https://vendor.example", id)],
        Name = "Point fixe Nord",
        Telecom = [new ContactPoint { System = "phone", Value = "+33 1 99 00 33 44" }],
        Address = new Address { Line = ["3 avenue des Essais"], City = "RENNES", PostalCode = "35700" },
        ManagingOrganization = To("Organization/" + organization),
    };

    public static Organization Organization(string id, string national, string name = "SOS Médecins d'essai") => new()
    {
        Id = id,
        Identifier = [Identifier(IdentifierTypeCodes.NationalStructure, IdentifierSystems.NationalStructure, national)],
        Name = name,
        Telecom = [new ContactPoint { System = "phone", Value = "0199003355" }],
    };

    public static CodeableConcept Community(string service) => new()
    {
        Coding = [Coding(CodeSystems.EstablishmentCategory, EstablishmentCategoryCodes.Cpts)],
        Extension = [new Extension { Url = ExtensionUrls.SlotServiceType, Value = FhirValue.Of(To("HealthcareService/" + service)) }],
    };

    /// <summary>One practitioner at one place, ready for slots of the schedule <c>s1</c>.</summary>
    public static IReadOnlyList<Resource> Agenda(string rpps = Rpps) =>
        [Schedule("s1", "Practitioner/p1", "PractitionerRole/r1"), Practitioner("p1", rpps), Role("r1", "p1")];

    /// <summary>One association with one place, ready for slots of the schedule <c>sos1</c>.</summary>
    public static IReadOnlyList<Resource> SosAgenda() =>
        [Schedule("sos1", "Location/l1"), SosLocation("l1", "o1"), Organization("o1", Siret)];

    public static string Searchset(params IEnumerable<Resource> resources) => Json(Bundle("searchset", resources));

    public static Bundle Bundle(string type, IEnumerable<Resource> resources) => new()
    {
        Id = "b1",
        Type = type,
        Entry = [.. resources.Select(static resource => new BundleEntry { FullUrl = Base + resource.TypeName + "/" + resource.Id, Resource = resource })],
    };

    public static string Json(Resource resource) => Encoding.UTF8.GetString(FhirJson.ToUtf8(resource));

    public static Reference To(string reference) => new() { Reference = reference };

    public static Coding Coding(string? system, string code) => new() { System = system, Code = code };

    public static CodeableConcept Concept(string? system, string code) => new() { Coding = [Coding(system, code)] };

    public static Identifier Identifier(string? type, string? system, string value) => new()
    {
        Type = type is null ? null : Concept(CodeSystems.IdentifierType, type),
        System = system,
        Value = value,
    };
}
