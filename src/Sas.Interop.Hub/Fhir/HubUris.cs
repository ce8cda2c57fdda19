namespace Sas.Interop.Hub.Fhir;

/// <summary>Canonical names that are this hub's own; their definitions are served with the others.</summary>
internal static class HubUris
{
    /// <summary>Extension of a ServiceRequest: the link to the vendor's page, and its end.</summary>
    public const string RedirectLink = "urn:sas-interop-hub:StructureDefinition:redirect-link";

    /// <summary>Extension of a ServiceRequest: the SAS territory of the one who asks.</summary>
    public const string Territory = "urn:sas-interop-hub:StructureDefinition:territory";

    /// <summary>Extension of an AuditEvent: its record as the chain holds it.</summary>
    public const string AuditRecord = "urn:sas-interop-hub:StructureDefinition:audit-record";

    /// <summary>Identifiers of callers, as the list of callers names them.</summary>
    public const string Caller = "urn:sas-interop-hub:caller";

    /// <summary>Identifiers of what was touched and is no resource.</summary>
    public const string Thing = "urn:sas-interop-hub:thing";

    /// <summary>Codes in <c>Practitioner.meta.tag</c> of what a practitioner offers beside slots.</summary>
    public const string PractitionerOffer = "urn:sas-interop-hub:CodeSystem:practitioner-offer";

    /// <summary>Code: care can be asked for on a marketplace.</summary>
    public const string Marketplace = "marketplace";
}
