using Sas.Interop.Contracts.Booking;
using Sas.Interop.Contracts.Fhir;
using Sas.Interop.Contracts.Fhir.Profiles;
using Sas.Interop.Contracts.Identifiers;
using Sas.Interop.Hub.Persistence;

namespace Sas.Interop.Hub.Appointments.Notices;

/// <summary>Reads the identifiers of a notice.</summary>
internal static class NoticeIdentifiers
{
    /// <summary>The vendor's own identifier, the key of updates.</summary>
    public static (string System, string Value) Own(IReadOnlyList<Identifier>? identifiers, NoticeFaults faults)
    {
        if (identifiers is not { Count: > 0 })
        {
            faults.Missing("identifier", "The vendor's own identifier of the appointment is mandatory, with system and value (CONTRACT §4.3).");
            return default;
        }

        if (identifiers.Count > 1)
        {
            faults.Refused("identifier[1]", "An appointment has one identifier (CONTRACT §5.9).");
        }

        var (system, value) = (identifiers[0].System, identifiers[0].Value);
        if (Text(system, "identifier[0].system", faults) && (!Uri.TryCreate(system, UriKind.Absolute, out _) || system?.Any(static c => c is '|' or ' ') == true))
        {
            faults.Malformed("identifier[0].system", "Not a system: expected an OID as urn:oid:1.2.3, or an absolute URL.");
        }

        Text(value, "identifier[0].value", faults);
        return (system ?? string.Empty, value ?? string.Empty);
    }

    /// <summary>The regulator who booked.</summary>
    public static RegulatorKey? Regulator(Identifier? identifier, string path, NoticeFaults faults)
    {
        if (identifier is null)
        {
            faults.Missing(path, "The regulator is named by identifier, as it came in INT_R02 (CONTRACT §4.3).");
            return null;
        }

        var code = Kind(identifier.Type, path, faults);
        var hasSystem = Text(identifier.System, path + ".system", faults);
        var hasValue = Text(identifier.Value, path + ".value", faults);
        if (code is null || !hasSystem || !hasValue)
        {
            return null;
        }

        var system = code switch
        {
            // The authority of structures stands in an official example (D24).
            IdentifierTypeCodes.NationalPractitioner when identifier.System is IdentifierSystems.NationalPractitioner or IdentifierSystems.NationalStructure => IdentifierSystems.NationalPractitioner,
            IdentifierTypeCodes.Internal when identifier.System == IdentifierSystems.SasPlatform => IdentifierSystems.SasPlatform,
            _ => null,
        };
        if (system is null)
        {
            faults.Refused(path + ".system", $"A regulator is identified by IDNPS and {IdentifierSystems.NationalPractitioner}, or by INTRN and {IdentifierSystems.SasPlatform} (CONTRACT §4.3).");
            return null;
        }

        return new RegulatorKey(system, identifier.Value ?? string.Empty);
    }

    /// <summary>The practitioner of the appointment.</summary>
    public static PractitionerNationalId? Practitioner(Identifier? identifier, string path, NoticeFaults faults)
    {
        if (identifier is null)
        {
            faults.Missing(path, "The practitioner is named by identifier: RPPS with 8 or ADELI with 0 (CONTRACT §4.3).");
            return null;
        }

        var code = Kind(identifier.Type, path, faults);
        if (code is not null && code != IdentifierTypeCodes.NationalPractitioner)
        {
            faults.Refused(path + ".type", "A practitioner's identifier is of type IDNPS (CONTRACT §5.9).");
        }

        if (Text(identifier.System, path + ".system", faults) && identifier.System != IdentifierSystems.NationalPractitioner)
        {
            faults.Refused(path + ".system", $"A practitioner's identifier is of {IdentifierSystems.NationalPractitioner} (CONTRACT §5.9).");
        }

        if (!Text(identifier.Value, path + ".value", faults))
        {
            return null;
        }

        if (PractitionerNationalId.TryParse(identifier.Value, out var practitioner))
        {
            return practitioner;
        }

        faults.Refused(path + ".value", "Not a practitioner's identifier: expected 8 and the eleven digits of an RPPS, or 0 and the nine characters of an ADELI (CONTRACT §6.2).");
        return null;
    }

    /// <summary>The code of the kind of an identifier, whose system has several spellings (D20).</summary>
    private static string? Kind(CodeableConcept? type, string path, NoticeFaults faults)
    {
        if (type?.Coding is not { Count: > 0 } codings || codings[0].Code is not { Length: > 0 } code)
        {
            faults.Missing(path + ".type", "The kind of the identifier is mandatory: one coding, IDNPS or INTRN (CONTRACT §6.2).");
            return null;
        }

        if (codings.Count > 1)
        {
            faults.Refused(path + ".type.coding[1]", "The kind of an identifier is one coding (CONTRACT §5.9).");
        }

        if (codings[0].System is { } system && !CodeSystems.IsIdentifierType(system))
        {
            faults.Refused(path + ".type.coding[0].system", $"The kinds of identifiers are codes of {CodeSystems.IdentifierType} (CONTRACT §6.1).");
        }

        return code;
    }

    private static bool Text(string? text, string path, NoticeFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Missing(path, "Mandatory (CONTRACT §5.9).");
            return false;
        }

        if (text.Length > TextLengths.Identifier || text.Any(char.IsControl) || text.Trim().Length < text.Length)
        {
            faults.Malformed(path, $"At most {TextLengths.Identifier} characters, without control characters and without blanks around them.");
            return false;
        }

        return true;
    }
}
