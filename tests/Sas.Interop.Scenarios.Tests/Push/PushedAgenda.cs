using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Scenarios.Tests.Push;

/// <summary>An invented practitioner with one place, as a vendor pushes it.</summary>
/// <param name="National">Prefixed national identifier.</param>
/// <param name="Place">Number of the place, which gives it its address.</param>
internal sealed record PushedAgenda(string National, int Place = 1)
{
    private string Key => $"{National}-{Place}";

    /// <summary>Practitioner, role and schedule, without a slot.</summary>
    public IReadOnlyList<Resource> Empty(Period? horizon = null) =>
    [
        new Practitioner
        {
            Id = National,
            Meta = new Meta { Profile = [ProfileUrls.Practitioner] },
            Identifier = [Identifier(CodeSystems.IdentifierType, IdentifierTypeCodes.NationalPractitioner, IdentifierSystems.NationalPractitioner, National)],
            Name = [new HumanName { Family = "MARTIGNAC", Given = ["Zélie"] }],
        },
        new PractitionerRole
        {
            Id = Key,
            Meta = new Meta { Profile = [ProfileUrls.PractitionerRole] },
            Contained =
            [
                new Location
                {
                    Id = "lieu",
                    Identifier = [Identifier(CodeSystems.LocationIdentifierType, IdentifierTypeCodes.Internal, "https://vendor.example/lieux", Key)],
                    Address = new Address { Line = [$"{Place} rue des Essais"], City = "AGEN", PostalCode = "47000" },
                },
            ],
            Practitioner = To("Practitioner/" + National),
            Organization = new Reference { Identifier = Identifier(CodeSystems.IdentifierType, IdentifierTypeCodes.NationalStructure, IdentifierSystems.NationalStructure, "1470000910") },
            Location = [To("#lieu")],
            Telecom = [new ContactPoint { System = "phone", Value = "01 99 00 11 22" }],
        },
        new Schedule
        {
            Id = Key,
            Meta = new Meta { Profile = [ProfileUrls.Schedule] },
            Actor = [To("Practitioner/" + National), To("PractitionerRole/" + Key)],
            PlanningHorizon = horizon,
        },
    ];

    /// <summary>The agenda with a public slot of 20 minutes at each of these instants.</summary>
    public IReadOnlyList<Resource> With(params IEnumerable<DateTimeOffset> starts) => [.. Empty(), .. starts.Select(Slot)];

    public Slot Slot(DateTimeOffset start, int number) => new()
    {
        Id = $"{Key}-{start.ToUnixTimeSeconds()}",
        Meta = new Meta { Profile = [ProfileUrls.SlotIndividual], Security = [Coding(CodeSystems.SlotType, SlotTypeCodes.Public)] },
        ServiceType = [Concept(CodeSystems.ConsultationType, ConsultationTypeCodes.AtPractice), new CodeableConcept { Text = number % 2 == 0 ? "Suivi" : "Urgence" }],
        Specialty = [Concept(CodeSystems.Specialty, "SM54")],
        AppointmentType = Concept(CodeSystems.AppointmentType, AppointmentTypeCodes.Routine),
        Schedule = To("Schedule/" + Key),
        Status = "free",
        Start = new FhirInstant(start),
        End = new FhirInstant(start.AddMinutes(20)),
        Comment = "https://rdv.vendor.example/agenda/7?lieu=2",
    };

    private static Reference To(string reference) => new() { Reference = reference };

    private static CodeableConcept Concept(string system, string code) => new() { Coding = [Coding(system, code)] };

    private static Coding Coding(string system, string code) => new() { System = system, Code = code };

    private static Identifier Identifier(string typeSystem, string type, string system, string value) =>
        new() { Type = Concept(typeSystem, type), System = system, Value = value };
}
