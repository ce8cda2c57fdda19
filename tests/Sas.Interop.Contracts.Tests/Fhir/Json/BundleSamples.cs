using System.Text;

namespace Sas.Interop.Contracts.Tests.Fhir.Json;

/// <summary>Texts of bundles, right and wrong.</summary>
internal static class BundleSamples
{
    public static byte[] Right { get; } = Encoding.UTF8.GetBytes("""
        {
          "resourceType": "Bundle", "id": "b-1",
          "type": "searchset", "total": 2,
          "link": [ { "relation": "self", "url": "https://vendor.test/fhir/Slot?start=ge2030" } ],
          "entry": [
            { "fullUrl": "https://vendor.test/fhir/Slot/1", "search": { "mode": "match" },
              "resource": { "resourceType": "Slot", "id": "1", "status": "free", "comment": "é \"q\" ] } \\ 🩺",
                "start": "2030-01-01T10:00:00.000+01:00", "end": "2030-01-01T10:15:00.000+01:00" } },
            { "fullUrl": "https://vendor.test/fhir/Device/2",
              "resource": { "resourceType": "Device", "id": "2", "note": [ { "text": "[{\"" } ] } }
          ],
          "timestamp": "2030-01-01T08:00:00Z"
        }
        """);

    /// <summary>JSON that is right, content that breaks rules in the header, in entries, and after them.</summary>
    public static byte[] Odd { get; } = Encoding.UTF8.GetBytes("""
        {
          "resourceType": "Bundle", "id": "", "total": -1, "stranger": { "a": [1, 2] },
          "entry": [
            { "resource": { "resourceType": "Slot", "start": "2030-01-01",
                "status": 7, "overbooked": null } },
            null,
            { "resource": { "id": "untyped" }, "fullUrl": "urn:a", "fullUrl": "urn:b" },
            [],
            { "resource": { "resourceType": "Schedule", "actor": { "reference": "Practitioner/1" },
                "comment": ["x"], "active": [true, false], "_active": { "id": "p" }, "identifier": [] } },
            {}
          ],
          "entry": [ { "fullUrl": "urn:late" } ],
          "type": {}, "link": [ ]
        }
        """);
}
