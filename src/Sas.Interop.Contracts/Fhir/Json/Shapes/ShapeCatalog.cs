using System.Collections.Frozen;

namespace Sas.Interop.Contracts.Fhir.Json.Shapes;

/// <summary>Finds the shape of a model type, and of a resource by its type name.</summary>
internal static class ShapeCatalog
{
    private static readonly FrozenDictionary<Type, Func<object>> Makers = new Dictionary<Type, Func<object>>
    {
        [typeof(Extension)] = DatatypeShapes.Extension,
        [typeof(PrimitiveExtension)] = DatatypeShapes.PrimitiveExtension,
        [typeof(Meta)] = DatatypeShapes.Meta,
        [typeof(Narrative)] = DatatypeShapes.Narrative,
        [typeof(Identifier)] = DatatypeShapes.Identifier,
        [typeof(CodeableConcept)] = DatatypeShapes.CodeableConcept,
        [typeof(Coding)] = DatatypeShapes.Coding,
        [typeof(Reference)] = DatatypeShapes.Reference,
        [typeof(Period)] = DatatypeShapes.Period,
        [typeof(HumanName)] = DatatypeShapes.HumanName,
        [typeof(ContactPoint)] = DatatypeShapes.ContactPoint,
        [typeof(Address)] = DatatypeShapes.Address,
        [typeof(Attachment)] = DatatypeShapes.Attachment,
        [typeof(Quantity)] = DatatypeShapes.Quantity,
        [typeof(Range)] = DatatypeShapes.Range,
        [typeof(Ratio)] = DatatypeShapes.Ratio,
        [typeof(Money)] = DatatypeShapes.Money,
        [typeof(Annotation)] = DatatypeShapes.Annotation,
        [typeof(ContactDetail)] = DatatypeShapes.ContactDetail,
        [typeof(Signature)] = DatatypeShapes.Signature,
        [typeof(UsageContext)] = DatatypeShapes.UsageContext,
        [typeof(Slot)] = SchedulingShapes.Slot,
        [typeof(Schedule)] = SchedulingShapes.Schedule,
        [typeof(Appointment)] = SchedulingShapes.Appointment,
        [typeof(AppointmentParticipant)] = SchedulingShapes.AppointmentParticipant,
        [typeof(ServiceRequest)] = SchedulingShapes.ServiceRequest,
        [typeof(Practitioner)] = DirectoryShapes.Practitioner,
        [typeof(PractitionerQualification)] = DirectoryShapes.PractitionerQualification,
        [typeof(PractitionerRole)] = DirectoryShapes.PractitionerRole,
        [typeof(AvailableTime)] = DirectoryShapes.AvailableTime,
        [typeof(NotAvailable)] = DirectoryShapes.NotAvailable,
        [typeof(Location)] = DirectoryShapes.Location,
        [typeof(LocationPosition)] = DirectoryShapes.LocationPosition,
        [typeof(LocationHoursOfOperation)] = DirectoryShapes.LocationHoursOfOperation,
        [typeof(Organization)] = DirectoryShapes.Organization,
        [typeof(OrganizationContact)] = DirectoryShapes.OrganizationContact,
        [typeof(HealthcareService)] = DirectoryShapes.HealthcareService,
        [typeof(HealthcareServiceEligibility)] = DirectoryShapes.HealthcareServiceEligibility,
        [typeof(Bundle)] = ExchangeShapes.Bundle,
        [typeof(BundleLink)] = ExchangeShapes.BundleLink,
        [typeof(BundleEntry)] = ExchangeShapes.BundleEntry,
        [typeof(BundleEntrySearch)] = ExchangeShapes.BundleEntrySearch,
        [typeof(BundleEntryRequest)] = ExchangeShapes.BundleEntryRequest,
        [typeof(BundleEntryResponse)] = ExchangeShapes.BundleEntryResponse,
        [typeof(Parameters)] = ExchangeShapes.Parameters,
        [typeof(ParametersParameter)] = ExchangeShapes.ParametersParameter,
        [typeof(OperationOutcome)] = ExchangeShapes.OperationOutcome,
        [typeof(OperationOutcomeIssue)] = ExchangeShapes.OperationOutcomeIssue,
        [typeof(CapabilityStatement)] = CapabilityShapes.CapabilityStatement,
        [typeof(CapabilityStatementSoftware)] = CapabilityShapes.CapabilityStatementSoftware,
        [typeof(CapabilityStatementImplementation)] = CapabilityShapes.CapabilityStatementImplementation,
        [typeof(CapabilityStatementRest)] = CapabilityShapes.CapabilityStatementRest,
        [typeof(CapabilityStatementSecurity)] = CapabilityShapes.CapabilityStatementSecurity,
        [typeof(CapabilityStatementResource)] = CapabilityShapes.CapabilityStatementResource,
        [typeof(CapabilityStatementInteraction)] = CapabilityShapes.CapabilityStatementInteraction,
        [typeof(CapabilityStatementSearchParam)] = CapabilityShapes.CapabilityStatementSearchParam,
        [typeof(CapabilityStatementOperation)] = CapabilityShapes.CapabilityStatementOperation,
        [typeof(CapabilityStatementDocument)] = CapabilityShapes.CapabilityStatementDocument,
        [typeof(AuditEvent)] = AuditShapes.AuditEvent,
        [typeof(AuditEventAgent)] = AuditShapes.AuditEventAgent,
        [typeof(AuditEventAgentNetwork)] = AuditShapes.AuditEventAgentNetwork,
        [typeof(AuditEventSource)] = AuditShapes.AuditEventSource,
        [typeof(AuditEventEntity)] = AuditShapes.AuditEventEntity,
        [typeof(AuditEventEntityDetail)] = AuditShapes.AuditEventEntityDetail,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Lazy<IResourceShape>> Resources = new Dictionary<string, Lazy<IResourceShape>>
    {
        ["Slot"] = new(static () => ShapeOf<Slot>.Value),
        ["Schedule"] = new(static () => ShapeOf<Schedule>.Value),
        ["Appointment"] = new(static () => ShapeOf<Appointment>.Value),
        ["ServiceRequest"] = new(static () => ShapeOf<ServiceRequest>.Value),
        ["Practitioner"] = new(static () => ShapeOf<Practitioner>.Value),
        ["PractitionerRole"] = new(static () => ShapeOf<PractitionerRole>.Value),
        ["Location"] = new(static () => ShapeOf<Location>.Value),
        ["Organization"] = new(static () => ShapeOf<Organization>.Value),
        ["HealthcareService"] = new(static () => ShapeOf<HealthcareService>.Value),
        ["Bundle"] = new(static () => ShapeOf<Bundle>.Value),
        ["Parameters"] = new(static () => ShapeOf<Parameters>.Value),
        ["OperationOutcome"] = new(static () => ShapeOf<OperationOutcome>.Value),
        ["AuditEvent"] = new(static () => ShapeOf<AuditEvent>.Value),
        ["CapabilityStatement"] = new(static () => ShapeOf<CapabilityStatement>.Value),
    }.ToFrozenDictionary();

    /// <summary>Makes the shape of a model type; <see cref="ShapeOf{T}"/> keeps it.</summary>
    public static object Make(Type type) => Makers[type]();

    /// <summary>The elements of every modelled type, by the name of the type; those of a part of a resource by the name of its model type.</summary>
    public static IEnumerable<(string Type, IEnumerable<ElementOutline> Elements)> Outlines => Makers.Select(static pair => (pair.Key.Name, ((IOutlined)pair.Value()).Outline));

    /// <summary>The shape of a resource type; null when it is not modelled.</summary>
    public static IResourceShape? FindResource(string type) => Resources.GetValueOrDefault(type)?.Value;

    /// <summary>The shape of a modelled resource type.</summary>
    public static IResourceShape ResourceShape(string type) => Resources[type].Value;
}
