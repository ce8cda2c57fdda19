using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Hub.Persistence.Audit;

namespace Sas.Interop.Hub.Audit.Reading;

/// <summary>How R4 and DICOM name what records tell of; searches go the other way.</summary>
internal static class AuditCodes
{
    public const string EventTypes = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    public const string Interactions = "http://hl7.org/fhir/restful-interaction";
    public const string Dicom = "http://dicom.nema.org/resources/ontology/DCM";

    private static readonly Coding Rest = new() { System = EventTypes, Code = "rest", Display = "RESTful Operation" };
    private static readonly Coding Activity = new() { System = Dicom, Code = "110100", Display = "Application Activity" };
    private static readonly Coding LogUsed = new() { System = Dicom, Code = "110101", Display = "Audit Log Used" };
    private static readonly Coding Alert = new() { System = Dicom, Code = "110113", Display = "Security Alert" };

    private static readonly Dictionary<string, (Coding Type, Coding? Subtype)> Kinds = new()
    {
        [AuditKinds.Call] = (Rest, null),
        [AuditKinds.Start] = (Activity, new Coding { System = Dicom, Code = "110120", Display = "Application Start" }),
        [AuditKinds.Stop] = (Activity, new Coding { System = Dicom, Code = "110121", Display = "Application Stop" }),
        [AuditKinds.Configuration] = (Alert, new Coding { System = Dicom, Code = "110131", Display = "Software Configuration" }),
        [AuditKinds.Migration] = (Activity, null),
        [AuditKinds.Retention] = (LogUsed, null),
        [AuditKinds.Verification] = (LogUsed, null),
    };

    private static readonly Dictionary<string, string> Actions = new()
    {
        ["create"] = "C",
        ["read"] = "R",
        ["update"] = "U",
        ["patch"] = "U",
        ["delete"] = "D",
        ["operation"] = "E",
        ["transaction"] = "E",
    };

    public static (Coding Type, Coding? Subtype) Of(AuditRow row) =>
        row.Interaction is { } interaction && row.Kind == AuditKinds.Call ? (Rest, new Coding { System = Interactions, Code = interaction })
        : Kinds.GetValueOrDefault(row.Kind, (Rest, null));

    /// <summary>What is not done by a call is executed.</summary>
    public static string ActionOf(AuditRow row) => row.Interaction is { } interaction ? Actions.GetValueOrDefault(interaction, "E") : "E";

    public static string OutcomeOf(AuditRow row) => row.Status switch { null or < 400 => "0", < 500 => "4", _ => "8" };

    /// <summary>Kinds of interaction that an action stands for; an empty text for what is no call.</summary>
    public static IEnumerable<string> InteractionsOf(string action) =>
        Actions.Where(pair => pair.Value == action).Select(static pair => pair.Key).Concat(action == "E" ? [string.Empty] : Array.Empty<string>());

    public static bool IsInteraction(string code) => Actions.ContainsKey(code);

    /// <summary>Kinds of records whose type, or whose subtype, is a code.</summary>
    public static IEnumerable<string> KindsOf(string code, bool bySubtype) =>
        Kinds.Where(pair => (bySubtype ? pair.Value.Subtype : pair.Value.Type)?.Code == code).Select(static pair => pair.Key);
}
