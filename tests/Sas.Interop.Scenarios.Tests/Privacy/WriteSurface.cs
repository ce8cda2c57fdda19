using Sas.Interop.MockVendors.Sandbox;
using Sas.Interop.Scenarios.Tests.Outbox;
using Sas.Interop.TestKit.Traces;

namespace Sas.Interop.Scenarios.Tests.Privacy;

/// <summary>One way in that takes more than an address.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">The route as it is mapped.</param>
/// <param name="Address">An address of it.</param>
/// <param name="Type">Type of its body; null when it takes none.</param>
/// <param name="Body">A body that it takes, or would but for some value.</param>
internal sealed record WriteSurface(string Method, string Route, string Address, string? Type, string Body)
{
    private const string Fhir = "application/fhir+json";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    private const string Bundle = """{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"urn:x","resource":{"resourceType":"Schedule","id":"s","actor":[{"reference":"Practitioner/p"}]}}]}""";

    private const string Regulator = """
        {"resourceType":"Practitioner","identifier":[{"type":{"coding":[{"system":"http://interopsante.org/fhir/CodeSystem/fr-v2-0203","code":"IDNPS"}]},"system":"urn:oid:1.2.250.1.71.4.2.1","value":"3990000581/99000343"}],
         "active":true,"name":[{"family":"Exemple","given":["Anne"]}],"telecom":[{"system":"email","value":"anne@vendor.example"}]}
        """;

    private const string Question = """{"resourceType":"Parameters","parameter":[{"name":"slot","valueReference":{"reference":"Slot/x"}},{"name":"regulator","valueIdentifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"3990000581/99000343"}}]}""";

    private const string Care = """
        {"resourceType":"ServiceRequest","status":"active","intent":"order","requester":{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"3990000581/99000343"}},
         "performer":[{"identifier":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"810990000019"}}]}
        """;

    private static readonly string Owner = CheckDigits.Practitioner(9_001);

    private static readonly string Appointment = OutboxHub.Body.Replace("VALUE", ControlMark.Value, StringComparison.Ordinal).Replace("STATUS", "booked", StringComparison.Ordinal)
        .Replace("START", "2030-03-04T09:00:00.000+01:00", StringComparison.Ordinal).Replace("END", "2030-03-04T09:15:00.000+01:00", StringComparison.Ordinal);

    /// <summary>Every way in. A new route must be added here, with what could be planted in it.</summary>
    public static IReadOnlyList<WriteSurface> All { get; } =
    [
        new("POST", "/fhir", "/fhir", Fhir, Bundle),
        new("POST", "/fhir/Appointment", "/fhir/Appointment", Fhir, Appointment),
        new("PUT", "/fhir/Appointment", $"/fhir/Appointment?identifier=urn:oid:1.1.111.1.11.1.1.1%7C{ControlMark.Value}", Fhir, Appointment),
        new("POST", "/fhir/Appointment/$hold", "/fhir/Appointment/$hold", Fhir, Question),
        new("POST", "/fhir/Appointment/$book", "/fhir/Appointment/$book", Fhir, Question),
        new("POST", "/fhir/Practitioner", "/fhir/Practitioner", Fhir, Regulator),
        new("PUT", "/fhir/Practitioner", "/fhir/Practitioner?identifier=urn:oid:1.2.250.1.71.4.2.1%7C3990000581%2F99000343", Fhir, Regulator),
        new("POST", "/fhir/ServiceRequest", "/fhir/ServiceRequest", Fhir, Care),
        new("PUT", "/fhir/ServiceRequest/{id}", "/fhir/ServiceRequest/x", Fhir, Care),
        new("POST", "/fhir/$validate", "/fhir/$validate", Fhir, Appointment),
        new("POST", "/fhir/{type}/$validate", "/fhir/Appointment/$validate", Fhir, Appointment),
        new("PUT", "/v1/practitioner-editors/{nationalId}/bulk", $"/v1/practitioner-editors/{Owner}/bulk", Json, """{"editorIds":[]}"""),
        new("PUT", "/v1/practitioners/{nationalId}/preferences", $"/v1/practitioners/{Owner}/preferences", Json, """{"refusesSlots":true}"""),
        new("DELETE", "/v1/practitioners/{nationalId}/preferences", $"/v1/practitioners/{Owner}/preferences", null, string.Empty),
        new("PUT", "/v1/regulators", "/v1/regulators", Json, """{"uuid":"7a5e1a52-0000-4000-8000-000000000001","lastName":"Exemple","firstName":"Anne","email":"anne@vendor.example","habilitation":true}"""),
        new("PUT", "/v1/regulators/login", "/v1/regulators/login", Json, """{"uuid":"7a5e1a52-0000-4000-8000-000000000001"}"""),
        new("POST", "/v1/orientations", "/v1/orientations", Json, """{"kind":"InAddition","regulator":{"system":"urn:oid:1.2.250.1.71.4.2.1","value":"3990000581/99000343"},"owner":"810990000019"}"""),
        new("POST", "/admin/outbox/dead/replay", "/admin/outbox/dead/replay?destination=board", null, string.Empty),
        new("POST", "/admin/outbox/dead/{id}/replay", "/admin/outbox/dead/1/replay", null, string.Empty),
        .. new[] { "Slot", "Appointment", "Schedule", "Practitioner", "PractitionerRole", "Location", "Organization", "HealthcareService", "ServiceRequest", "AuditEvent" }.Select(static type =>
            new WriteSurface("POST", $"/fhir/{type}/_search", $"/fhir/{type}/_search", Form, "_count=1")),
    ];
}
