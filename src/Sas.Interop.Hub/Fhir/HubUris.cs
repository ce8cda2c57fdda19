namespace Sas.Interop.Hub.Fhir;

/// <summary>Canonical names that are this hub's own; their definitions are served with the others.</summary>
internal static class HubUris
{
    /// <summary>Extension of a ServiceRequest: the link to the vendor's page, and its end.</summary>
    public const string RedirectLink = "urn:sas-interop-hub:StructureDefinition:redirect-link";

    /// <summary>Extension of a ServiceRequest: the SAS territory of the one who asks.</summary>
    public const string Territory = "urn:sas-interop-hub:StructureDefinition:territory";

    /// <summary>Codes in <c>Practitioner.meta.tag</c> of what a practitioner offers beside slots.</summary>
    public const string PractitionerOffer = "urn:sas-interop-hub:CodeSystem:practitioner-offer";

    /// <summary>Code: care can be asked for on a marketplace.</summary>
    public const string Marketplace = "marketplace";
}
