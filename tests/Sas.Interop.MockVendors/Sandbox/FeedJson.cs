using System.Text.Encodings.Web;

namespace Sas.Interop.MockVendors.Sandbox;

/// <summary>Pieces of JSON for templates. Objects end with a blank, so that no brace stands next to the braces of a tag.</summary>
internal static class FeedJson
{
    public const string SlotTypeSystem = "https://mos.esante.gouv.fr/NOS/TRE_R314-TypeCreneau/FHIR/TRE-R314-TypeCreneau";
    public const string SpecialtySystem = "https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale";
    public const string ActSystem = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public const string PersonTypeSystem = "http://interopsante.org/fhir/CodeSystem/fr-v2-0203";
    public const string PlaceTypeSystem = "http://interopsante.org/fhir/CodeSystem/fr-location-identifier-type";

    public static string Quote(string text) =>
        text.Contains("{{", StringComparison.Ordinal) ? $"\"{text}\"" : $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    public static string Text(string name, string value) => $"\"{name}\":{Quote(value)}";

    public static string Member(string name, string json) => $"\"{name}\":{json}";

    public static string Object(params IEnumerable<string> members) => $"{{{string.Join(',', members)}}}";

    public static string Array(params IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    public static string Coding(string system, string code) => Object(Text("system", system), Text("code", code));

    public static string Concept(string system, string code) => Object(Member("coding", Array(Coding(system, code))));

    public static string Reference(string target) => Object(Text("reference", target));

    public static string Profile(string url) => Object(Member("profile", Array(Quote(url))));

    public static string Phone(string number) => Object(Text("system", "phone"), Text("value", number));

    public static string Identifier(string typeSystem, string type, string system, string value) =>
        Object(Member("type", Concept(typeSystem, type)), Text("system", system), Text("value", value));

    public static string Location(SandboxPlace place, string id, string profile, params IEnumerable<string> more) => Object(
    [
        Text("resourceType", "Location"),
        Text("id", id),
        Member("meta", Profile(profile)),
        Member("identifier", Array(Identifier(PlaceTypeSystem, "INTRN", "urn:oid:1.1.111.1.111.1.1.1", place.Key))),
        Text("name", place.Name),
        Member("address", Object(Member("line", Array(Quote(place.Line))), Text("city", place.City), Text("postalCode", place.PostalCode))),
        .. more,
    ]);
}
