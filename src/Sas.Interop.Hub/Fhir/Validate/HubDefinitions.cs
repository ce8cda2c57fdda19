using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>Definitions of what is this hub's own and no part of the national contract. Nothing is judged by them.</summary>
internal static class HubDefinitions
{
    public static IReadOnlyList<DefinitionFile> Files { get; } =
    [
        new("CodeSystem-practitioner-offer.json", PractitionerOffer),
        new("StructureDefinition-audit-record.json", AuditRecord),
        new("StructureDefinition-redirect-link.json", RedirectLink),
        new("StructureDefinition-territory.json", Territory),
    ];

    private static byte[] PractitionerOffer =>
        """
        {
          "resourceType": "CodeSystem",
          "id": "practitioner-offer",
          "url": "urn:sas-interop-hub:CodeSystem:practitioner-offer",
          "name": "PractitionerOffer",
          "title": "What a practitioner offers beside slots",
          "status": "active",
          "experimental": false,
          "description": "Codes in Practitioner.meta.tag of the answers of searches.",
          "caseSensitive": true,
          "content": "complete",
          "count": 1,
          "concept": [
            { "code": "marketplace", "display": "Takes care requests", "definition": "Care can be asked for on the marketplace of a vendor (place de marché)." }
          ]
        }
        """u8.ToArray();

    private static byte[] AuditRecord =>
        """
        {
          "resourceType": "StructureDefinition",
          "id": "audit-record",
          "url": "urn:sas-interop-hub:StructureDefinition:audit-record",
          "name": "AuditRecord",
          "title": "Record of the audit",
          "status": "active",
          "experimental": false,
          "description": "The record that an AuditEvent is made of, as the chain holds it: with the date in recorded, the caller in agent.who and what was touched in entity.what it is all that the hash is made of.",
          "fhirVersion": "4.0.1",
          "kind": "complex-type",
          "abstract": false,
          "context": [{ "type": "element", "expression": "AuditEvent" }],
          "type": "Extension",
          "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Extension",
          "derivation": "constraint",
          "differential": {
            "element": [
              { "id": "Extension", "path": "Extension", "min": 0, "max": "1" },
              { "id": "Extension.extension:number", "path": "Extension.extension", "sliceName": "number", "min": 1, "max": "1" },
              { "id": "Extension.extension:number.url", "path": "Extension.extension.url", "fixedUri": "number" },
              { "id": "Extension.extension:number.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:format", "path": "Extension.extension", "sliceName": "format", "min": 1, "max": "1" },
              { "id": "Extension.extension:format.url", "path": "Extension.extension.url", "fixedUri": "format" },
              { "id": "Extension.extension:format.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "integer" }] },
              { "id": "Extension.extension:kind", "path": "Extension.extension", "sliceName": "kind", "min": 1, "max": "1" },
              { "id": "Extension.extension:kind.url", "path": "Extension.extension.url", "fixedUri": "kind" },
              { "id": "Extension.extension:kind.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "code" }] },
              { "id": "Extension.extension:roles", "path": "Extension.extension", "sliceName": "roles", "min": 0, "max": "1" },
              { "id": "Extension.extension:roles.url", "path": "Extension.extension.url", "fixedUri": "roles" },
              { "id": "Extension.extension:roles.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:interaction", "path": "Extension.extension", "sliceName": "interaction", "min": 0, "max": "1" },
              { "id": "Extension.extension:interaction.url", "path": "Extension.extension.url", "fixedUri": "interaction" },
              { "id": "Extension.extension:interaction.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "code" }] },
              { "id": "Extension.extension:method", "path": "Extension.extension", "sliceName": "method", "min": 0, "max": "1" },
              { "id": "Extension.extension:method.url", "path": "Extension.extension.url", "fixedUri": "method" },
              { "id": "Extension.extension:method.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "code" }] },
              { "id": "Extension.extension:route", "path": "Extension.extension", "sliceName": "route", "min": 0, "max": "1" },
              { "id": "Extension.extension:route.url", "path": "Extension.extension.url", "fixedUri": "route" },
              { "id": "Extension.extension:route.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:vendor", "path": "Extension.extension", "sliceName": "vendor", "min": 0, "max": "1" },
              { "id": "Extension.extension:vendor.url", "path": "Extension.extension.url", "fixedUri": "vendor" },
              { "id": "Extension.extension:vendor.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:status", "path": "Extension.extension", "sliceName": "status", "min": 0, "max": "1" },
              { "id": "Extension.extension:status.url", "path": "Extension.extension.url", "fixedUri": "status" },
              { "id": "Extension.extension:status.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "integer" }] },
              { "id": "Extension.extension:refusal", "path": "Extension.extension", "sliceName": "refusal", "min": 0, "max": "1" },
              { "id": "Extension.extension:refusal.url", "path": "Extension.extension.url", "fixedUri": "refusal" },
              { "id": "Extension.extension:refusal.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "code" }] },
              { "id": "Extension.extension:trace", "path": "Extension.extension", "sliceName": "trace", "min": 0, "max": "1" },
              { "id": "Extension.extension:trace.url", "path": "Extension.extension.url", "fixedUri": "trace" },
              { "id": "Extension.extension:trace.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:count", "path": "Extension.extension", "sliceName": "count", "min": 1, "max": "1" },
              { "id": "Extension.extension:count.url", "path": "Extension.extension.url", "fixedUri": "count" },
              { "id": "Extension.extension:count.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "integer" }] },
              { "id": "Extension.extension:detail", "path": "Extension.extension", "sliceName": "detail", "min": 0, "max": "1" },
              { "id": "Extension.extension:detail.url", "path": "Extension.extension.url", "fixedUri": "detail" },
              { "id": "Extension.extension:detail.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:key", "path": "Extension.extension", "sliceName": "key", "min": 0, "max": "1" },
              { "id": "Extension.extension:key.url", "path": "Extension.extension.url", "fixedUri": "key" },
              { "id": "Extension.extension:key.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:previous", "path": "Extension.extension", "sliceName": "previous", "min": 1, "max": "1" },
              { "id": "Extension.extension:previous.url", "path": "Extension.extension.url", "fixedUri": "previous" },
              { "id": "Extension.extension:previous.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.extension:hash", "path": "Extension.extension", "sliceName": "hash", "min": 1, "max": "1" },
              { "id": "Extension.extension:hash.url", "path": "Extension.extension.url", "fixedUri": "hash" },
              { "id": "Extension.extension:hash.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "string" }] },
              { "id": "Extension.url", "path": "Extension.url", "fixedUri": "urn:sas-interop-hub:StructureDefinition:audit-record" },
              { "id": "Extension.value[x]", "path": "Extension.value[x]", "max": "0" }
            ]
          }
        }
        """u8.ToArray();

    private static byte[] RedirectLink =>
        """
        {
          "resourceType": "StructureDefinition",
          "id": "redirect-link",
          "url": "urn:sas-interop-hub:StructureDefinition:redirect-link",
          "name": "RedirectLink",
          "title": "Link to the vendor's page",
          "status": "active",
          "experimental": false,
          "description": "The link that leads the regulator's browser to the vendor's page, once, and when it ends. It is in the answer that opens a request for care and in none after it.",
          "fhirVersion": "4.0.1",
          "kind": "complex-type",
          "abstract": false,
          "context": [{ "type": "element", "expression": "ServiceRequest" }],
          "type": "Extension",
          "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Extension",
          "derivation": "constraint",
          "differential": {
            "element": [
              { "id": "Extension", "path": "Extension", "min": 0, "max": "1" },
              { "id": "Extension.extension:address", "path": "Extension.extension", "sliceName": "address", "min": 1, "max": "1" },
              { "id": "Extension.extension:address.url", "path": "Extension.extension.url", "fixedUri": "address" },
              { "id": "Extension.extension:address.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "url" }] },
              { "id": "Extension.extension:expires", "path": "Extension.extension", "sliceName": "expires", "min": 1, "max": "1" },
              { "id": "Extension.extension:expires.url", "path": "Extension.extension.url", "fixedUri": "expires" },
              { "id": "Extension.extension:expires.value[x]", "path": "Extension.extension.value[x]", "min": 1, "type": [{ "code": "instant" }] },
              { "id": "Extension.url", "path": "Extension.url", "fixedUri": "urn:sas-interop-hub:StructureDefinition:redirect-link" },
              { "id": "Extension.value[x]", "path": "Extension.value[x]", "max": "0" }
            ]
          }
        }
        """u8.ToArray();

    private static byte[] Territory =>
        """
        {
          "resourceType": "StructureDefinition",
          "id": "territory",
          "url": "urn:sas-interop-hub:StructureDefinition:territory",
          "name": "Territory",
          "title": "SAS territory",
          "status": "active",
          "experimental": false,
          "description": "The SAS territory of the regulator who asks, by the platform's own id.",
          "fhirVersion": "4.0.1",
          "kind": "complex-type",
          "abstract": false,
          "context": [{ "type": "element", "expression": "ServiceRequest" }],
          "type": "Extension",
          "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Extension",
          "derivation": "constraint",
          "differential": {
            "element": [
              { "id": "Extension", "path": "Extension", "min": 0, "max": "1" },
              { "id": "Extension.extension", "path": "Extension.extension", "max": "0" },
              { "id": "Extension.url", "path": "Extension.url", "fixedUri": "urn:sas-interop-hub:StructureDefinition:territory" },
              { "id": "Extension.value[x]", "path": "Extension.value[x]", "min": 1, "type": [{ "code": "code" }] }
            ]
          }
        }
        """u8.ToArray();
}
