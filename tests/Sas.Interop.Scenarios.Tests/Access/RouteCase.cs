using Sas.Interop.Hub.Security.Callers;
using Sas.Interop.Scenarios.Tests.Contract;

namespace Sas.Interop.Scenarios.Tests.Access;

/// <summary>One route, who may call it, and a request to it.</summary>
/// <param name="Methods">Methods that are mapped, in the order of the alphabet.</param>
/// <param name="Route">The route as it is mapped.</param>
/// <param name="Who">Callers that are at least one of these; <see cref="CallerRoles.None"/> for anybody.</param>
/// <param name="Address">An address of it, for the data of one vendor; from the root, without the vendor's mark.</param>
internal sealed record RouteCase(string Methods, string Route, CallerRoles Who, Func<AccessHub, Tenant, string> Address)
{
    private const string Fhir = "application/fhir+json";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";
    private const CallerRoles Concerned = CallerRoles.Platform | CallerRoles.Vendor | CallerRoles.Operator;
    private const string Read = "GET HEAD";

    /// <summary>A body without effect, or none.</summary>
    public Func<AccessHub, Tenant, (string Type, string Text)>? Body { get; private init; }

    /// <summary>Whether an answer to who may see them holds the vendor's data.</summary>
    public bool Shows { get; private init; }

    /// <summary>Whether the answer to anybody names vendors, as readiness does for whoever runs the hub; what it may tell is tested with it.</summary>
    public bool NamesVendors { get; private init; }

    /// <summary>Every route of the hub. A new one must be added here, with who may call it; docs/access.md has the same table for people.</summary>
    public static IReadOnlyList<RouteCase> All { get; } =
    [
        Of("POST", "/fhir", CallerRoles.Vendor, "fhir") with { Body = Text(Fhir, "{}") },
        Of(Read, "/fhir/metadata", CallerRoles.Any, "fhir/metadata"),
        new(Read, "/fhir/Slot", CallerRoles.Any, static (hub, tenant) => "fhir/" + Search(hub, tenant)) { Shows = true },
        new("POST", "/fhir/Slot/_search", CallerRoles.Any, static (_, _) => "fhir/Slot/_search") { Body = static (hub, tenant) => (Form, Search(hub, tenant).Split('?')[1]), Shows = true },
        new(Read, "/fhir/Slot/{id}", CallerRoles.Any, static (_, tenant) => $"fhir/Slot/{tenant.Slot}") { Shows = true },
        .. Plain("Schedule", static tenant => tenant.PlaceOfPractitioner, static tenant => $"actor=Practitioner/{tenant.Practitioner}&_include=Schedule:actor"),
        .. Plain("Practitioner", static tenant => tenant.Practitioner.ToString(), static tenant => $"identifier={tenant.Practitioner}"),
        .. Plain("PractitionerRole", static tenant => tenant.PlaceOfPractitioner, static tenant => $"practitioner={tenant.Practitioner}"),
        .. Plain("Location", static tenant => tenant.PlaceOfAssociation, static tenant => $"organization={tenant.Association}"),
        .. Plain("Organization", static tenant => tenant.Association.ToString(), static tenant => $"identifier={tenant.Association}"),
        .. Plain("HealthcareService", static tenant => tenant.Finess, static tenant => $"organization={tenant.Finess}&_include=HealthcareService:organization"),
        Of("POST", "/fhir/$validate", CallerRoles.Any, "fhir/$validate") with { Body = Text(Fhir, "{}") },
        Of("POST", "/fhir/{type}/$validate", CallerRoles.Any, "fhir/Slot/$validate") with { Body = Text(Fhir, "{}") },
        .. new[] { "StructureDefinition", "ValueSet", "CodeSystem", "OperationDefinition" }.SelectMany(static type => new[]
        {
            Of(Read, $"/fhir/{type}", CallerRoles.Any, $"fhir/{type}"),
            Of(Read, $"/fhir/{type}/{{id}}", CallerRoles.Any, $"fhir/{type}/none"),
        }),
        Of("POST", "/fhir/Appointment", CallerRoles.Vendor, "fhir/Appointment") with { Body = Text(Fhir, "{}") },
        Of("PUT", "/fhir/Appointment", CallerRoles.Vendor, $"fhir/Appointment?identifier={Tenant.Value}") with { Body = Text(Fhir, "{}") },
        new(Read, "/fhir/Appointment", Concerned, static (_, _) => $"fhir/Appointment?identifier={Tenant.Value}&_sort=_lastUpdated&_total=accurate") { Shows = true },
        new("POST", "/fhir/Appointment/_search", Concerned, static (_, tenant) => "fhir/Appointment/_search") { Body = static (_, tenant) => (Form, $"_id={tenant.Appointment}"), Shows = true },
        new(Read, "/fhir/Appointment/{id}", Concerned, static (_, tenant) => $"fhir/Appointment/{tenant.Appointment}") { Shows = true },
        new(Read, "/fhir/Appointment/{id}/_history", Concerned, static (_, tenant) => $"fhir/Appointment/{tenant.Appointment}/_history") { Shows = true },
        new(Read, "/fhir/Appointment/{id}/_history/{version}", Concerned, static (_, tenant) => $"fhir/Appointment/{tenant.Appointment}/_history/1") { Shows = true },
        Of("POST", "/fhir/Appointment/$hold", CallerRoles.Platform, "fhir/Appointment/$hold") with { Body = Text(Fhir, "{}") },
        Of("POST", "/fhir/Appointment/$book", CallerRoles.Platform, "fhir/Appointment/$book") with { Body = Text(Fhir, "{}") },
        Of("POST", "/fhir/Practitioner", CallerRoles.Platform, "fhir/Practitioner") with { Body = Text(Fhir, "{}") },
        Of("PUT", "/fhir/Practitioner", CallerRoles.Platform, "fhir/Practitioner?identifier=x") with { Body = Text(Fhir, "{}") },
        new(Read, "/fhir/Practitioner/{id:length(32)}", CallerRoles.Platform, static (hub, _) => $"fhir/Practitioner/{hub.Account}"),
        Of(Read, "/fhir/ServiceRequest", CallerRoles.Platform, "fhir/ServiceRequest"),
        Of("POST", "/fhir/ServiceRequest", CallerRoles.Platform, "fhir/ServiceRequest") with { Body = Text(Fhir, "{}") },
        Of("POST", "/fhir/ServiceRequest/_search", CallerRoles.Platform, "fhir/ServiceRequest/_search") with { Body = Text(Form, "_count=1") },
        Of(Read, "/fhir/ServiceRequest/{id}", CallerRoles.Platform, "fhir/ServiceRequest/none"),
        Of("PUT", "/fhir/ServiceRequest/{id}", CallerRoles.Platform, "fhir/ServiceRequest/none") with { Body = Text(Fhir, "{}") },
        Of(Read, "/redirect/{token}", CallerRoles.None, "redirect/none"),
        Of(Read, "/v1/editors", CallerRoles.Platform, "v1/editors"),
        new(Read, "/v1/practitioners/national-id/{nationalId}", CallerRoles.Platform, static (_, tenant) => $"v1/practitioners/national-id/{tenant.Practitioner}"),
        new("PUT", "/v1/practitioner-editors/{nationalId}/bulk", CallerRoles.Platform, static (_, tenant) => $"v1/practitioner-editors/{tenant.Practitioner}/bulk") { Body = Text(Json, "[]") },
        Of(Read, "/v1/preferences", CallerRoles.Platform, "v1/preferences"),
        new(Read, "/v1/practitioners/{nationalId}/preferences", CallerRoles.Platform, static (_, tenant) => $"v1/practitioners/{tenant.Practitioner}/preferences"),
        new("PUT", "/v1/practitioners/{nationalId}/preferences", CallerRoles.Platform, static (_, tenant) => $"v1/practitioners/{tenant.Practitioner}/preferences") { Body = Text(Json, "[]") },
        new("DELETE", "/v1/practitioners/{nationalId}/preferences", CallerRoles.Platform, static (_, tenant) => $"v1/practitioners/{tenant.Practitioner}/preferences"),
        Of(Read, "/v1/marketplace/editors", CallerRoles.Platform, "v1/marketplace/editors"),
        Of(Read, "/v1/marketplace/practitioners", CallerRoles.Platform, "v1/marketplace/practitioners"),
        Of("PUT", "/v1/regulators", CallerRoles.Platform, "v1/regulators") with { Body = Text(Json, "[]") },
        Of("PUT", "/v1/regulators/login", CallerRoles.Platform, "v1/regulators/login") with { Body = Text(Json, "[]") },
        new(Read, "/v1/regulators/{id}/deliveries", Concerned, static (hub, _) => $"v1/regulators/{hub.Account}/deliveries") { Shows = true },
        new(Read, "/v1/orientations", Concerned, static (_, tenant) => $"v1/orientations?owner={tenant.Practitioner}") { Shows = true },
        new(Read, "/v1/orientations/{id}", Concerned, static (_, tenant) => $"v1/orientations/{tenant.Orientation}") { Shows = true },
        Of("POST", "/v1/orientations", CallerRoles.Platform, "v1/orientations") with { Body = Text(Json, "{}") },
        Of(Read, "/v1/orientations/statistics", CallerRoles.Platform | CallerRoles.Operator, "v1/orientations/statistics"),
        Of(Read, "/v1/orientations/statistics/practitioners", CallerRoles.Platform | CallerRoles.Operator, "v1/orientations/statistics/practitioners"),
        new(Read, "/admin/owners/{nationalId}", CallerRoles.Operator, static (_, tenant) => $"admin/owners/{tenant.Practitioner}") { Shows = true },
        Of(Read, "/admin/vendors", CallerRoles.Operator, "admin/vendors") with { Shows = true },
        new(Read, "/admin/vendors/{id}", CallerRoles.Operator | CallerRoles.Vendor, static (_, tenant) => $"admin/vendors/{tenant.Id}") { Shows = true },
        Of(Read, "/admin/regulators", CallerRoles.Operator, "admin/regulators") with { Shows = true },
        Of(Read, "/admin/outbox", CallerRoles.Operator, "admin/outbox"),
        Of(Read, "/admin/outbox/dead", CallerRoles.Operator, "admin/outbox/dead"),
        Of(Read, "/admin/outbox/dead/{id}", CallerRoles.Operator, "admin/outbox/dead/1"),
        Of("POST", "/admin/outbox/dead/replay", CallerRoles.Operator, "admin/outbox/dead/replay?destination=none"),
        Of("POST", "/admin/outbox/dead/{id}/replay", CallerRoles.Operator, "admin/outbox/dead/1/replay"),
        Of(Read, "/admin/audit", CallerRoles.Operator, "admin/audit"),
        Of(Read, "/admin/audit.ndjson", CallerRoles.Operator, "admin/audit.ndjson"),
        Of(Read, "/fhir/AuditEvent", CallerRoles.Operator, "fhir/AuditEvent"),
        Of("POST", "/fhir/AuditEvent/_search", CallerRoles.Operator, "fhir/AuditEvent/_search") with { Body = Text(Form, "_count=1") },
        Of(Read, "/fhir/AuditEvent/{id}", CallerRoles.Operator, "fhir/AuditEvent/1"),
        Of(Read, "/status", CallerRoles.Operator, "status") with { Shows = true },
        Of(Read, "/health/live", CallerRoles.None, "health/live"),
        Of(Read, "/health/ready", CallerRoles.None, "health/ready") with { NamesVendors = true },
    ];

    public override string ToString() => $"{Methods} {Route}";

    private static RouteCase Of(string methods, string route, CallerRoles who, string address) => new(methods, route, who, (_, _) => address);

    private static Func<AccessHub, Tenant, (string Type, string Text)> Text(string type, string text) => (_, _) => (type, text);

    private static string Search(AccessHub hub, Tenant tenant) => SlotSearchUrl.Of(hub.Hub.Now, hub.Hub.Now.AddDays(3), tenant.Practitioner.ToString(), Tenant.Shared.ToString());

    private static IEnumerable<RouteCase> Plain(string type, Func<Tenant, string> id, Func<Tenant, string> query) =>
    [
        new(Read, $"/fhir/{type}/{{id}}", CallerRoles.Any, (_, tenant) => $"fhir/{type}/{id(tenant)}") { Shows = type is not ("Schedule" or "HealthcareService") },
        new(Read, $"/fhir/{type}", CallerRoles.Any, (_, tenant) => $"fhir/{type}?{query(tenant)}") { Shows = true },
        new("POST", $"/fhir/{type}/_search", CallerRoles.Any, (_, _) => $"fhir/{type}/_search") { Body = (_, tenant) => (Form, query(tenant)), Shows = true },
    ];
}
