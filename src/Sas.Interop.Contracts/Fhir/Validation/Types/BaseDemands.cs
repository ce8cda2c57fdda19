using System.Collections.Frozen;

namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>Which elements base R4 makes mandatory, and which closed code lists it binds them to; the shapes do not say so.</summary>
internal static class BaseDemands
{
    // One line a type: "name!" is mandatory, "name=list" is bound to the R4 value set of that last segment.
    private static readonly FrozenDictionary<string, ElementDemand[]> ByType = new Dictionary<string, string>
    {
        ["Extension"] = "url!",
        ["Narrative"] = "status!=narrative-status div!",
        ["Identifier"] = "use=identifier-use",
        ["HumanName"] = "use=name-use",
        ["ContactPoint"] = "system=contact-point-system use=contact-point-use",
        ["Address"] = "use=address-use type=address-type",
        ["Quantity"] = "comparator=quantity-comparator",
        ["Annotation"] = "text!",
        ["Signature"] = "type! when! who!",
        ["UsageContext"] = "code! value!",
        ["Slot"] = "schedule! status!=slotstatus start! end!",
        ["Schedule"] = "actor!",
        ["Appointment"] = "status!=appointmentstatus participant!",
        ["AppointmentParticipant"] = "required=participantrequired status!=participationstatus",
        ["ServiceRequest"] = "status!=request-status intent!=request-intent priority=request-priority subject!",
        ["Practitioner"] = "gender=administrative-gender",
        ["PractitionerQualification"] = "code!",
        ["AvailableTime"] = "daysOfWeek=days-of-week",
        ["NotAvailable"] = "description!",
        ["Location"] = "status=location-status mode=location-mode",
        ["LocationPosition"] = "longitude! latitude!",
        ["LocationHoursOfOperation"] = "daysOfWeek=days-of-week",
        ["Bundle"] = "type!=bundle-type",
        ["BundleLink"] = "relation! url!",
        ["BundleEntrySearch"] = "mode=search-entry-mode",
        ["BundleEntryRequest"] = "method!=http-verb url!",
        ["BundleEntryResponse"] = "status!",
        ["ParametersParameter"] = "name!",
        ["OperationOutcome"] = "issue!",
        ["OperationOutcomeIssue"] = "severity!=issue-severity code!",
        ["AuditEvent"] = "type! action=audit-event-action recorded! outcome=audit-event-outcome agent! source!",
        ["AuditEventAgent"] = "requestor!",
        ["AuditEventAgentNetwork"] = "type=network-type",
        ["AuditEventSource"] = "observer!",
        ["AuditEventEntityDetail"] = "type! value!",
        ["CapabilityStatement"] = "status!=publication-status date! kind!=capability-statement-kind fhirVersion! format!",
        ["CapabilityStatementSoftware"] = "name!",
        ["CapabilityStatementImplementation"] = "description!",
        ["CapabilityStatementRest"] = "mode!=restful-capability-mode",
        ["CapabilityStatementResource"] = "type!",
        ["CapabilityStatementInteraction"] = "code!",
        ["CapabilityStatementSearchParam"] = "name! type!=search-param-type",
        ["CapabilityStatementOperation"] = "name! definition!",
        ["CapabilityStatementDocument"] = "mode!=document-mode profile!",
    }.ToFrozenDictionary(static pair => pair.Key, static pair => Parse(pair.Value));

    public static IReadOnlyList<ElementDemand> Of(string type) => ByType.GetValueOrDefault(type) ?? [];

    private static ElementDemand[] Parse(string line) =>
    [
        .. from word in line.Split(' ')
           let parts = word.Split('=')
           select new ElementDemand(parts[0].TrimEnd('!'), parts[0].EndsWith('!'), parts.Length > 1 ? parts[1] : null),
    ];
}
