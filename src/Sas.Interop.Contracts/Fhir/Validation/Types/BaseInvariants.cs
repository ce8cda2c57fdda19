using System.Collections.Frozen;

namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>The invariants of base R4 for the modelled types, so that they hold where a snapshot does not reach and where no profile is claimed.</summary>
internal static class BaseInvariants
{
    private static readonly BaseInvariant[] OfResources =
    [
        new("DomainResource", "dom-2", "contained.contained.empty()", "a contained resource contains none"),
        new("DomainResource", "dom-3", "contained.where((('#' + id) in (%resource.descendants().reference | %resource.descendants().ofType(uri))).not() and descendants().where(reference = '#').empty()).empty()", "a contained resource is referred to from the resource, or refers to it"),
        new("DomainResource", "dom-4", "contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()", "a contained resource has no version and no date of update"),
        new("DomainResource", "dom-5", "contained.meta.security.empty()", "a contained resource has no security label"),
        new("DomainResource", "dom-6", "text.div.exists()", "a resource should have a narrative") { Severity = ValidationSeverity.Warning },
        new("Bundle", "bdl-1", "total.empty() or type = 'searchset' or type = 'history'", "total only in a searchset or a history"),
        new("Bundle", "bdl-2", "entry.search.empty() or type = 'searchset'", "entry.search only in a searchset"),
        new("Bundle", "bdl-3", "entry.all(request.exists() = (%resource.type = 'batch' or %resource.type = 'transaction' or %resource.type = 'history'))", "entry.request in a batch, a transaction or a history, and nowhere else"),
        new("Bundle", "bdl-4", "entry.all(response.exists() = (%resource.type = 'batch-response' or %resource.type = 'transaction-response' or %resource.type = 'history'))", "entry.response in the answer to a batch or a transaction or in a history, and nowhere else"),
        new("Bundle", "bdl-7", "type = 'history' or entry.where(fullUrl.exists()).select(fullUrl & resource.meta.versionId).isDistinct()", "each fullUrl stands once, or with different versions"),
        new("Bundle", "bdl-9", "type = 'document' implies (identifier.system.exists() and identifier.value.exists())", "a document has an identifier with system and value"),
        new("Bundle", "bdl-10", "type = 'document' implies timestamp.hasValue()", "a document has a date"),
        new("Bundle", "bdl-11", "type = 'document' implies entry.first().resource.is(Composition)", "a document begins with a Composition"),
        new("Bundle", "bdl-12", "type = 'message' implies entry.first().resource.is(MessageHeader)", "a message begins with a MessageHeader"),
        new("Appointment", "app-2", "start.exists() = end.exists()", "start and end stand together or not at all"),
        new("Appointment", "app-3", "(start.exists() and end.exists()) or (status in ('proposed' | 'cancelled' | 'waitlist'))", "only proposed, cancelled or waiting appointments lack start and end"),
        new("Appointment", "app-4", "cancelationReason.exists() implies (status = 'noshow' or status = 'no-show' or status = 'cancelled')", "a reason of cancellation only where the appointment is cancelled or nobody came"),
        new("Organization", "org-1", "(identifier.count() + name.count()) > 0", "an organization has an identifier or a name"),
    ];

    private static readonly BaseInvariant[] OfDatatypes =
    [
        new("Extension", "ext-1", "extension.exists() != value.exists()", "an extension has a value or extensions, and not both"),
        new("Reference", "ref-1", "reference.startsWith('#').not() or (reference.substring(1) in %rootResource.contained.id)", "a local reference leads to a contained resource"),
        new("Period", "per-1", "start.hasValue().not() or end.hasValue().not() or (start <= end)", "a period does not end before it starts"),
        new("ContactPoint", "cpt-2", "value.empty() or system.exists()", "a contact point with a value has a system"),
        new("Attachment", "att-1", "data.empty() or contentType.exists()", "an attachment with data has a content type"),
        new("Quantity", "qty-3", "code.empty() or system.exists()", "a quantity with a code has a system"),
        new("BundleEntry", "bdl-5", "resource.exists() or request.exists() or response.exists()", "an entry has a resource, a request or a response"),
        new("BundleEntry", "bdl-8", "fullUrl.contains('/_history/').not()", "a fullUrl names no version"),
        new("AuditEventEntity", "sev-1", "name.empty() or query.empty()", "an entity of an audit event has a name or a query, and not both"),
        new("AppointmentParticipant", "app-1", "type.exists() or actor.exists()", "a participant has a type or an actor"),
    ];

    private static readonly FrozenDictionary<string, BaseInvariant[]> ByType =
        OfResources.Concat(OfDatatypes).GroupBy(static one => one.Type).ToFrozenDictionary(static group => group.Key, static group => group.ToArray());

    private static readonly FrozenSet<string> Keys = OfResources.Concat(OfDatatypes).Select(static one => one.Key).Append("ele-1").ToFrozenSet();

    /// <summary>Whether a datatype, or a part of a resource, has invariants.</summary>
    public static bool HasDatatype(string type) => ByType.ContainsKey(type);

    /// <summary>Whether an invariant of a profile is one of those here, which hold for every resource anyway.</summary>
    public static bool Covers(string key) => Keys.Contains(key);

    public static IEnumerable<BaseInvariant> Of(string type)
    {
        var own = ByType.GetValueOrDefault(type) ?? [];
        var isDomain = BaseTypes.Find(type)?.ContainsKey("contained") == true;
        return isDomain ? ByType["DomainResource"].Concat(own) : own;
    }
}
