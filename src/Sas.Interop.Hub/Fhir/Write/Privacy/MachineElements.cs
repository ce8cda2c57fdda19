using System.Collections.Frozen;

namespace Sas.Interop.Hub.Fhir.Write.Privacy;

/// <summary>Elements whose texts are for machines, whatever resource they stand in: none of them needs a blank.</summary>
internal static class MachineElements
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "resourceType",
        "id",
        "url",
        "implicitRules",
        "language",
        "versionId",
        "lastUpdated",
        "source",
        "profile",
        "system",
        "version",
        "code",
        "userSelected",
        "use",
        "reference",
        "type",
        "status",
        "intent",
        "priority",
        "doNotPerform",
        "active",
        "gender",
        "rank",
        "required",
        "minutesDuration",
        "start",
        "end",
        "created",
        "authoredOn",
        "occurrenceDateTime",
        "valueBoolean",
        "valueCode",
        "valueUri",
        "valueUrl",
        "valueCanonical",
        "valueOid",
        "valueUuid",
        "valueId",
        "valueInstant",
        "valueDateTime",
        "valueDate",
        "valueInteger",
        "valuePositiveInt");

    // "value" is that of an identifier here, and words or numbers elsewhere.
    private static readonly FrozenSet<string> Identifiers =
        FrozenSet.Create(StringComparer.Ordinal, "identifier", "valueIdentifier", "requisition");

    // What tells of a person without being words; refused whatever its value is.
    private static readonly FrozenSet<string> Personal = FrozenSet.Create(
        StringComparer.Ordinal,
        "birthDate",
        "deceasedBoolean",
        "deceasedDateTime",
        "maritalStatus",
        "multipleBirthBoolean",
        "multipleBirthInteger",
        "generalPractitioner",
        "managingOrganization",
        "contact",
        "photo",
        "communication");

    /// <param name="parent">Name of the object in which the element stands.</param>
    /// <param name="name">Name of the element.</param>
    public static bool Has(string parent, string name) => name == "value" ? Identifiers.Contains(parent) : Names.Contains(name);

    public static bool IsPersonal(string name) => Personal.Contains(name);
}
