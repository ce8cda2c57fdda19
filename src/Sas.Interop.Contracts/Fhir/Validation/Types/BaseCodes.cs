using System.Collections.Frozen;

namespace Sas.Interop.Contracts.Fhir.Validation.Types;

/// <summary>The closed code lists of base R4 that the modelled types are bound to, by the last segment of their value set; used where the definitions have none.</summary>
internal static class BaseCodes
{
    /// <summary>Where the value sets of base R4 are.</summary>
    public const string Prefix = "http://hl7.org/fhir/ValueSet/";

    /// <summary>The value set of identifier types, whose codes are not kept as elements of type code.</summary>
    public const string IdentifierTypes = "identifier-type";

    /// <summary>Code system of <see cref="IdentifierTypes"/>.</summary>
    public const string IdentifierTypeSystem = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = new Dictionary<string, string>
    {
        ["narrative-status"] = "generated extensions additional empty",
        ["identifier-use"] = "usual official temp secondary old",
        ["name-use"] = "usual official temp nickname anonymous old maiden",
        ["contact-point-system"] = "phone fax email pager url sms other",
        ["contact-point-use"] = "home work temp old mobile",
        ["address-use"] = "home work temp old billing",
        ["address-type"] = "postal physical both",
        ["quantity-comparator"] = "< <= >= >",
        ["slotstatus"] = "busy free busy-unavailable busy-tentative entered-in-error",
        ["appointmentstatus"] = "proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist",
        ["participantrequired"] = "required optional information-only",
        ["participationstatus"] = "accepted declined tentative needs-action",
        ["request-status"] = "draft active on-hold revoked completed entered-in-error unknown",
        ["request-intent"] = "proposal plan directive order original-order reflex-order filler-order instance-order option",
        ["request-priority"] = "routine urgent asap stat",
        ["administrative-gender"] = "male female other unknown",
        ["days-of-week"] = "mon tue wed thu fri sat sun",
        ["location-status"] = "active suspended inactive",
        ["location-mode"] = "instance kind",
        ["bundle-type"] = "document message transaction transaction-response batch batch-response history searchset collection",
        ["search-entry-mode"] = "match include outcome",
        ["http-verb"] = "GET HEAD POST PUT DELETE PATCH",
        ["issue-severity"] = "fatal error warning information",
        ["publication-status"] = "draft active retired unknown",
        ["capability-statement-kind"] = "instance capability requirements",
        ["restful-capability-mode"] = "client server",
        ["search-param-type"] = "number date string token reference composite quantity uri special",
        ["document-mode"] = "producer consumer",
        ["audit-event-action"] = "C R U D E",
        ["audit-event-outcome"] = "0 4 8 12",
        ["network-type"] = "1 2 3 4 5",
        [IdentifierTypes] = "DL PPN BRN MR MCN EN TAX NIIP PRN MD DR ACSN UDI SNO SB PLAC FILL JHN",
    }.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.Split(' ').ToFrozenSet());

    /// <summary>The codes of a value set of base R4, by its last segment; null when the list is not kept here.</summary>
    public static FrozenSet<string>? Find(string name) => Lists.GetValueOrDefault(name);
}
