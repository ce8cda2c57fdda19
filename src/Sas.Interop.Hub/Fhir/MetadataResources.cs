using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Hub.Fhir.Operations;
using Sas.Interop.Hub.Fhir.Read;
using Sas.Interop.Hub.Fhir.Search;

namespace Sas.Interop.Hub.Fhir;

/// <summary>The types of resources that the hub serves, each with what can be asked of it.</summary>
internal static class MetadataResources
{
    // Who wrote a community's data, and when it changed, is not known: only its content tells one state from another.
    private const string ByTagAndDate = "full-support";
    private const string ByTag = "not-match";

    private static readonly string[] OfWritten = ["read", "vread", "history-instance", "search-type", "create", "update"];

    public static IReadOnlyList<CapabilityStatementResource> All { get; } =
    [
        Slot(),
        Schedule(),
        Practitioner(),
        Resource(ServedType.PractitionerRole, ByTagAndDate, ProfileUrls.PractitionerRole) with
        {
            SearchInclude = ["PractitionerRole:practitioner"],
            SearchRevInclude = ["Schedule:actor"],
        },
        Resource(ServedType.Location, ByTagAndDate, ProfileUrls.LocationSos) with
        {
            Documentation = "Places of SOS Médecins associations. The place of a practitioner is contained in its PractitionerRole and is not read by itself.",
            SearchInclude = ["Location:organization"],
            SearchRevInclude = ["Schedule:actor"],
        },
        Resource(ServedType.Organization, ByTag, ProfileUrls.OrganizationSos, ProfileUrls.OrganizationCpts) with
        {
            SearchRevInclude = ["Location:organization", "HealthcareService:organization"],
        },
        Resource(ServedType.HealthcareService, ByTag, ProfileUrls.HealthcareServiceCpts) with { SearchInclude = ["HealthcareService:organization"] },
        Appointment(),
        Judged("Bundle"),
        Published("StructureDefinition"),
        Published("ValueSet"),
        Published("CodeSystem"),
        Published(PublishedOperations.Type),
        CareRequest(),
        AuditEvent(),
    ];

    private static CapabilityStatementResource Slot() => Resource(ServedType.Slot, ByTagAndDate, ProfileUrls.SlotIndividual, ProfileUrls.SlotCpts, ProfileUrls.SlotSos) with
    {
        Documentation = "INT_R01, and INT_R04 when HealthcareService or its organization is included. Slots of SOS Médecins are found by the search for Schedule.",
        SearchInclude = ["Slot:schedule", "Schedule:actor", "Slot:service-type-reference", "HealthcareService:organization"],
        SearchParam =
        [
            Parameter("start", "date", "Twice: a lower bound with ge (or gt) and an upper bound with le (or lt), both mandatory."),
            Parameter("status", "token", "Mandatory; only free slots are known."),
            Parameter(
                SearchParser.PractitionerIdentifier,
                "token",
                $"Mandatory; national identifiers, with or without prefix, separated by commas; at most {OwnerTokens.MaxIdentifiers}, or fewer by setting."),
            Parameter("_id", "token", "Ids; the criteria above are then optional."),
            Parameter("schedule", "reference", "References to schedules; the criteria above are then optional."),
            Parameter("_lastUpdated", "date", "When the vendor was last heard, or when it made the slots if it says so."),
            Parameter("_security", "token", "PUBLIC, PRO, SNP; CPTS in INT_R04."),
            Parameter("service-type", "token", "AMB, HH, VR; 604 in INT_R04."),
            Parameter("specialty", "token", "Codes of the national nomenclature of specialties."),
            Parameter("appointment-type", "token", "ROUTINE, WALKIN."),
            Parameter("identifier", "token", "No slot has an identifier of its own, so none is found by one."),
            Parameter("reorientation-package", "token", "true or false: whether the practitioner takes part in the reorientation package of emergency departments."),
        ],
    };

    private static CapabilityStatementResource Practitioner()
    {
        var plain = Resource(ServedType.Practitioner, ByTag, ProfileUrls.Practitioner, ProfileUrls.PractitionerRegulator);
        return plain with
        {
            Documentation = "Practitioners whose slots are shown, and accounts of regulators (INT_R02). Accounts are created, updated by PUT with their identifier and read by id; no search finds them.",
            Interaction = [.. plain.Interaction ?? [], new CapabilityStatementInteraction { Code = "create" }, new CapabilityStatementInteraction { Code = "update" }],
            Versioning = "versioned",
            UpdateCreate = true,
            ConditionalCreate = true,
            ConditionalUpdate = true,
            SearchRevInclude = ["PractitionerRole:practitioner", "Schedule:actor"],
        };
    }

    private static CapabilityStatementResource Schedule()
    {
        var plain = Resource(ServedType.Schedule, ByTagAndDate, ProfileUrls.Schedule, ProfileUrls.ScheduleSos);
        return plain with
        {
            Documentation = "The search for SOS Médecins when the first three parameters are given; else a plain search, which needs one of the others.",
            SearchInclude = ["Schedule:actor", "Location:organization", "PractitionerRole:practitioner"],
            SearchRevInclude = ["Slot:schedule"],
            SearchParam =
            [
                Parameter(SearchParser.AssociationIdentifier, "token", $"SIRET of associations, with or without prefix, separated by commas; at most {OwnerTokens.MaxIdentifiers}, or fewer by setting."),
                Parameter(SearchParser.HasStart, "date", "Twice: a lower bound with ge (or gt) and an upper bound with le (or lt)."),
                Parameter(SearchParser.HasStatus, "token", "Only free slots are known."),
                .. plain.SearchParam ?? [],
            ],
        };
    }

    private static CapabilityStatementResource CareRequest() => new()
    {
        Type = "ServiceRequest",
        Documentation = "Requests for care on the marketplaces of vendors. The answer to a create holds the link to the vendor's page; an update takes a request back and does nothing else.",
        Interaction =
        [
            new CapabilityStatementInteraction { Code = "create" },
            new CapabilityStatementInteraction { Code = "read" },
            new CapabilityStatementInteraction { Code = "update" },
            new CapabilityStatementInteraction { Code = "search-type" },
        ],
        Versioning = "versioned",
        UpdateCreate = false,
        ConditionalRead = "not-match",
        SearchParam =
        [
            Parameter("_id", "token", null),
            Parameter("requester.identifier", "token", "The regulator, as the request named it; also requester:identifier."),
            Parameter("performer.identifier", "token", "The practitioner, with or without prefix; also performer:identifier."),
            Parameter("status", "token", "active, completed, revoked; several separated by commas."),
            Parameter("_lastUpdated", "date", null),
        ],
    };

    /// <summary>What callers did, for operators.</summary>
    private static CapabilityStatementResource AuditEvent() => new()
    {
        Type = "AuditEvent",
        Documentation = "Every write and every refused call, the last one first. For operators; never written by a caller.",
        Interaction = [new CapabilityStatementInteraction { Code = "read" }, new CapabilityStatementInteraction { Code = "search-type" }],
        Versioning = "no-version",
        SearchParam =
        [
            Parameter("_id", "token", "Number of a record."),
            Parameter("date", "date", "When it was recorded; with eq, ge, gt, le, lt."),
            Parameter("agent", "reference", "By identifier only: the name of a caller; also agent:identifier and agent.identifier."),
            Parameter("action", "token", "C, R, U, D, E."),
            Parameter("outcome", "token", "0, 4, 8."),
            Parameter("entity", "reference", "What was touched, such as Appointment/123."),
            Parameter("type", "token", "rest; 110100, 110101 and 110113 of DICOM."),
            Parameter("subtype", "token", "create, update, delete, read, operation, transaction; 110120, 110121 and 110131 of DICOM."),
            Parameter("trace", "token", "The trace id that an answer told in X-Request-Id."),
        ],
    };

    /// <summary>INT_R03, written by vendors and read by the platform.</summary>
    private static CapabilityStatementResource Appointment() => new()
    {
        Type = "Appointment",
        SupportedProfile = [ProfileUrls.Appointment, ProfileUrls.AppointmentSos],
        Documentation = "INT_R03. Created by POST, updated and also created by PUT with the criterion identifier=system|value alone, never by id. A vendor touches its own identifier systems only.",
        Interaction = [.. OfWritten.Select(static code => new CapabilityStatementInteraction { Code = code })],
        Versioning = "versioned",
        ReadHistory = true,
        UpdateCreate = true,
        ConditionalCreate = true,
        ConditionalRead = ByTagAndDate,
        ConditionalUpdate = true,
        ConditionalDelete = "not-supported",
        ReferencePolicy = ["logical"],
        SearchParam =
        [
            Parameter("identifier", "token", "The vendor's identifier, with its system or by its value alone."),
            Parameter("_id", "token", "Ids."),
            Parameter("status", "token", "booked, cancelled, fulfilled, noshow, pending."),
            Parameter("date", "date", "Start; with eq, ge, gt, le, lt."),
            Parameter("practitioner", "reference", "By identifier only: practitioner:identifier, practitioner.identifier, actor:identifier; RPPS or ADELI, with or without prefix."),
            Parameter("_lastUpdated", "date", "When the version was made; with eq, ge, gt, le, lt."),
        ],
        Operation = [.. MetadataOperations.All, .. MetadataOperations.OfAppointments],
    };

    /// <summary>A type that is validated and not served.</summary>
    private static CapabilityStatementResource Judged(string type) => new() { Type = type, Operation = MetadataOperations.All };

    /// <summary>Definitions that resources are judged by.</summary>
    private static CapabilityStatementResource Published(string type) => new()
    {
        Type = type,
        Interaction = [new CapabilityStatementInteraction { Code = "read" }, new CapabilityStatementInteraction { Code = "search-type" }],
        SearchParam = [Parameter("url", "uri", "Canonical URL, with or without version; without it, all are found.")],
    };

    /// <summary>A type with its reads and, but for slots, its plain search.</summary>
    private static CapabilityStatementResource Resource(ServedType type, string conditionalRead, params string[] profiles) => new()
    {
        Type = type.ToString(),
        SupportedProfile = profiles,
        Interaction = [new CapabilityStatementInteraction { Code = "read" }, new CapabilityStatementInteraction { Code = "search-type" }],
        Versioning = "no-version",
        ConditionalRead = conditionalRead,
        SearchParam = type == ServedType.Slot ? null : [.. PlainParameters.Of(type).Select(static parameter => Parameter(parameter.Name, parameter.Type, parameter.Documentation))],
        Operation = MetadataOperations.All,
    };

    private static CapabilityStatementSearchParam Parameter(string name, string type, string? documentation) =>
        new() { Name = name, Type = type, Documentation = documentation };
}
