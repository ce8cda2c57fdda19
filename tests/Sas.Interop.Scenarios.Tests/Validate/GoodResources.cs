using System.Text.Json.Nodes;

using Sas.Interop.Contracts.Fhir.Profiles;

namespace Sas.Interop.Scenarios.Tests.Validate;

/// <summary>One invented resource for each profile of the contract, without a fault.</summary>
internal static class GoodResources
{
    private const string R314 = CodeSystems.SlotType;

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["FrSlotAgregateur"] = $$$$"""
            {"resourceType":"Slot","id":"s1","meta":{"profile":["{{{{ProfileUrls.SlotIndividual}}}}"],"security":[{"system":"{{{{R314}}}}","code":"PUBLIC"}]},
             "serviceType":[{"coding":[{"system":"{{{{CodeSystems.ConsultationType}}}}","code":"AMB"}]},{"text":"Suivi"}],
             "specialty":[{"text":"Médecine générale"}],"appointmentType":{"coding":[{"system":"{{{{CodeSystems.AppointmentType}}}}","code":"ROUTINE"}]},
             "schedule":{"reference":"Schedule/a1"},"status":"free","start":"2026-03-28T09:00:00.000+01:00","end":"2026-03-28T09:15:00.000+01:00","comment":"https://rdv.vendor.example/a1?x=1"}
            """,
        ["sas-cpts-slot-aggregator"] = $$$$"""
            {"resourceType":"Slot","id":"s2","meta":{"profile":["{{{{ProfileUrls.SlotCpts}}}}"],"security":[{"system":"{{{{R314}}}}","code":"CPTS"}]},
             "serviceType":[{"coding":[{"system":"{{{{CodeSystems.ConsultationType}}}}","code":"VR"}]},
              {"extension":[{"url":"{{{{ExtensionUrls.SlotServiceType}}}}","valueReference":{"reference":"HealthcareService/h1"}}],"coding":[{"system":"{{{{CodeSystems.EstablishmentCategory}}}}","code":"604"}]}],
             "schedule":{"reference":"Schedule/a1"},"status":"free","start":"2026-03-28T09:00:00.000+01:00","end":"2026-03-28T09:15:00.000+01:00"}
            """,
        ["sas-sos-slot-aggregator"] = $$$$"""
            {"resourceType":"Slot","id":"s3","meta":{"profile":["{{{{ProfileUrls.SlotSos}}}}"],"security":[{"system":"{{{{R314}}}}","code":"SNP"}]},
             "serviceType":[{"coding":[{"system":"{{{{CodeSystems.ConsultationType}}}}","code":"HH"}]}],"schedule":{"reference":"Schedule/a2"},"status":"free",
             "start":"2026-03-28T09:00:00.000+01:00","end":"2026-03-28T09:15:00.000+01:00"}
            """,
        ["FrScheduleAgregateur"] = $$$$"""
            {"resourceType":"Schedule","id":"a1","meta":{"profile":["{{{{ProfileUrls.Schedule}}}}"]},"actor":[{"reference":"Practitioner/p1"},{"reference":"PractitionerRole/r1"}]}
            """,
        ["sas-sos-schedule-aggregator"] = $$$$"""
            {"resourceType":"Schedule","id":"a2","meta":{"profile":["{{{{ProfileUrls.ScheduleSos}}}}"]},"actor":[{"reference":"Location/l2"}]}
            """,
        ["FrPractitionerAgregateur"] = $$$$"""
            {"resourceType":"Practitioner","id":"p1","meta":{"profile":["{{{{ProfileUrls.Practitioner}}}}"]},"identifier":[{{{{Identifier(CodeSystems.IdentifierType, "IDNPS", IdentifierSystems.NationalPractitioner, "810000000017")}}}}],
             "name":[{"family":"EXEMPLE","given":["Anne"]}],"telecom":[{"system":"phone","value":"+33199001122"}]}
            """,
        ["FrPractitionerRoleExerciceAgregateur"] = $$$$"""
            {"resourceType":"PractitionerRole","id":"r1","meta":{"profile":["{{{{ProfileUrls.PractitionerRole}}}}"]},
             "contained":[{"resourceType":"Location","id":"lieu","identifier":[{{{{Identifier(CodeSystems.LocationIdentifierType, "INTRN", "https://vendor.example/lieux", "1")}}}}],
              "address":{"line":["1 rue Inventée"],"city":"PARIS","postalCode":"75001"}}],
             "practitioner":{"reference":"Practitioner/p1"},"organization":{"identifier":{{{{Identifier(CodeSystems.IdentifierType, "IDNST", IdentifierSystems.NationalStructure, "1750000001")}}}}},
             "location":[{"reference":"#lieu"}],"telecom":[{"system":"phone","value":"+33199001122"}]}
            """,
        ["sas-sos-location-aggregator"] = $$$$"""
            {"resourceType":"Location","id":"l2","meta":{"profile":["{{{{ProfileUrls.LocationSos}}}}"]},"identifier":[{{{{Identifier(CodeSystems.LocationIdentifierType, "INTRN", "https://vendor.example/lieux", "2")}}}}],
             "name":"PFG Exemple","address":{"line":["2 rue Inventée"],"city":"LYON","postalCode":"69001"},"managingOrganization":{"reference":"Organization/o2"},
             "hoursOfOperation":[{"daysOfWeek":["mon","tue"],"openingTime":"08:00:00","closingTime":"20:00:00"}]}
            """,
        ["sas-cpts-healthcareservice-aggregator"] = $$$$"""
            {"resourceType":"HealthcareService","id":"h1","meta":{"profile":["{{{{ProfileUrls.HealthcareServiceCpts}}}}"]},"providedBy":{"reference":"Organization/o1"}}
            """,
        ["sas-cpts-organization-aggregator"] = $$$$"""
            {"resourceType":"Organization","id":"o1","meta":{"profile":["{{{{ProfileUrls.OrganizationCpts}}}}"]},"identifier":[{{{{Identifier(CodeSystems.LocationIdentifierType, "IDNST", IdentifierSystems.NationalStructure, "1750000002")}}}}],"name":"CPTS Exemple"}
            """,
        ["sas-sos-organization-aggregator"] = $$$$"""
            {"resourceType":"Organization","id":"o2","meta":{"profile":["{{{{ProfileUrls.OrganizationSos}}}}"]},"identifier":[{{{{Identifier(CodeSystems.LocationIdentifierType, "IDNST", IdentifierSystems.NationalStructure, "330000000000018")}}}}],"name":"SOS Exemple"}
            """,
        ["FrPractitionerRegul"] = $$$$"""
            {"resourceType":"Practitioner","meta":{"profile":["{{{{ProfileUrls.PractitionerRegulator}}}}"],"source":"urn:oid:1.2.250.1.213.3.6"},
             "identifier":[{{{{Identifier(CodeSystems.IdentifierType, "INTRN", "urn:oid:1.2.250.1.213.3.6", "4fe2b1f1-0000-4000-8000-000000000001")}}}},{{{{Identifier(CodeSystems.IdentifierType, "IDNPS", IdentifierSystems.NationalPractitioner, "810000000025")}}}}],
             "active":true,"name":[{"family":"EXEMPLE","given":["Denis"]}],"telecom":[{"system":"email","value":"denis@regulation.example"}]}
            """,
        ["FrAppointmentSAS"] = Appointment(ProfileUrls.Appointment),
        ["sas-sos-appointment"] = Appointment(ProfileUrls.AppointmentSos),
        ["BundleAgregateur"] = $$$$"""
            {"resourceType":"Bundle","meta":{"profile":["{{{{ProfileUrls.BundleIndividual}}}}"]},"type":"searchset","total":0,"link":[{"relation":"self","url":"https://hub.example/fhir/Slot?status=free"}]}
            """,
    };

    public static IReadOnlyCollection<string> Profiles => Texts.Keys;

    /// <summary>A copy that a test may change.</summary>
    public static JsonObject Of(string profile) => JsonNode.Parse(Texts[profile])?.AsObject() ?? throw new InvalidOperationException("A sample is an object.");

    private static string Identifier(string typeSystem, string type, string system, string value) =>
        $$$$"""{"type":{"coding":[{"system":"{{{{typeSystem}}}}","code":"{{{{type}}}}"}]},"system":"{{{{system}}}}","value":"{{{{value}}}}"}""";

    private static string Appointment(string profile) => $$$$"""
        {"resourceType":"Appointment","meta":{"profile":["{{{{profile}}}}"]},
         "extension":[{"url":"{{{{ExtensionUrls.AppointmentOperator}}}}","valueReference":{"identifier":{{{{Identifier(CodeSystems.IdentifierType, "IDNPS", IdentifierSystems.NationalPractitioner, "810000000025")}}}}}}],
         "identifier":[{"system":"https://vendor.example/rdv","value":"r-1"}],"status":"booked","start":"2026-03-28T09:00:00.000+01:00","end":"2026-03-28T09:15:00.000+01:00",
         "participant":[{"actor":{"identifier":{{{{Identifier(CodeSystems.IdentifierType, "IDNPS", IdentifierSystems.NationalPractitioner, "810000000017")}}}}},"status":"accepted"}]}
        """;
}
