using Sas.Interop.Contracts.Fhir.Validation;

namespace Sas.Interop.Hub.Fhir.Validate;

/// <summary>Definitions of what is this hub's own and no part of the national contract. Nothing is judged by them.</summary>
internal static class HubDefinitions
{
    public static IReadOnlyList<DefinitionFile> Files { get; } =
    [
        new("CodeSystem-practitioner-offer.json", PractitionerOffer),
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
